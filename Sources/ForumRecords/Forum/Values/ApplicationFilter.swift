public import ResearchProfiles

/// Which applications are wanted: those for which every part that is set is true. An empty list sets nothing.
public struct ApplicationFilter: Hashable, Sendable, Codable {
  public var receipts: [String] = []
  public var statuses: [ApplicationStatus] = []
  public var channels: [SubmissionChannel] = []
  /// At least one of these courses is asked for.
  public var courses: [Course] = []
  /// The applicant's kind.
  public var kinds: [OrganizationKind] = []
  public var fields: [String] = []
  /// The applicant's region.
  public var regions: [String] = []
  /// The applicant's country.
  public var countries: [String] = []
  /// The applicant, where it is an organisation that is known by id.
  public var applicant: OrganizationID?
  public var wantsJointResearch: Bool?
  public var wantsCounselling: Bool?
  public var submittedFrom: ForumTime?
  /// Before this moment.
  public var submittedBefore: ForumTime?
  public var order = Order.newestFirst

  public enum Order: String, CaseIterable, Hashable, Sendable, Codable {
    case newestFirst
    case oldestFirst
    case lastUpdatedFirst
  }

  public init() {}
}
