import ForumRecords

/// An entry of the audit trail as JSON.
struct AuditDocument: Encodable, Sendable {
  var id: Int64
  var time: String
  var actor: String
  var action: String
  var subject: String
  var detail: String

  init(_ entry: AuditEntry) {
    id = entry.id
    time = entry.time.document
    actor = entry.actor
    action = entry.action
    subject = entry.subject
    detail = entry.detail
  }

  static let schema = JSONSchema.object([
    "id": .integer(1...Int.max), "time": .time,
    "actor": .string("A login, `applicant`, `partner`, `system`, or `client:` and a token's name."),
    "action": .string("`application.submit`, `consent.withdraw` ..."),
    "subject": .string("A receipt, a login, an id."), "detail": .string("Never personal data."),
  ])
}
