/// Which entries of the audit trail are wanted: those for which every part that is set is true.
public struct AuditFilter: Hashable, Sendable, Codable {
  public var actor: String?
  /// "application.submit", or a group with its dot: "application.".
  public var action: String?
  public var subject: String?
  public var from: ForumTime?
  /// Before this moment.
  public var before: ForumTime?

  public init(
    actor: String? = nil, action: String? = nil, subject: String? = nil, from: ForumTime? = nil,
    before: ForumTime? = nil
  ) {
    self.actor = actor
    self.action = action
    self.subject = subject
    self.from = from
    self.before = before
  }
}
