import TextAnalysis

/// One name of a body, taken apart: its words without legal form and articles, and what was left out.
public struct NameForm: Hashable, Sendable {
  public struct Marks: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It bears a company's legal form.
    public static let company = Marks(rawValue: 1)
    /// It is a university's foundation for contracts (산학협력단).
    public static let foundation = Marks(rawValue: 2)
    /// It names a campus.
    public static let campus = Marks(rawValue: 4)
    /// All capitals, one word, 2 to 8 letters: it may stand for a longer name.
    public static let acronym = Marks(rawValue: 8)
    public static let hangul = Marks(rawValue: 16)
  }

  /// In the name's order.
  public let words: [NameWord]
  public let marks: Marks
  /// The name's own letters without blanks and legal form, before words of several languages were made one.
  public let letters: String
  /// Which legal form of those that no body bears beside another; 0 for none, and where translations vary (Co., Ltd.).
  let legalForm: UInt16
  /// The words without blanks, hashed: names that differ in blanks, case, accents and legal form have the same.
  public let compactHash: UInt64

  /// What there is to agree on, in thousandths of a distinctive word.
  public var weight: Int { words.reduce(0) { $0 + $1.weight } }

  public var hasDistinctiveWord: Bool { words.contains { $0.role == .distinctive } }

  /// - Returns: no form where nothing is left of the name.
  /// - Complexity: linear in the name, a few microseconds.
  public init?(_ name: String) {
    var reader = NameReader()
    reader.read(name)
    guard !reader.words.isEmpty else { return nil }
    words = reader.words
    letters = reader.letters
    legalForm = reader.legalForm
    var marks = reader.marks
    if Self.isAcronym(name) { marks.insert(.acronym) }
    self.marks = marks
    compactHash = StableHash.of(reader.words.map(\.text))
  }

  private static func isAcronym(_ name: String) -> Bool {
    let letters = name.utf8.filter { $0 != 0x2E && $0 != 0x2D }
    return (2...8).contains(letters.count)
      && letters.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
      && letters.contains { $0 > 0x40 }
  }

  /// The first letters of the words, those of the articles not among them, for comparison with acronyms.
  public var initials: String {
    String(String.UnicodeScalarView(words.compactMap { $0.text.unicodeScalars.first }))
  }
}

extension NameForm {
  /// The words as they are compared.
  public var spelled: String { words.map(\.text).joined(separator: " ") }
}
