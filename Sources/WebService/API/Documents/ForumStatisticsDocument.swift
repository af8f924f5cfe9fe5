import ForumRecords

/// How many there are of everything, as JSON.
struct ForumStatisticsDocument: Encodable, Sendable {
  struct StageReason: Encodable, Sendable {
    var stage: String
    var reason: String
    var count: Int
  }

  struct Applications: Encodable, Sendable {
    var total: Int
    var byStatus: [NamedCount]
    var byChannel: [NamedCount]
    var byCourse: [NamedCount]
    var byKind: [NamedCount]
    var byField: [NamedCount]
    var byRegion: [NamedCount]
    var byCountry: [NamedCount]
    var byDay: [NamedCount]
    var jointResearch: Int
    var counselling: Int
    var purged: Int

    enum CodingKeys: String, CodingKey {
      case total, counselling, purged
      case byStatus = "by_status"
      case byChannel = "by_channel"
      case byCourse = "by_course"
      case byKind = "by_kind"
      case byField = "by_field"
      case byRegion = "by_region"
      case byCountry = "by_country"
      case byDay = "by_day"
      case jointResearch = "joint_research"
    }
  }

  struct Outcomes: Encodable, Sendable {
    var releasedSuggestions: Int
    var interestByAnswer: [NamedCount]
    var interestReasons: [NamedCount]
    var introductions: Int
    var introductionsByState: [NamedCount]
    var introductionsByStage: [NamedCount]
    var reasonsByStage: [StageReason]
    var counsellingByStatus: [NamedCount]
    var referralsByCourse: [NamedCount]

    enum CodingKeys: String, CodingKey {
      case introductions
      case releasedSuggestions = "released_suggestions"
      case interestByAnswer = "interest_by_answer"
      case interestReasons = "interest_reasons"
      case introductionsByState = "introductions_by_state"
      case introductionsByStage = "introductions_by_stage"
      case reasonsByStage = "reasons_by_stage"
      case counsellingByStatus = "counselling_by_status"
      case referralsByCourse = "referrals_by_course"
    }
  }

  struct Index: Encodable, Sendable {
    var organizations: Int
    var evidence: Int
  }

  var applications: Applications
  var outcomes: Outcomes
  var index: Index

  init(
    _ applications: ApplicationStatistics, _ outcomes: OutcomeStatistics, index: (evidence: Int, organizations: Int)
  ) {
    self.applications = Applications(
      total: applications.total, byStatus: applications.byStatus, byChannel: applications.byChannel,
      byCourse: applications.byCourse, byKind: applications.byKind, byField: applications.byField,
      byRegion: applications.byRegion, byCountry: applications.byCountry, byDay: applications.byDay,
      jointResearch: applications.jointResearchCount, counselling: applications.counsellingCount,
      purged: applications.purgedCount)
    self.outcomes = Outcomes(
      releasedSuggestions: outcomes.releasedSuggestionCount, interestByAnswer: outcomes.interestByAnswer,
      interestReasons: outcomes.interestReasons, introductions: outcomes.introductionCount,
      introductionsByState: outcomes.introductionsByState, introductionsByStage: outcomes.introductionsByStage,
      reasonsByStage: outcomes.reasonsByStage.map {
        StageReason(stage: $0.stage.rawValue, reason: $0.reason, count: $0.count)
      }, counsellingByStatus: outcomes.counsellingByStatus, referralsByCourse: outcomes.referralsByCourse)
    self.index = Index(organizations: index.organizations, evidence: index.evidence)
  }

  static let schema: JSONSchema = {
    let count = JSONSchema.integer(0...Int.max)
    let counts = JSONSchema.list(of: .object(["name": .string("Empty where it is not known."), "count": count]))
    return .object([
      "applications": .object([
        "total": count, "by_status": counts, "by_channel": counts, "by_course": counts, "by_kind": counts,
        "by_field": counts, "by_region": counts, "by_country": counts, "by_day": counts, "joint_research": count,
        "counselling": count, "purged": count,
      ]),
      "outcomes": .object([
        "released_suggestions": count, "interest_by_answer": counts, "interest_reasons": counts,
        "introductions": count, "introductions_by_state": counts, "introductions_by_stage": counts,
        "reasons_by_stage": .list(
          of: .object(["stage": .oneOf(OutcomeEvent.Stage.self), "reason": .string(), "count": count])),
        "counselling_by_status": counts, "referrals_by_course": counts,
      ]), "index": .object(["organizations": count, "evidence": count]),
    ])
  }()
}
