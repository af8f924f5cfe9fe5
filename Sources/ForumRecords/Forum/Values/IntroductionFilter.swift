public import ResearchProfiles

/// Which introductions are wanted: those for which every part that is set is true.
public struct IntroductionFilter: Hashable, Sendable, Codable {
  /// The applicant's receipt, or the partner's own.
  public var receipt: String?
  public var organization: OrganizationID?
  public var states: [Introduction.State] = []
  public var by: String?

  public init(
    receipt: String? = nil, organization: OrganizationID? = nil, states: [Introduction.State] = [], by: String? = nil
  ) {
    self.receipt = receipt
    self.organization = organization
    self.states = states
    self.by = by
  }
}
