import GRDB
public import ResearchProfiles

extension ForumStore {
  /// Replaces the suggestions of an application. An organisation that is suggested again stays released where it was.
  ///
  /// - Parameter suggestions: of this application; their own receipts are not looked at.
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``, ``ForumStoreError/purged(receipt:)``,
  ///   ``ForumStoreError/invalid(field:reason:)`` for an organisation twice or a score that is no number.
  /// - Complexity: linear in their number.
  public func replaceSuggestions(
    _ suggestions: [Suggestion], receipt: String, actor: String, time: ForumTime
  ) throws(ForumStoreError) {
    try Self.check(suggestions)
    try write { try Self.replace(suggestions, receipt: receipt, actor: actor, time: time, in: $0) }
  }

  /// The same without holding up the thread that asks.
  ///
  /// - Throws: as ``replaceSuggestions(_:receipt:actor:time:)``.
  public func replaceSuggestionsSuspending(
    _ suggestions: [Suggestion], receipt: String, actor: String, time: ForumTime
  ) async throws(ForumStoreError) {
    try Self.check(suggestions)
    try await writeSuspending { try Self.replace(suggestions, receipt: receipt, actor: actor, time: time, in: $0) }
  }

  private static func check(_ suggestions: [Suggestion]) throws(ForumStoreError) {
    if Set(suggestions.map(\.organization)).count < suggestions.count {
      throw .invalid(field: "suggestions", reason: "an organisation stands there twice")
    }
    if !suggestions.allSatisfy({ $0.score.isFinite }) {
      throw .invalid(field: "score", reason: "it is no number")
    }
  }

  private static func replace(
    _ suggestions: [Suggestion], receipt: String, actor: String, time: ForumTime, in database: Database
  ) throws {
    try StoredApplication.requireUnpurged(receipt, in: database)
    let released = Set(try SuggestionRows.fetch(receipt, releasedOnly: true, in: database).map(\.organization))
    try database.change("DELETE FROM suggestion WHERE receipt = ?", [receipt])
    for var suggestion in suggestions {
      suggestion.receipt = receipt
      if released.contains(suggestion.organization) { suggestion.isReleased = true }
      try SuggestionRows.add(suggestion, in: database)
    }
    try database.audit("suggestion.make", receipt, "\(suggestions.count) suggestions", actor: actor, time: time)
  }

  /// The suggestions of an application, best first.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func suggestions(receipt: String, releasedOnly: Bool = false) throws(ForumStoreError) -> [Suggestion] {
    try read { try SuggestionRows.fetch(receipt, releasedOnly: releasedOnly, in: $0) }
  }

  /// Applications for joint research that are in force and have no suggestions, the oldest first.
  ///
  /// - Complexity: linear in the applications.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func receiptsWithoutSuggestions() throws(ForumStoreError) -> [String] {
    try read { database in
      try database.rows(
        """
        SELECT receipt FROM application WHERE wants_joint_research AND status <> ? AND purged IS NULL
        AND NOT EXISTS (SELECT 1 FROM suggestion WHERE suggestion.receipt = application.receipt) ORDER BY submitted, row
        """, [ApplicationStatus.withdrawn.rawValue]
      ).map { try $0.value("receipt") }
    }
  }

  /// Shows suggestions to the applicant, or hides them again.
  ///
  /// - Parameter organizations: `nil` for all.
  /// - Returns: how many are shown afterwards.
  /// - Throws: ``ForumStoreError/unknown(kind:id:)`` for an organisation that is not suggested.
  /// - Complexity: linear in their number.
  @discardableResult
  public func releaseSuggestions(
    receipt: String, organizations: [OrganizationID]? = nil, isReleased: Bool = true, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> Int {
    try write { database in
      try StoredApplication.requireKnown(receipt, in: database)
      if let organizations {
        for organization in organizations {
          let count = try database.change(
            "UPDATE suggestion SET is_released = ? WHERE receipt = ? AND organization = ?",
            [isReleased, receipt, organization.rawValue])
          if count == 0 { throw ForumStoreError.unknown(kind: "suggestion", id: organization.rawValue) }
        }
      } else {
        try database.change("UPDATE suggestion SET is_released = ? WHERE receipt = ?", [isReleased, receipt])
      }
      try database.audit(
        isReleased ? "suggestion.release" : "suggestion.hide", receipt,
        organizations.map { $0.map(\.rawValue).joined(separator: " ") } ?? "all", actor: actor, time: time)
      return try database.count(
        "SELECT count(*) FROM suggestion WHERE receipt = ? AND is_released", [receipt])
    }
  }

  /// Records the applicant's answer to a suggestion; a later answer replaces it.
  ///
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  public func recordInterest(_ interest: Interest, actor: String) throws(ForumStoreError) {
    try write { database in
      try StoredApplication.requireKnown(interest.receipt, in: database)
      try database.insert(
        into: "interest",
        [
          "receipt": interest.receipt, "organization": interest.organization.rawValue,
          "answer": interest.answer.rawValue, "reason": interest.reason, "time": interest.time.secondsSinceEpoch,
        ], replacing: true)
      try database.audit(
        "interest", interest.receipt, "\(interest.organization): \(interest.answer.rawValue)", actor: actor,
        time: interest.time)
    }
  }

  /// The answers of an applicant, in order of organisation.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func interests(receipt: String) throws(ForumStoreError) -> [Interest] {
    try read { database in
      try database.rows("SELECT * FROM interest WHERE receipt = ? ORDER BY organization", [receipt])
        .map(SuggestionRows.readInterest)
    }
  }

  /// The answers of all applicants to an organisation, in order of receipt.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func interests(organization: OrganizationID) throws(ForumStoreError) -> [Interest] {
    try read { database in
      try database.rows("SELECT * FROM interest WHERE organization = ? ORDER BY receipt", [organization.rawValue])
        .map(SuggestionRows.readInterest)
    }
  }
}
