import GRDB
import ResearchProfiles

extension ForumStore {
  /// Removes what is personal of applications, or all they say, from the tables and then from the bytes of the files:
  /// what is deleted is overwritten, the file is rebuilt and the log emptied. The receipt, the ledger of provisions and
  /// the audit trail stay; they name no person. Backups that were made before keep what they hold.
  ///
  /// - Parameter receipts: those that were purged before are purged again, as the scope may be wider now.
  /// - Returns: what was removed. ``PurgeReport/isErased`` says whether the bytes are gone too.
  /// - Throws: ``ForumStoreError/unknown(kind:id:)``, and then nothing was removed.
  /// - Complexity: linear in what is removed, and in the size of the file.
  public func purge(
    receipts: [String], scope: PurgeScope = .personalData, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> PurgeReport {
    let (id, report) = try write { database in
      try Purge(database: database, scope: scope, actor: actor, time: time).remove(Set(receipts).sorted())
    }
    return try finish(report, id: id)
  }

  /// Purges every application that ``expiredReceipts(at:)`` names, found and removed in one transaction.
  ///
  /// - Returns: what was removed, with its receipts.
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: linear in the number of applications, and in the size of the file.
  public func purge(
    expiredBefore moment: ForumTime, scope: PurgeScope = .personalData, actor: String, time: ForumTime
  ) throws(ForumStoreError) -> PurgeReport {
    let (id, report) = try write { database in
      try Purge(database: database, scope: scope, actor: actor, time: time)
        .remove(Purge.expiredReceipts(at: moment, in: database))
    }
    return try finish(report, id: id)
  }

  /// Applications that are not purged and whose personal data nobody may keep any more: every consent for the forum is
  /// over or withdrawn at that moment. Where there is none for the forum, all others count instead; without any consent
  /// an application is named by ``receiptsWithoutConsent()`` only.
  ///
  /// - Complexity: linear in the number of applications.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func expiredReceipts(at moment: ForumTime) throws(ForumStoreError) -> [String] {
    try read { try Purge.expiredReceipts(at: moment, in: $0) }
  }

  /// Applications that have a contact and no consent at all, in order, for somebody to ask for one.
  ///
  /// - Complexity: linear in the number of applications.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func receiptsWithoutConsent() throws(ForumStoreError) -> [String] {
    try read { database in
      try database.rows(
        """
        SELECT receipt FROM contact
        WHERE NOT EXISTS (SELECT 1 FROM consent WHERE consent.receipt = contact.receipt) ORDER BY receipt
        """
      ).map { try $0.value("receipt") }
    }
  }

  /// When an application was purged last; `nil` for one that was not, or is not known.
  ///
  /// - Complexity: logarithmic.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func purgeTime(receipt: String) throws(ForumStoreError) -> ForumTime? {
    try read { database in
      try database.row("SELECT purged FROM application WHERE receipt = ?", [receipt])?.optionalTime("purged")
    }
  }

  /// The reports of all purges, the latest first. None of them names a person.
  ///
  /// - Complexity: linear in their number.
  /// - Throws: ``ForumStoreError`` where the file cannot be read.
  public func purgeReports(page: Page = .all) throws(ForumStoreError) -> Paged<PurgeReport> {
    try read { database in
      try database.page(
        "content", from: "purge_report", ForumConditions(), order: "id DESC", page: page
      ) { try $0.content("content") }
    }
  }

  /// Removes from the bytes of the files what earlier purges have deleted, where that is still to be done.
  ///
  /// - Returns: whether nothing is left. `false` while another process still reads what was there before, for longer
  ///   than the waiting time.
  /// - Throws: ``ForumStoreError`` where the file cannot be written.
  /// - Complexity: linear in the size of the file, which is rewritten.
  public func eraseRemains() throws(ForumStoreError) -> Bool {
    guard mode == .readWrite else { throw .openedForReading(path: path) }
    if try !hasRemains() { return true }
    do {
      try pool.writeWithoutTransaction { database in
        // Deleted contents can be left in the gaps of pages that were rearranged, and the log holds the pages as they
        // were. Rebuilding leaves no gap; an emptied log holds nothing.
        try database.execute(sql: "VACUUM")
        try database.checkpoint(.truncate)
        try database.execute(sql: "UPDATE forum_state SET value = 0 WHERE name = 'remains'")
      }
      return true
    } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
      return false
    } catch {
      throw ForumStoreError(error, path: path)
    }
  }

  func hasRemains() throws(ForumStoreError) -> Bool {
    try read { try $0.exists("SELECT 1 FROM forum_state WHERE name = 'remains' AND value <> 0") }
  }

  private func finish(_ report: PurgeReport, id: Int64) throws(ForumStoreError) -> PurgeReport {
    var report = report
    report.isErased = try eraseRemains()
    if report.isErased {
      let content = report
      _ = try write { database in
        try database.change(
          "UPDATE purge_report SET content = ? WHERE id = ?", [try ForumContent.text(content), id])
      }
    }
    return report
  }
}
