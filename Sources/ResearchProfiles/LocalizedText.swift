/// One text in the languages in which its source gave it, in the source's order.
///
/// A language is a lower-case BCP 47 primary tag ("ko", "en"), or `nil` where the source does not say. A source that
/// repeats a language keeps its repetitions: nothing is lost here.
public struct LocalizedText: Hashable, Sendable {
  public struct Entry: Hashable, Sendable, Codable {
    public var language: String?
    public var text: String

    public init(language: String?, text: String) {
      self.language = language
      self.text = text
    }
  }

  public var entries: [Entry]

  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// A text in one language, or nothing at all where the text is empty.
  public init(_ text: String, language: String? = nil) {
    self.entries = text.isEmpty ? [] : [Entry(language: language, text: text)]
  }

  public var isEmpty: Bool { entries.allSatisfy { $0.text.isEmpty } }

  /// The first entry's text, or the empty string.
  public var primary: String { entries.first?.text ?? "" }

  /// The first entry in that language.
  public subscript(language: String) -> String? {
    entries.first { $0.language == language }?.text
  }

  /// The text in the first of the preferred languages that is present, else ``primary``.
  public func text(preferring languages: [String]) -> String {
    for language in languages {
      if let text = self[language] { return text }
    }
    return primary
  }

  /// Appends an entry unless it is empty or already there word for word.
  public mutating func add(_ text: String, language: String? = nil) {
    guard !text.isEmpty else { return }
    let entry = Entry(language: language, text: text)
    if !entries.contains(entry) { entries.append(entry) }
  }
}

extension LocalizedText: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}

extension LocalizedText: Codable {
  public init(from decoder: any Decoder) throws {
    entries = try decoder.singleValueContainer().decode([Entry].self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(entries)
  }
}
