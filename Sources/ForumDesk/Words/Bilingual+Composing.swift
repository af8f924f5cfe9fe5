extension Bilingual {
  /// The same in both languages.
  public init(both text: String) { self.init(text, text) }

  init(_ number: Int) { self.init(both: "\(number)") }

  /// Several after each other.
  public init(joining parts: [Bilingual], separator: String = ", ") {
    self.init(
      parts.map(\.korean).joined(separator: separator), parts.map(\.english).joined(separator: separator))
  }

  /// For the middle of a sentence: English names begin with a capital letter here.
  public var inSentence: Bilingual {
    // Abbreviations stay as they are.
    let isAbbreviation = english.dropFirst().first.map { $0.isUppercase } ?? false
    return isAbbreviation ? self : Bilingual(korean, english.prefix(1).lowercased() + english.dropFirst())
  }

  /// For the beginning of a sentence, a label or a cell.
  var capitalized: Bilingual { Bilingual(korean, english.prefix(1).uppercased() + english.dropFirst()) }
}
