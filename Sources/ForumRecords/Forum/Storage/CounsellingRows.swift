import GRDB

/// Rows of counselling sessions and of their notes.
enum CounsellingRows {
  static let columns = "counselling_session.*, counselling_note.notes, counselling_note.next_step"
  static let source =
    "counselling_session LEFT JOIN counselling_note ON counselling_note.session = counselling_session.id"
  static let selection = "SELECT \(columns) FROM \(source)"

  static func read(_ columns: ForumColumns) throws -> CounsellingSession {
    CounsellingSession(
      id: try columns.integer("id"), receipt: try columns.value("receipt"), status: try columns.name("status"),
      counsellor: try columns.value("counsellor"), queued: try columns.time("queued"),
      begun: try columns.optionalTime("begun"), ended: try columns.optionalTime("ended"),
      notes: try columns.value("notes") ?? "", nextStep: try columns.value("next_step") ?? "",
      referral: try columns.optionalName("referral"))
  }

  static func fetch(_ id: Int64, in database: Database) throws -> CounsellingSession? {
    try database.row(selection + " WHERE id = ?", [id]).map(read)
  }

  /// The session that waits or is held, else a new one in the queue.
  @discardableResult
  static func queue(
    _ receipt: String, actor: String, time: ForumTime, in database: Database
  ) throws -> CounsellingSession {
    let waiting = try database.row(selection + " WHERE receipt = ? AND status <> 'done' ORDER BY id", [receipt])
    if let waiting { return try read(waiting) }
    let id = try database.insert(
      into: "counselling_session",
      ["receipt": receipt, "status": CounsellingSession.Status.queued.rawValue, "queued": time.secondsSinceEpoch])
    try database.audit("counselling.queue", receipt, "session \(id)", actor: actor, time: time)
    return CounsellingSession(id: id, receipt: receipt, queued: time)
  }

  static func require(_ id: Int64, in database: Database) throws -> CounsellingSession {
    guard let session = try fetch(id, in: database) else {
      throw ForumStoreError.unknown(kind: "counselling session", id: String(id))
    }
    return session
  }

  static func wrongState(_ session: CounsellingSession) -> ForumStoreError {
    .wrongState(kind: "counselling session", id: String(session.id), state: session.status.rawValue)
  }

  static func save(
    _ session: CounsellingSession, notes: String, nextStep: String, referral: Course?, in database: Database
  ) throws -> CounsellingSession {
    var saved = session
    saved.notes = notes
    saved.nextStep = nextStep
    saved.referral = referral
    if notes.isEmpty, nextStep.isEmpty {
      try database.change("DELETE FROM counselling_note WHERE session = ?", [session.id])
    } else {
      try StoredApplication.requireUnpurged(session.receipt, in: database)
      try database.insert(
        into: "counselling_note", ["session": session.id, "notes": notes, "next_step": nextStep], replacing: true)
    }
    try database.change(
      "UPDATE counselling_session SET referral = ? WHERE id = ?", [referral?.rawValue, session.id])
    return saved
  }
}
