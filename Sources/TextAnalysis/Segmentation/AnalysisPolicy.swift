/// What an analyser does with the words that segmentation finds.
struct AnalysisPolicy: Sendable {
  /// English words are stemmed, and English and Korean stop words give no term.
  var reducesWords: Bool
  /// Korean words lose their particle or ending.
  var stripsKoreanEndings: Bool
  /// Korean, Chinese and Japanese words of two characters and more are terms as a whole, beside their pairs.
  var keepsSyllabicWords: Bool
  /// The last syllable of a Korean word and the first one of the next are a pair too, if only blanks, middle dots or
  /// hyphens are between the words: text with other spacing still gives the same pairs.
  var pairsAcrossBlanks: Bool

  static let standard = AnalysisPolicy(
    reducesWords: true, stripsKoreanEndings: true, keepsSyllabicWords: true, pairsAcrossBlanks: true)
  static let syllableBigrams = AnalysisPolicy(
    reducesWords: false, stripsKoreanEndings: false, keepsSyllabicWords: false, pairsAcrossBlanks: false)
}
