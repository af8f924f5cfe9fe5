/// One line of the glossary: forms in two languages that may stand for each other.
public struct GlossaryConcept: Hashable, Sendable {
  public struct Abbreviation: Hashable, Sendable {
    public var text: String
    /// Has another common meaning: it is neither recognised nor added by itself.
    public var isWeak: Bool
  }

  /// Unique over all files.
  public var id: String
  /// The name of the file that it stands in.
  public var field: String
  /// The preferred form first; at least one.
  public var korean: [String]
  /// The preferred form first; at least one.
  public var english: [String]
  public var abbreviations: [Abbreviation]
  public var note: String

  public func forms(in language: BridgeLanguage) -> [String] { language == .korean ? korean : english }
}
