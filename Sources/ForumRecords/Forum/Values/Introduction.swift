public import ResearchProfiles

/// An introduction of an applicant to a partner: a proposal until both have said yes.
public struct Introduction: Hashable, Sendable, Codable {
  public enum State: String, CaseIterable, Hashable, Sendable, Codable {
    /// Not both have answered, or one said later.
    case proposed
    /// Both said yes.
    case mutual
    /// One said no.
    case declined
    /// Staff ended it.
    case closed
  }

  public enum Side: String, CaseIterable, Hashable, Sendable, Codable {
    case applicant
    case partner
  }

  public var id: Int64
  public var receipt: String
  /// The partner.
  public var organization: OrganizationID
  /// The partner's own application, where there is one.
  public var partnerReceipt: String?
  /// Follows from the answers, unless staff closed it.
  public var state: State
  public var applicantAnswer: IntroductionAnswer?
  public var partnerAnswer: IntroductionAnswer?
  public var created: ForumTime
  public var by: String

  public init(
    id: Int64 = 0, receipt: String, organization: OrganizationID, partnerReceipt: String? = nil,
    state: State = .proposed, applicantAnswer: IntroductionAnswer? = nil, partnerAnswer: IntroductionAnswer? = nil,
    created: ForumTime, by: String
  ) {
    self.id = id
    self.receipt = receipt
    self.organization = organization
    self.partnerReceipt = partnerReceipt
    self.state = state
    self.applicantAnswer = applicantAnswer
    self.partnerAnswer = partnerAnswer
    self.created = created
    self.by = by
  }

  /// What two answers make of an introduction that nobody closed.
  public static func state(applicant: InterestAnswer?, partner: InterestAnswer?) -> State {
    if applicant == .no || partner == .no { return .declined }
    return applicant == .yes && partner == .yes ? .mutual : .proposed
  }
}
