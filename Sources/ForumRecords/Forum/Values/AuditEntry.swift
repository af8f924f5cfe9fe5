/// One change, and who made it. Never holds personal data.
public struct AuditEntry: Hashable, Sendable, Codable {
  public var id: Int64
  public var time: ForumTime
  /// A login, or "applicant", "partner", "system", "client:" and a token's name.
  public var actor: String
  /// "application.submit", "consent.withdraw" ...
  public var action: String
  /// What was changed: a receipt, a login, an id.
  public var subject: String
  public var detail: String

  public init(id: Int64 = 0, time: ForumTime, actor: String, action: String, subject: String, detail: String = "") {
    self.id = id
    self.time = time
    self.actor = actor
    self.action = action
    self.subject = subject
    self.detail = detail
  }
}
