public import ResearchProfiles

/// An officer's note on a possible partner of an application. Free text: removed by a purge.
public struct PartnerNote: Hashable, Sendable, Codable {
  public var id: Int64
  public var receipt: String
  public var organization: OrganizationID
  public var text: String
  public var by: String
  public var time: ForumTime

  public init(
    id: Int64 = 0, receipt: String, organization: OrganizationID, text: String, by: String, time: ForumTime
  ) {
    self.id = id
    self.receipt = receipt
    self.organization = organization
    self.text = text
    self.by = by
    self.time = time
  }
}
