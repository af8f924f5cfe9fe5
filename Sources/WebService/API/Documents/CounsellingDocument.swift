import ForumRecords

/// A session of counselling as JSON, without its notes, which are personal.
struct CounsellingDocument: Encodable, Sendable {
  var id: Int64
  var receipt: String
  var status: String
  var counsellor: String?
  var queued: String
  var begun: String?
  var ended: String?
  var referral: String?

  init(_ session: CounsellingSession) {
    id = session.id
    receipt = session.receipt
    status = session.status.rawValue
    counsellor = session.counsellor
    queued = session.queued.document
    begun = session.begun?.document
    ended = session.ended?.document
    referral = session.referral?.rawValue
  }

  static let schema = JSONSchema.object(
    [
      "id": .integer(1...Int.max), "receipt": .string(), "status": .oneOf(CounsellingSession.Status.self),
      "queued": .time,
    ],
    optional: [
      "counsellor": .string("A login."), "begun": .time, "ended": .time,
      "referral": .oneOf(Course.self, "The course that the applicant was sent to."),
    ])
}
