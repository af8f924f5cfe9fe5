import ForumRecords
import ResearchProfiles

/// An introduction as JSON, with what came of it. Notes on it are for staff alone and stand nowhere here.
struct IntroductionDocument: Encodable, Sendable {
  struct Answer: Encodable, Sendable {
    var answer: String
    var time: String
    var means: String

    init(_ answer: IntroductionAnswer) {
      self.answer = answer.answer.rawValue
      time = answer.time.document
      means = answer.means.rawValue
    }

    static let schema = JSONSchema.object([
      "answer": .oneOf(InterestAnswer.self), "time": .time, "means": .oneOf(IntroductionAnswer.Means.self),
    ])
  }

  struct Outcome: Encodable, Sendable {
    var id: Int64
    var stage: String
    var reason: String?
    var time: String
    var by: String

    init(_ event: OutcomeEvent) {
      id = event.id
      stage = event.stage.rawValue
      reason = event.reason
      time = event.time.document
      by = event.by
    }

    static let schema = JSONSchema.object(
      ["id": .integer(1...Int.max), "stage": .oneOf(OutcomeEvent.Stage.self), "time": .time, "by": .string()],
      optional: ["reason": .string()])
  }

  var id: Int64
  var receipt: String
  var organization: String
  var partnerReceipt: String?
  var state: String
  var applicantAnswer: Answer?
  var partnerAnswer: Answer?
  var created: String
  var by: String
  /// Absent in lists.
  var outcomes: [Outcome]?

  enum CodingKeys: String, CodingKey {
    case id, receipt, organization, state, created, by, outcomes
    case partnerReceipt = "partner_receipt"
    case applicantAnswer = "applicant_answer"
    case partnerAnswer = "partner_answer"
  }

  init(_ introduction: Introduction, outcomes: [OutcomeEvent]? = nil) {
    id = introduction.id
    receipt = introduction.receipt
    organization = introduction.organization.rawValue
    partnerReceipt = introduction.partnerReceipt
    state = introduction.state.rawValue
    applicantAnswer = introduction.applicantAnswer.map(Answer.init)
    partnerAnswer = introduction.partnerAnswer.map(Answer.init)
    created = introduction.created.document
    by = introduction.by
    self.outcomes = outcomes?.map(Outcome.init)
  }

  static let schema = JSONSchema.object(
    [
      "id": .integer(1...Int.max), "receipt": .string(), "organization": .string("The partner's id."),
      "state": .oneOf(Introduction.State.self), "created": .time, "by": .string(),
    ],
    optional: [
      "partner_receipt": .string("The partner's own application."), "applicant_answer": Answer.schema,
      "partner_answer": Answer.schema,
      "outcomes": .list(of: .named("Outcome"), "The oldest first; absent in lists."),
    ])
}
