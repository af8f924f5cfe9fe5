/// Finds sentences that lean on one connecting word twice, which reads badly ("X를 이용한 Y를 이용한 Z").
enum ConnectingWords {
  static let inTitles = words(["이용한", "기반", "위한", "시스템", "검사", "용 ", " using ", " based ", " for ", "system", "method"])
  static let inSentences = words(["이용", "위한", "기반", " for "])

  /// Whether one of the words stands at least twice in the text; linear in the text for each word.
  static func isRepeated(_ words: [[UInt8]], in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return words.contains { count(of: $0, in: bytes) > 1 }
  }

  private static func words(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

  private static func count(of word: [UInt8], in bytes: [UInt8]) -> Int {
    // The last byte of a Hangul syllable tells more than its first, which nearly all share.
    let last = word[word.count - 1]
    var count = 0
    var position = word.count - 1
    while position < bytes.count {
      if bytes[position] == last, ends(at: position, word, in: bytes) {
        count += 1
        position += word.count
      } else {
        position += 1
      }
    }
    return count
  }

  private static func ends(at position: Int, _ word: [UInt8], in bytes: [UInt8]) -> Bool {
    var back = 1
    while back < word.count {
      if bytes[position - back] != word[word.count - 1 - back] { return false }
      back += 1
    }
    return true
  }
}
