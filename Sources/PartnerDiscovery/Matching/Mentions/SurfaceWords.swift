import Foundation

/// The words of a text as they are written, for finding names in it.
package struct SurfaceWords {
  /// Words that begin with a capital somewhere in the text, and words in Hangul; in lower case, each once, ascending.
  package private(set) var capitalized: [String] = []
  /// Words with at least two capitals ("KIST", "VTT", "CNRS"); in lower case, each once, ascending.
  package private(set) var acronyms: [String] = []

  package init(_ text: String) {
    var capitalized: Set<String> = []
    var acronyms: Set<String> = []
    for word in Self.words(in: text) {
      let (isCapitalized, capitalCount) = Self.capitals(of: word)
      if isCapitalized || Self.isHangul(word) { capitalized.insert(word.lowercased()) }
      if capitalCount >= 2 { acronyms.insert(word.lowercased()) }
    }
    self.capitalized = capitalized.sorted()
    self.acronyms = acronyms.sorted()
  }

  static func isHangul(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { (0xAC00...0xD7A3).contains($0.value) }
  }

  /// Whether a word begins with a capital, and how many it has.
  private static func capitals(of word: String) -> (isCapitalized: Bool, count: Int) {
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else {
      return (word.first?.isUppercase == true, word.count(where: \.isUppercase))
    }
    let capitals = 0x41...0x5A as ClosedRange<UInt8>
    return (word.utf8.first.map(capitals.contains) ?? false, word.utf8.count(where: capitals.contains))
  }

  /// Letters and digits in a row, without accents, by Unicode's tables: the oracle of ``words(in:)``.
  package static func wordsByTables(in text: String) -> [String] {
    text.folding(options: .diacriticInsensitive, locale: nil)
      .split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
