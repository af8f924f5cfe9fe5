import GRDB
public import ResearchProfiles

extension ForumStore {
  /// Proposes an introduction. There is one for each application and partner.
  ///
  /// - Returns: it, with its id.
  /// - Throws: ``ForumStoreError/exists(kind:id:)``, ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func propose(
    receipt: String, organization: OrganizationID, partnerReceipt: String? = nil, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> Introduction {
    try write { database in
      try StoredApplication.requireKnown(receipt, in: database)
      if let partnerReceipt { try StoredApplication.requireKnown(partnerReceipt, in: database) }
      let isThere = try database.exists(
        "SELECT 1 FROM introduction WHERE receipt = ? AND organization = ?", [receipt, organization.rawValue])
      if isThere {
        throw ForumStoreError.exists(kind: "introduction", id: "of \(receipt) to \(organization)")
      }
      let id = try database.insert(
        into: "introduction",
        [
          "receipt": receipt, "organization": organization.rawValue, "partner_receipt": partnerReceipt,
          "state": Introduction.State.proposed.rawValue, "created": time.secondsSinceEpoch, "by": actor,
        ])
      try database.audit(
        "introduction.propose", receipt, "introduction \(id) to \(organization)", actor: actor, time: time)
      return Introduction(
        id: id, receipt: receipt, organization: organization, partnerReceipt: partnerReceipt, created: time, by: actor)
    }
  }

  /// An introduction by its id.
  ///
  /// - Complexity: logarithmic.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func introduction(id: Int64) throws(ForumStoreError) -> Introduction? {
    try read { try IntroductionRows.fetch(id, in: $0) }
  }

  /// Introductions, the latest first.
  ///
  /// - Complexity: linear in those that match.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func introductions(
    _ filter: IntroductionFilter = IntroductionFilter(), page: Page = .all
  ) throws(ForumStoreError) -> Paged<Introduction> {
    try read { database in
      var conditions = ForumConditions()
      if let receipt = filter.receipt {
        conditions.require("(receipt = ? OR partner_receipt = ?)", [receipt, receipt])
      }
      conditions.require("organization", is: filter.organization?.rawValue)
      try conditions.require("state", isAmong: filter.states.map(\.rawValue))
      conditions.require("by", is: filter.by)
      return try database.page(
        "*", from: "introduction", conditions, order: "id DESC", page: page, IntroductionRows.read)
    }
  }

  /// Records what a side answers; a later answer replaces an earlier one. Both yes makes the introduction mutual.
  ///
  /// - Returns: the introduction with its new state.
  /// - Throws: ``ForumStoreError/wrongState(kind:id:state:)`` for one that is closed,
  ///   ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func answer(
    introduction id: Int64, side: Introduction.Side, _ answer: InterestAnswer, means: IntroductionAnswer.Means,
    actor: String, time: ForumTime
  ) throws(ForumStoreError) -> Introduction {
    try write { database in
      var introduction = try IntroductionRows.require(id, in: database)
      if introduction.state == .closed { throw IntroductionRows.wrongState(introduction) }
      let given = IntroductionAnswer(answer: answer, time: time, means: means, by: actor)
      switch side {
      case .applicant: introduction.applicantAnswer = given
      case .partner: introduction.partnerAnswer = given
      }
      introduction.state = Introduction.state(
        applicant: introduction.applicantAnswer?.answer, partner: introduction.partnerAnswer?.answer)
      try IntroductionRows.update(introduction, in: database)
      try database.audit(
        "introduction.answer", introduction.receipt, "introduction \(id), \(side.rawValue): \(answer.rawValue)",
        actor: actor, time: time)
      return introduction
    }
  }

  /// Closes an introduction: it takes no more answers, and no contact is provided by it any more.
  ///
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func closeIntroduction(
    id: Int64, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> Introduction {
    try write { database in
      var introduction = try IntroductionRows.require(id, in: database)
      if introduction.state == .closed { return introduction }
      introduction.state = .closed
      try IntroductionRows.update(introduction, in: database)
      try database.audit(
        "introduction.close", introduction.receipt, "introduction \(id)", actor: actor, time: time)
      return introduction
    }
  }

  /// Records what came of an introduction.
  ///
  /// - Parameter event: its id is set here.
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``; ``ForumStoreError/purged(receipt:)`` for one with a note.
  /// - Complexity: logarithmic.
  @discardableResult
  public func addOutcome(_ event: OutcomeEvent, actor: String) throws(ForumStoreError) -> OutcomeEvent {
    try write { database in
      let introduction = try IntroductionRows.require(event.introduction, in: database)
      var added = event
      added.id = try database.insert(
        into: "outcome_event",
        [
          "introduction": event.introduction, "stage": event.stage.rawValue, "reason": event.reason,
          "time": event.time.secondsSinceEpoch, "by": event.by,
        ])
      if !event.note.isEmpty {
        try StoredApplication.requireUnpurged(introduction.receipt, in: database)
        try database.insert(into: "introduction_note", ["event": added.id, "note": event.note])
      }
      try database.audit(
        "outcome.add", introduction.receipt, "introduction \(introduction.id): \(event.stage.rawValue)", actor: actor,
        time: event.time)
      return added
    }
  }

  /// What came of an introduction, the oldest first.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func outcomes(introduction id: Int64) throws(ForumStoreError) -> [OutcomeEvent] {
    try read { database in
      try database.rows(
        """
        SELECT outcome_event.*, note FROM outcome_event
        LEFT JOIN introduction_note ON introduction_note.event = outcome_event.id
        WHERE introduction = ? ORDER BY time, id
        """, [id]
      ).map {
        OutcomeEvent(
          id: try $0.integer("id"), introduction: try $0.integer("introduction"), stage: try $0.name("stage"),
          reason: try $0.value("reason"), note: try $0.value("note") ?? "", time: try $0.time("time"),
          by: try $0.value("by"))
      }
    }
  }
}
