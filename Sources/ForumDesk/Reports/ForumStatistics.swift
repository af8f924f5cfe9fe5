public import ForumRecords

/// What came of a forum, counted: applications, courses, introductions and outcomes by stage with the reasons for no, provisions
/// of personal data. Pure: no person, no organisation is named.
public struct ForumStatistics: Hashable, Sendable {
  public struct StageCount: Hashable, Sendable {
    public var stage: OutcomeEvent.Stage
    /// Introductions that came to this stage, whatever happened before or later.
    public var reachedCount: Int
    /// Introductions of which this is the latest stage.
    public var restingCount: Int
  }

  public struct ReasonCount: Hashable, Sendable {
    /// A code of the desk's list, "" where none was given.
    public var reason: String
    public var count: Int
  }

  public struct NumberOf<Key: Hashable & Sendable>: Hashable, Sendable {
    public var key: Key
    public var count: Int
  }

  public let applicationCount: Int
  public let byStatus: [NumberOf<ApplicationStatus>]
  public let byChannel: [NumberOf<SubmissionChannel>]
  /// Applications that want the course.
  public let courseDemand: [NumberOf<Course>]
  public let jointResearchCount: Int
  public let counsellingDemandCount: Int
  public let counsellingByStatus: [NumberOf<CounsellingSession.Status>]
  /// Counsellings that sent the applicant to a course.
  public let referrals: [NumberOf<Course>]
  public let introductionCount: Int
  public let introductionsByState: [NumberOf<Introduction.State>]
  /// All stages, in their order.
  public let stages: [StageCount]
  /// Answers of no to suggestions and introductions.
  public let declinedCount: Int
  /// Of answers of no and of introductions that ended: most frequent first, then by code.
  public let reasonsForNo: [ReasonCount]
  public let provisionCount: Int
  /// By recipient's sort: the forum, partners, training or `organization`, in that order.
  public let provisionsByRecipient: [NumberOf<String>]

  /// - Complexity: linear in what it is given, times its logarithm.
  public init(
    applications: [ForumApplication], interests: [Interest] = [], introductions: [Introduction] = [],
    outcomes: [OutcomeEvent] = [], counselling: [CounsellingSession] = [], provisions: [Provision] = []
  ) {
    applicationCount = applications.count
    byStatus = Self.numbers(ApplicationStatus.allCases, applications.map(\.status))
    byChannel = Self.numbers(SubmissionChannel.allCases, applications.map(\.channel))
    let present = applications.filter { $0.status != .withdrawn }
    courseDemand = Self.numbers(Course.allCases, present.flatMap { Set($0.courses).map { $0 } })
    jointResearchCount = present.count(where: \.wantsJointResearch)
    counsellingDemandCount = present.count(where: \.wantsCounselling)
    counsellingByStatus = Self.numbers(CounsellingSession.Status.allCases, counselling.map(\.status))
    referrals = Self.numbers(Course.allCases, counselling.compactMap(\.referral))
    introductionCount = introductions.count
    introductionsByState = Self.numbers(Introduction.State.allCases, introductions.map(\.state))
    stages = Self.stages(introductions, outcomes)
    let refusals = interests.filter { $0.answer == .no }.map { $0.reason ?? "" }
    let declinedAnswers = introductions.flatMap { [$0.applicantAnswer, $0.partnerAnswer] }
      .count { $0?.answer == .no }
    declinedCount = refusals.count + declinedAnswers
    reasonsForNo = Self.reasons(refusals + outcomes.filter { $0.stage == .ended }.map { $0.reason ?? "" })
    provisionCount = provisions.count
    let sorts = [Consent.forum, Consent.partners, Consent.training]
    provisionsByRecipient = Self.numbers(
      sorts + ["organization"],
      provisions.map { sorts.contains($0.recipient) ? $0.recipient : "organization" })
  }

  private static func numbers<Key>(_ keys: [Key], _ found: [Key]) -> [NumberOf<Key>] {
    keys.map { key in NumberOf(key: key, count: found.count { $0 == key }) }
  }

  private static func stages(_ introductions: [Introduction], _ outcomes: [OutcomeEvent]) -> [StageCount] {
    var events: [Int64: [OutcomeEvent]] = [:]
    for event in outcomes { events[event.introduction, default: []].append(event) }
    var reached: [OutcomeEvent.Stage: Int] = [:]
    var resting: [OutcomeEvent.Stage: Int] = [:]
    for introduction in introductions {
      let own = events[introduction.id] ?? []
      for stage in Set(own.map(\.stage)) { reached[stage, default: 0] += 1 }
      let latest = own.max { ($0.time, $0.id) < ($1.time, $1.id) }
      if let latest { resting[latest.stage, default: 0] += 1 }
    }
    return OutcomeEvent.Stage.allCases.map {
      StageCount(stage: $0, reachedCount: reached[$0] ?? 0, restingCount: resting[$0] ?? 0)
    }
  }

  private static func reasons(_ codes: [String]) -> [ReasonCount] {
    let counts = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.map { ReasonCount(reason: $0, count: $1) }.sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
  }
}
