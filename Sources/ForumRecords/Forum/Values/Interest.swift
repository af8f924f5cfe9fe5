public import ResearchProfiles

/// The applicant's answer to a suggestion. A later answer replaces it.
public struct Interest: Hashable, Sendable, Codable {
  public var receipt: String
  public var organization: OrganizationID
  public var answer: InterestAnswer
  /// A code of the desk's list, mostly for no.
  public var reason: String?
  public var time: ForumTime

  public init(
    receipt: String, organization: OrganizationID, answer: InterestAnswer, reason: String? = nil, time: ForumTime
  ) {
    self.receipt = receipt
    self.organization = organization
    self.answer = answer
    self.reason = reason
    self.time = time
  }
}
