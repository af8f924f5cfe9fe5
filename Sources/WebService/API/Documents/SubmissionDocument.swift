import ForumDesk
import ForumRecords

/// What became of an application that was handed in or changed.
struct SubmissionDocument: Encodable, Sendable {
  struct Notice: Encodable, Sendable {
    var field: String
    var message: String
    var messageKo: String

    enum CodingKeys: String, CodingKey {
      case field, message
      case messageKo = "message_ko"
    }

    init(_ problem: IntakeProblem) {
      field = problem.key.rawValue
      message = problem.message.english
      messageKo = problem.message.korean
    }
  }

  var effect: String
  var application: ApplicationDocument
  /// What was changed in the answers: personal data taken out of texts.
  var notices: [Notice]

  init(_ effect: Submission.Effect, _ application: ForumApplication, _ notices: [IntakeProblem]) {
    self.effect = effect.rawValue
    self.application = ApplicationDocument(application)
    self.notices = notices.map(Notice.init)
  }

  static let schema = JSONSchema.object(
    [
      "effect": .oneOf(
        Submission.Effect.self,
        "`unchanged`: the same key and the same answers came before. `revised`: the same key, other answers. `kept`: the same "
          + "key and other answers, but staff has edited the application meanwhile, which stays. "),
      "application": .named("Application"),
      "notices": .list(
        of: .object(["field": .string(), "message": .string(), "message_ko": .string()]),
        "What was changed in the answers: personal data taken out of public texts."),
    ])
}
