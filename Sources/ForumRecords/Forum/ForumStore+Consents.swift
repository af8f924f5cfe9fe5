import GRDB

extension ForumStore {
  /// Records a consent.
  ///
  /// - Returns: it, with its id.
  /// - Throws: ``ForumStoreError/invalid(field:reason:)`` for items that there are not, an empty recipient or purpose,
  ///   or a period that ends before it begins; ``ForumStoreError/unknown(kind:id:)``, ``ForumStoreError/purged(receipt:)``.
  /// - Complexity: logarithmic.
  @discardableResult
  public func addConsent(_ consent: Consent, actor: String, time: ForumTime) throws(ForumStoreError) -> Consent {
    try Self.check(consent)
    return try write { database in
      try ConsentRows.add(consent, receipt: consent.receipt, actor: actor, time: time, in: database)
    }
  }

  /// All consents of an application, also withdrawn ones and those that are over, in the order in which they were given.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func consents(receipt: String) throws(ForumStoreError) -> [Consent] {
    try read { try ConsentRows.fetch(of: receipt, in: $0) }
  }

  /// The consents of an application that hold at a moment.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func liveConsents(receipt: String, at time: ForumTime) throws(ForumStoreError) -> [Consent] {
    try consents(receipt: receipt).filter { $0.isLive(at: time) }
  }

  /// Withdraws a consent, from `time` on. One that is already withdrawn stays as it is.
  ///
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: logarithmic.
  public func withdrawConsent(id: Int64, actor: String, time: ForumTime) throws(ForumStoreError) {
    try write { database in
      guard let consent = try ConsentRows.fetch(id: id, in: database) else {
        throw ForumStoreError.unknown(kind: "consent", id: String(id))
      }
      try Self.withdraw(consent, actor: actor, time: time, in: database)
    }
  }

  /// Withdraws every consent of an application, or all those for one recipient.
  ///
  /// - Returns: how many were withdrawn now.
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``.
  /// - Complexity: linear in its consents.
  @discardableResult
  public func withdrawConsents(
    receipt: String, recipient: String? = nil, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> Int {
    try write { database in
      try StoredApplication.requireKnown(receipt, in: database)
      var count = 0
      for consent in try ConsentRows.fetch(of: receipt, in: database)
      where consent.withdrawn == nil && recipient.map({ $0 == consent.recipient }) != false {
        try Self.withdraw(consent, actor: actor, time: time, in: database)
        count += 1
      }
      return count
    }
  }

  private static func withdraw(_ consent: Consent, actor: String, time: ForumTime, in database: Database) throws {
    if consent.withdrawn != nil { return }
    try database.change("UPDATE consent SET withdrawn = ? WHERE id = ?", [time.secondsSinceEpoch, consent.id])
    try database.audit(
      "consent.withdraw", consent.receipt, "consent \(consent.id) for \(consent.recipient): \(consent.purpose)",
      actor: actor, time: time)
  }

  static func check(_ consent: Consent) throws(ForumStoreError) {
    if consent.recipient.isEmpty { throw .invalid(field: "recipient", reason: "it is empty") }
    if consent.purpose.isEmpty { throw .invalid(field: "purpose", reason: "it is empty") }
    if consent.items.isEmpty { throw .invalid(field: "items", reason: "there are none") }
    for item in consent.items where !Consent.items.contains(item) {
      throw .invalid(field: "items", reason: "there is no item \(item)")
    }
    if consent.validUntil <= consent.given {
      throw .invalid(field: "validUntil", reason: "it is not after the moment of the consent")
    }
  }
}
