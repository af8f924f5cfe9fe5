import GRDB
import ResearchProfiles

/// Deletes people's data from the tables, within one transaction.
struct Purge {
  let database: Database
  let scope: PurgeScope
  let actor: String
  let time: ForumTime

  /// - Returns: the report and its id.
  func remove(_ receipts: [String]) throws -> (id: Int64, report: PurgeReport) {
    var report = PurgeReport(time: time, actor: actor, scope: scope, receipts: receipts)
    for receipt in receipts {
      try removePersonalData(of: receipt, &report)
      if scope == .wholeApplication { try removeContent(of: receipt, &report) }
      try database.change(
        "UPDATE application SET purged = ? WHERE receipt = ?", [time.secondsSinceEpoch, receipt])
      try database.audit("application.purge", receipt, scope.rawValue, actor: actor, time: time)
    }
    if !receipts.isEmpty {
      try database.change("UPDATE forum_state SET value = 1 WHERE name = 'remains'")
    }
    let id = try database.insert(
      into: "purge_report", ["time": time.secondsSinceEpoch, "content": try ForumContent.text(report)])
    return (id, report)
  }

  private func removePersonalData(of receipt: String, _ report: inout PurgeReport) throws {
    var application = try StoredApplication.require(receipt, in: database)
    if application.sourceKey != nil {
      application.sourceKey = nil
      try StoredApplication.update(application, in: database)
    }
    report.contactCount += try database.change("DELETE FROM contact WHERE receipt = ?", [receipt])
    try database.change(
      "UPDATE consent SET withdrawn = ? WHERE receipt = ? AND withdrawn IS NULL", [time.secondsSinceEpoch, receipt])
    report.consentProofCount += try database.change(
      "DELETE FROM consent_proof WHERE consent IN (SELECT id FROM consent WHERE receipt = ?)", [receipt])
    report.counsellingNoteCount += try database.change(
      "DELETE FROM counselling_note WHERE session IN (SELECT id FROM counselling_session WHERE receipt = ?)",
      [receipt])
    // A note on an introduction may tell of the people on both sides.
    report.introductionNoteCount += try database.change(
      """
      DELETE FROM introduction_note WHERE event IN (
        SELECT outcome_event.id FROM outcome_event JOIN introduction ON introduction.id = outcome_event.introduction
        WHERE receipt = ? OR partner_receipt = ?)
      """, [receipt, receipt])
    report.partnerNoteCount += try database.change("DELETE FROM partner_note WHERE receipt = ?", [receipt])
    report.revisionCount += try database.change("DELETE FROM application_revision WHERE receipt = ?", [receipt])
  }

  private func removeContent(of receipt: String, _ report: inout PurgeReport) throws {
    let stored = try StoredApplication.require(receipt, in: database)
    let applicant = stored.application.applicant
    let remainder = ForumApplication(
      receipt: receipt,
      application: Application(
        id: receipt, submitted: stored.application.submitted,
        applicant: applicant.map { Applicant(kind: $0.kind, country: $0.country) }),
      submitted: stored.submitted, updated: time, channel: stored.channel, language: stored.language,
      status: stored.status == .closed ? .closed : .withdrawn, field: stored.field, region: stored.region,
      courses: stored.courses, wantsJointResearch: stored.wantsJointResearch,
      wantsCounselling: stored.wantsCounselling, revision: stored.revision)
    try StoredApplication.update(remainder, in: database)
    report.suggestionCount += try database.change("DELETE FROM suggestion WHERE receipt = ?", [receipt])
    try database.change("DELETE FROM partner_mark WHERE receipt = ?", [receipt])
    try database.change("DELETE FROM interest WHERE receipt = ?", [receipt])
  }

  /// See ``ForumStore/expiredReceipts(at:)``. In order.
  static func expiredReceipts(at moment: ForumTime, in database: Database) throws -> [String] {
    try database.rows(
      """
      SELECT receipt FROM (
        SELECT consent.receipt, recipient = 'forum' AS is_forum,
          max(min(valid_until, coalesce(withdrawn, valid_until))) AS over
        FROM consent JOIN application ON application.receipt = consent.receipt
        WHERE purged IS NULL GROUP BY consent.receipt, is_forum)
      GROUP BY receipt HAVING coalesce(max(over) FILTER (WHERE is_forum), max(over)) <= ?
      ORDER BY receipt
      """, [moment.secondsSinceEpoch]
    ).map { try $0.value("receipt") }
  }
}
