/// The two languages of everything that a user sees.
public enum Language: String, CaseIterable, Hashable, Sendable, Codable {
  case korean = "ko"
  case english = "en"
}

/// A text in both languages.
public struct Bilingual: Hashable, Sendable {
  public var korean: String
  public var english: String

  public init(_ korean: String, _ english: String) {
    self.korean = korean
    self.english = english
  }

  public subscript(language: Language) -> String { language == .korean ? korean : english }
}
