public import ResearchProfiles

/// An officer's mark on a possible partner of an application.
public struct PartnerMark: Hashable, Sendable, Codable {
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case shortlist
    /// Must be in every proposal.
    case pin
    /// Must be in none.
    case veto
  }

  public var receipt: String
  public var organization: OrganizationID
  public var kind: Kind
  public var by: String
  public var time: ForumTime

  public init(receipt: String, organization: OrganizationID, kind: Kind, by: String, time: ForumTime) {
    self.receipt = receipt
    self.organization = organization
    self.kind = kind
    self.by = by
    self.time = time
  }
}
