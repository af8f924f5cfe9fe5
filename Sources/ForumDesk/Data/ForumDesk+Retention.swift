public import ForumRecords
import Synchronization

extension ForumDesk {
  /// What a purge would remove of an application.
  public struct PurgeCandidate: Hashable, Sendable {
    public var application: ForumApplication
    public var hasContact: Bool
    public var consentCount: Int
    /// When its last consent ended, or will end, by date or withdrawal.
    public var lastConsentEnd: ForumTime?
    public var counsellingCount: Int
    public var noteCount: Int
    /// When it was purged before.
    public var purged: ForumTime?
  }

  /// What there is to remove of applications, those that are unknown left out.
  ///
  /// - Throws: errors of the store.
  public func purgeCandidates(_ receipts: [String]) throws -> [PurgeCandidate] {
    try receipts.compactMap { receipt in
      guard let application = try store.application(receipt: receipt) else { return nil }
      let consents = try store.consents(receipt: receipt)
      return PurgeCandidate(
        application: application, hasContact: try store.contact(receipt: receipt) != nil, consentCount: consents.count,
        lastConsentEnd: consents.map { min($0.withdrawn ?? $0.validUntil, $0.validUntil) }.max(),
        counsellingCount: try store.counsellingSessions(CounsellingFilter(receipt: receipt)).total,
        noteCount: try store.notes(receipt: receipt).count, purged: try store.purgeTime(receipt: receipt))
    }
  }

  /// Removes what is personal of applications, or all they say, from the store, from what staff searches, and, where they
  /// say nothing any more, from the index.
  ///
  /// - Throws: errors of the store: then nothing was removed.
  public func purge(_ receipts: [String], scope: PurgeScope, actor: String) async throws -> PurgeReport {
    try await offThread { [self] in
      // What was published of it goes too, and what others were told of it.
      if scope == .wholeApplication { return try erase(receipts, actor: actor) }
      let report = try store.purge(receipts: receipts, scope: scope, actor: actor, time: now)
      for receipt in report.receipts {
        guard let application = try store.application(receipt: receipt) else { continue }
        applicationSearch.withLock { $0.insert(application) }
      }
      return report
    }
  }
}
