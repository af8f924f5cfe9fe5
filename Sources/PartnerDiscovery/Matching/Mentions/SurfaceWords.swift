import Foundation

/// The words of a text as they are written, for finding names in it.
struct SurfaceWords {
  /// Words that begin with a capital somewhere in the text, and words in Hangul; in lower case, each once, ascending.
  private(set) var capitalized: [String] = []
  /// Words with at least two capitals ("KIST", "VTT", "CNRS"); in lower case, each once, ascending.
  private(set) var acronyms: [String] = []

  init(_ text: String) {
    var capitalized: Set<String> = []
    var acronyms: Set<String> = []
    for word in Self.words(in: text) {
      let lowercased = word.lowercased()
      if word.first?.isUppercase == true || Self.isHangul(word) { capitalized.insert(lowercased) }
      if word.count >= 2, word.count(where: \.isUppercase) >= 2 { acronyms.insert(lowercased) }
    }
    self.capitalized = capitalized.sorted()
    self.acronyms = acronyms.sorted()
  }

  /// Letters and digits in a row, without accents.
  static func words(in text: String) -> [String] {
    text.folding(options: .diacriticInsensitive, locale: nil)
      .split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  static func isHangul(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { (0xAC00...0xD7A3).contains($0.value) }
  }
}
