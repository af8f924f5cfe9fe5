/// One thing that speaks for or against two records being one body.
public struct ResolutionReason: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case identifier
    case conflictingIdentifier = "conflicting_identifier"
    case name
    case acronym
    case foundation
    case transliteration
    case unit
    case number
    case commonName = "common_name"
    case country
    case region
    case city
    case domain
    case kind
    case parent
    case decision
    case position
  }

  public let kind: Kind
  /// What was compared, in words.
  public let detail: String
  /// 100 is enough for certainty; negative speaks against.
  public let points: Int

  public init(_ kind: Kind, _ detail: String, points: Int) {
    self.kind = kind
    self.detail = detail
    self.points = points
  }
}
