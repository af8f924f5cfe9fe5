import GRDB

extension ForumStore {
  /// Puts an application into the queue of counselling. One that waits or is being counselled is not queued again.
  ///
  /// - Returns: its session, the waiting one where there is one.
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func queueCounselling(
    receipt: String, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> CounsellingSession {
    try write { database in
      try StoredApplication.requireKnown(receipt, in: database)
      return try CounsellingRows.queue(receipt, actor: actor, time: time, in: database)
    }
  }

  /// A session by its id.
  ///
  /// - Complexity: logarithmic.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func counsellingSession(id: Int64) throws(ForumStoreError) -> CounsellingSession? {
    try read { try CounsellingRows.fetch(id, in: $0) }
  }

  /// Sessions in the order in which they were queued.
  ///
  /// - Complexity: linear in the sessions that match.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func counsellingSessions(
    _ filter: CounsellingFilter = CounsellingFilter(), page: Page = .all
  ) throws(ForumStoreError) -> Paged<CounsellingSession> {
    try read { database in
      var conditions = ForumConditions()
      try conditions.require("status", isAmong: filter.statuses.map(\.rawValue))
      conditions.require("counsellor", is: filter.counsellor)
      conditions.require("receipt", is: filter.receipt)
      return try database.page(
        CounsellingRows.columns, from: CounsellingRows.source, conditions, order: "queued, id", page: page,
        CounsellingRows.read)
    }
  }

  /// Begins a session that waits.
  ///
  /// - Throws: ``ForumStoreError/wrongState(kind:id:state:)`` where somebody else has begun it,
  ///   ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func beginCounselling(
    id: Int64, counsellor: String, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> CounsellingSession {
    try write { database in
      var session = try CounsellingRows.require(id, in: database)
      guard session.status == .queued else { throw CounsellingRows.wrongState(session) }
      session.status = .inProgress
      session.counsellor = counsellor
      session.begun = time
      try database.change(
        "UPDATE counselling_session SET status = ?, counsellor = ?, begun = ? WHERE id = ?",
        [session.status.rawValue, counsellor, time.secondsSinceEpoch, id])
      try database.audit("counselling.begin", session.receipt, "session \(id)", actor: actor, time: time)
      return session
    }
  }

  /// Saves what was noted so far, at any time from the session's beginning on, also after its end.
  ///
  /// - Throws: ``ForumStoreError/wrongState(kind:id:state:)`` for one that still waits,
  ///   ``ForumStoreError/unknown(kind:id:)``, ``ForumStoreError/purged(receipt:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func saveCounselling(
    id: Int64, notes: String, nextStep: String, referral: Course? = nil, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> CounsellingSession {
    try write { database in
      let session = try CounsellingRows.require(id, in: database)
      if session.status == .queued { throw CounsellingRows.wrongState(session) }
      try database.audit("counselling.note", session.receipt, "session \(id)", actor: actor, time: time)
      return try CounsellingRows.save(
        session, notes: notes, nextStep: nextStep, referral: referral, in: database)
    }
  }

  /// Ends a session and saves its notes.
  ///
  /// - Throws: ``ForumStoreError/wrongState(kind:id:state:)`` for one that is not in progress,
  ///   ``ForumStoreError/unknown(kind:id:)``, ``ForumStoreError/purged(receipt:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func finishCounselling(
    id: Int64, notes: String, nextStep: String, referral: Course? = nil, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> CounsellingSession {
    try write { database in
      var session = try CounsellingRows.require(id, in: database)
      guard session.status == .inProgress else { throw CounsellingRows.wrongState(session) }
      session.status = .done
      session.ended = time
      try database.change(
        "UPDATE counselling_session SET status = ?, ended = ? WHERE id = ?",
        [session.status.rawValue, time.secondsSinceEpoch, id])
      try database.audit(
        "counselling.finish", session.receipt,
        "session \(id)" + (referral.map { ", referred to \($0.rawValue)" } ?? ""), actor: actor, time: time)
      return try CounsellingRows.save(
        session, notes: notes, nextStep: nextStep, referral: referral, in: database)
    }
  }
}
