import GRDB

extension ForumStore {
  /// The audit trail, the latest entry first.
  ///
  /// - Complexity: linear in the entries that match, for their total.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func auditEntries(
    _ filter: AuditFilter = AuditFilter(), page: Page = .all
  ) throws(ForumStoreError) -> Paged<AuditEntry> {
    var conditions = ForumConditions()
    conditions.require("actor", is: filter.actor)
    conditions.require("subject", is: filter.subject)
    if let action = filter.action {
      if action.hasSuffix(".") {
        // Compared as text from a group's first possible name to the first beyond it ("/" follows "." in ASCII).
        conditions.require("action >= ? AND action < ?", [action, action.dropLast() + "/"])
      } else {
        conditions.require("action", is: action)
      }
    }
    conditions.require("time", from: filter.from, before: filter.before)
    return try read { database in
      try database.page("*", from: "audit_entry", conditions, order: "id DESC", page: page) {
        AuditEntry(
          id: try $0.integer("id"), time: try $0.time("time"), actor: try $0.value("actor"),
          action: try $0.value("action"), subject: try $0.value("subject"), detail: try $0.value("detail"))
      }
    }
  }

  /// Writes an entry for something that happened outside the store, such as an export. No personal data in it.
  ///
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  public func recordAudit(
    action: String, subject: String, detail: String = "", actor: String, time: ForumTime
  ) throws(ForumStoreError) {
    try write { try $0.audit(action, subject, detail, actor: actor, time: time) }
  }
}

extension Database {
  /// Writes the audit trail, in the transaction of what it tells of.
  func audit(_ action: String, _ subject: String, _ detail: String = "", actor: String, time: ForumTime) throws {
    try insert(
      into: "audit_entry",
      [
        "time": time.secondsSinceEpoch, "actor": actor, "action": action, "subject": subject, "detail": detail,
      ])
  }
}
