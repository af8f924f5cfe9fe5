/// The headings of a vocabulary that are looked for inside longer ones: those of more than two letters and five bytes.
struct HeadingWords: Sendable {
  private struct Word {
    var text: String
    var bytes: [UInt8]
    var letterCount: Int
    var field: TableField
  }

  private static let startByteCount = 3
  /// By their first bytes.
  private let words: [[UInt8]: [Word]]

  init(_ vocabulary: [String: TableField]) {
    let words = vocabulary.filter { $0.key.count > 2 && $0.key.utf8.count > 5 }
      .map { Word(text: $0.key, bytes: Array($0.key.utf8), letterCount: $0.key.count, field: $0.value) }
    self.words = Dictionary(grouping: words) { Array($0.bytes.prefix(Self.startByteCount)) }
  }

  /// The meaning of the longest word that a text holds, of equally long ones the first by its letters.
  ///
  /// - Complexity: linear in the text's bytes, but for words that begin alike.
  func longest(in text: String) -> TableField? {
    let bytes = Array(text.utf8)
    var longest: Word?
    for start in 0..<max(0, bytes.count - Self.startByteCount + 1) {
      guard let candidates = words[Array(bytes[start..<start + Self.startByteCount])] else { continue }
      for word in candidates where bytes[start...].starts(with: word.bytes) {
        if let longest, (longest.letterCount, word.text) >= (word.letterCount, longest.text) { continue }
        // Bytes that are there may end inside a character.
        if text.contains(word.text) { longest = word }
      }
    }
    return longest?.field
  }
}
