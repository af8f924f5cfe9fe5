public import ForumRecords
import PartnerDiscovery
import ResearchProfiles

extension ForumDesk {
  /// Removes applications and whoever filed them from everything: contact, consents' proofs, texts, suggestions, and what
  /// was published of them, in the tables, in the bytes of the files, and in what was suggested to others. Their numbers, their
  /// dates and the ledger stay; they name no person.
  ///
  /// On return `forum.sqlite` holds nothing of them, nothing is shown to them or of them, and staff does not find them among
  /// the applications. What was published of them leaves the search in the background, within a second as long as no import
  /// runs, else after it, and answers that were kept go with it. Then the files of the registry and the index are written
  /// anew: ``isErasing`` until that is done. Backups keep what they hold.
  ///
  /// - Throws: errors of the store.
  @discardableResult
  public func erase(_ receipts: [String], actor: String) throws -> PurgeReport {
    try EraseStatements(workspace: workspace).announce()
    for receipt in receipts {
      try withdraw(receipt, actor: actor)
      // Whoever was suggested the applicant holds passages of its text.
      try forgetSuggestions(of: receipt, actor: actor)
    }
    let report = try store.purge(receipts: receipts, scope: .wholeApplication, actor: actor, time: now)
    // Again: a publication that the withdrawal began may have settled the first one before it knew what is to go.
    try EraseStatements(workspace: workspace).announce()
    publishInBackground()
    return report
  }

  /// Erases every application whose consents for the forum are over or taken back: what nobody may keep any more.
  ///
  /// - Returns: what was removed; `nil` where there was nothing.
  /// - Throws: errors of the store.
  public func eraseExpired(actor: String) throws -> PurgeReport? {
    let receipts = try store.expiredReceipts(at: now)
    return receipts.isEmpty ? nil : try erase(receipts, actor: actor)
  }

  /// Whether files are still being written anew after an erasure.
  public var isErasing: Bool { EraseStatements(workspace: workspace).isPending }

  /// Writes registry and index anew where an erasure was announced.
  ///
  /// - Throws: where another process holds the workspace; then it is to be tried again.
  public func finishErasure() throws {
    guard isErasing else { return }
    var erased: [String] = []
    try EraseStatements(workspace: workspace).run {
      erased = try store.purgeReports().items.filter { $0.scope == .wholeApplication }.flatMap(\.receipts)
      return erased.map { Self.publishedSourcePrefix + $0 }
    }
    try reopenAfterWithdrawal()
    // Suggestions that were made between the erasure and the end of the text in the index.
    for receipt in erased.prefix(Self.recheckedCount) {
      guard try forgetSuggestions(of: receipt, actor: "system") else { continue }
      _ = try store.purge(receipts: [receipt], scope: .wholeApplication, actor: "system", time: now)
    }
    _ = try store.eraseRemains()
  }

  private static let recheckedCount = 20

  /// Takes an applicant out of what was suggested to others, with what staff noted of it there.
  ///
  /// - Returns: whether it was among them.
  /// - Complexity: linear in the applications.
  @discardableResult
  private func forgetSuggestions(of receipt: String, actor: String) throws -> Bool {
    var isChanged = false
    let evidence = Self.publishedSourcePrefix + receipt
    for other in try store.applications(ApplicationFilter(), page: .all).items where other.receipt != receipt {
      for note in try store.notes(receipt: other.receipt) where note.organization.rawValue == evidence {
        try store.removeNote(id: note.id, actor: actor, time: now)
        isChanged = true
      }
      let suggestions = try store.suggestions(receipt: other.receipt)
      let kept = suggestions.filter { suggestion in
        suggestion.organization.rawValue != evidence
          && SuggestionReasons(json: suggestion.reasons)?.evidence.contains { $0.id.rawValue == evidence } != true
      }
      guard kept.count < suggestions.count, try store.purgeTime(receipt: other.receipt) == nil else { continue }
      try store.replaceSuggestions(kept, receipt: other.receipt, actor: actor, time: now)
      isChanged = true
    }
    return isChanged
  }
}
