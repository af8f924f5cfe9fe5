/// Bounds that keep one term, and the memory of one word, small whatever the text is.
enum TermLimits {
  /// Bytes of a term. Longer words are cut at a scalar's end; the rest of the word is skipped.
  static let maximumByteCount = 64
  /// Characters of a syllabic word that are held at once. Longer words come apart without losing a pair.
  static let maximumSyllableCount = 64
  /// Ideographs and kana of a word that is a term as a whole: longer runs are sentences.
  static let maximumIdeographicWordCount = 10
}
