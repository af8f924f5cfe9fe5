public import ResearchProfiles

/// An application as the forum's desk keeps it. Free of contacts, which are ``ContactDetails``.
public struct ForumApplication: Hashable, Sendable, Codable {
  /// "2026-0001": the year in Seoul and a running number. Empty until ``ForumStore`` has given one; the same as
  /// `application.id`.
  public var receipt: String
  public var application: Application
  public var submitted: ForumTime
  public var updated: ForumTime
  public var channel: SubmissionChannel
  /// The language that the applicant chose, "ko" or "en".
  public var language: String
  public var status: ApplicationStatus
  /// The kinds of partners that are wanted; empty for any.
  public var wantedKinds: [OrganizationKind]
  /// The regions that partners are wanted from; empty for any.
  public var wantedRegions: [String]
  /// The code of a field of research.
  public var field: String?
  /// Technology readiness, 1...9.
  public var readinessLevel: Int?
  public var budgetMillionWon: Int?
  /// "coordinator", "participant" or "subcontractor".
  public var wantedRole: String?
  /// Where the applicant is, as the form says it ("서울").
  public var region: String?
  public var courses: [Course]
  public var wantsJointResearch: Bool
  public var wantsCounselling: Bool
  /// The key of a form service's row, so that importing it again adds nothing. No personal data: it outlives a purge
  /// (as a digest).
  public var sourceKey: String?
  /// Counts up from 1 with every change of content.
  public var revision: Int

  public init(
    receipt: String = "", application: Application, submitted: ForumTime = ForumTime(secondsSinceEpoch: 0),
    updated: ForumTime = ForumTime(secondsSinceEpoch: 0), channel: SubmissionChannel = .web, language: String = "ko",
    status: ApplicationStatus = .received, wantedKinds: [OrganizationKind] = [], wantedRegions: [String] = [],
    field: String? = nil, readinessLevel: Int? = nil, budgetMillionWon: Int? = nil, wantedRole: String? = nil,
    region: String? = nil, courses: [Course] = [], wantsJointResearch: Bool = true, wantsCounselling: Bool = false,
    sourceKey: String? = nil, revision: Int = 1
  ) {
    self.receipt = receipt
    self.application = application
    self.submitted = submitted
    self.updated = updated
    self.channel = channel
    self.language = language
    self.status = status
    self.wantedKinds = wantedKinds
    self.wantedRegions = wantedRegions
    self.field = field
    self.readinessLevel = readinessLevel
    self.budgetMillionWon = budgetMillionWon
    self.wantedRole = wantedRole
    self.region = region
    self.courses = courses
    self.wantsJointResearch = wantsJointResearch
    self.wantsCounselling = wantsCounselling
    self.sourceKey = sourceKey
    self.revision = revision
  }
}
