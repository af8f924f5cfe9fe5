/// Which knowledge bridges the languages of a query.
public enum BridgeMode: String, CaseIterable, Hashable, Sendable, Codable {
  case none
  case glossary
  /// Term pairs that were mined from the workspace's own records.
  case mined
  case both

  public var usesGlossary: Bool { self == .glossary || self == .both }
  public var usesPairs: Bool { self == .mined || self == .both }
}
