/// What came of suggestions and introductions. Lists with a fixed set of names hold all of them in the order of their
/// cases; reasons go from the largest count to the smallest, equal ones by name.
public struct OutcomeStatistics: Hashable, Sendable, Codable {
  /// Suggestions that applicants are shown.
  public var releasedSuggestionCount = 0
  /// Applicants' answers to suggestions, ``InterestAnswer``.
  public var interestByAnswer: [NamedCount] = []
  /// Reasons of the answers no.
  public var interestReasons: [NamedCount] = []
  public var introductionCount = 0
  /// ``Introduction/State``.
  public var introductionsByState: [NamedCount] = []
  /// In how many introductions a stage was recorded at least once, ``OutcomeEvent/Stage``.
  public var introductionsByStage: [NamedCount] = []
  /// How many events of each stage give each reason.
  public var reasonsByStage: [StageReason] = []
  /// ``CounsellingSession/Status``.
  public var counsellingByStatus: [NamedCount] = []
  /// Referrals to each ``Course``.
  public var referralsByCourse: [NamedCount] = []

  public struct StageReason: Hashable, Sendable, Codable {
    public var stage: OutcomeEvent.Stage
    public var reason: String
    public var count: Int

    public init(stage: OutcomeEvent.Stage, reason: String, count: Int) {
      self.stage = stage
      self.reason = reason
      self.count = count
    }
  }

  public init() {}
}
