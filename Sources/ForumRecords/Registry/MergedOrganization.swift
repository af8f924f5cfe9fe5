public import ResearchProfiles

/// An id that a body answers to, beside its primary one.
public struct MergedOrganization: Hashable, Sendable {
  public var id: OrganizationID
  public var primary: OrganizationID

  public init(id: OrganizationID, primary: OrganizationID) {
    self.id = id
    self.primary = primary
  }
}
