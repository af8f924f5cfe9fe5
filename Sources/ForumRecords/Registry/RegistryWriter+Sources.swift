import Foundation
import GRDB
import ResearchProfiles

extension RegistryWriter {
  /// Notes that the present source says of evidence what is shown already.
  func tellAgain(_ row: Int64) throws {
    let knows = try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM evidence_claim WHERE evidence = ? AND source = ? AND content IS NULL)"),
      arguments: [row, source])
    if knows == true { return }
    try takeOverEarlierClaim(ofEvidence: row)
    try database.cachedStatement(
      sql: """
        INSERT INTO evidence_claim (evidence, source, date, location, change_sequence) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET content = NULL
        """
    ).execute(arguments: [row, source, origin.date.daysSinceEpoch, origin.location, sequence])
    noteChange()
  }

  /// Before the present source changes what is shown of evidence: the other sources that said the same keep their word.
  func keepOtherClaims(ofEvidence row: Int64) throws {
    try takeOverEarlierClaim(ofEvidence: row)
    let hasOthers = try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM evidence_claim WHERE evidence = ? AND source <> ? AND content IS NULL)"),
      arguments: [row, source])
    guard hasOthers == true, let stored = try StoredEvidence.fetch(row: row, in: database) else { return }
    try database.cachedStatement(
      sql: "UPDATE evidence_claim SET content = ? WHERE evidence = ? AND source <> ? AND content IS NULL"
    ).execute(arguments: [EvidencePayload(stored).bytes, row, source])
  }

  /// What no source was kept for belongs to the first one that names it.
  private func takeOverEarlierClaim(ofEvidence row: Int64) throws {
    try database.cachedStatement(
      sql: """
        UPDATE OR IGNORE evidence_claim SET source = ?1 WHERE evidence = ?2
          AND source = (SELECT row FROM source WHERE name = ?3)
        """
    ).execute(arguments: [source, row, RecordOrigin.earlierName])
  }

  /// Takes a source out: what it alone says goes, what others say too is shown as they say it.
  func removeSource(_ name: String) throws -> SourceRemoval? {
    guard let source = try Int64.fetchOne(database, sql: "SELECT row FROM source WHERE name = ?", arguments: [name])
    else { return nil }
    var removal = SourceRemoval()
    let evidence = try Int64.fetchAll(
      database, sql: "SELECT evidence FROM evidence_claim WHERE source = ? ORDER BY evidence", arguments: [source])
    for row in evidence {
      if try removeEvidenceClaim(of: source, row: row) {
        removal.keptEvidenceCount += 1
      } else {
        removal.evidenceCount += 1
      }
    }
    let organizations = try Int64.fetchAll(
      database, sql: "SELECT organization FROM organization_claim WHERE source = ? ORDER BY organization",
      arguments: [source])
    for row in organizations {
      guard let stored = try StoredOrganization.fetch(row: row, in: database) else { continue }
      let others = try OrganizationClaim.fetch(of: stored, in: database).filter { $0.source != source }
      if others.isEmpty {
        _ = try deleteOrganization(stored.profile.id)
        removal.organizationCount += 1
        continue
      }
      try database.cachedStatement(sql: "DELETE FROM organization_claim WHERE organization = ? AND source = ?")
        .execute(arguments: [row, source])
      let shown = OrganizationClaim.shown(others, id: stored.profile.id)
      _ = try replace(stored, by: shown, isFull: others.contains { !$0.fullFields.isEmpty })
      if others.count == 1 { try keep(others[0], of: row, asShown: true) }
      removal.keptOrganizationCount += 1
    }
    try database.execute(sql: "DELETE FROM supporting_record WHERE source = ?", arguments: [source])
    removal.supportingRecordCount = database.changesCount
    try database.execute(sql: "DELETE FROM source WHERE row = ?", arguments: [source])
    cache.removeAll()
    noteChange()
    return removal
  }

  /// - Returns: `false` where no other source speaks of the evidence, which is deleted then.
  private func removeEvidenceClaim(of source: Int64, row: Int64) throws -> Bool {
    let claims = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT source, content FROM evidence_claim WHERE evidence = ? ORDER BY change_sequence DESC, source"),
      arguments: [row]
    ).map { (source: try $0.decode(Int64.self, atIndex: 0), content: try $0.decode(Data?.self, atIndex: 1)) }
    let others = claims.filter { $0.source != source }
    guard let next = others.first else {
      if let stored = try StoredEvidence.fetch(row: row, in: database) { _ = try deleteEvidence(stored.id) }
      return false
    }
    try database.cachedStatement(sql: "DELETE FROM evidence_claim WHERE evidence = ? AND source = ?")
      .execute(arguments: [row, source])
    if others.contains(where: { $0.content == nil }) { return true }
    if let content = next.content {
      try show(EvidencePayload(bytes: [UInt8](content)), asEvidence: row)
      try database.cachedStatement(sql: "UPDATE evidence_claim SET content = NULL WHERE evidence = ? AND content = ?")
        .execute(arguments: [row, content])
    }
    return true
  }

  private func show(_ payload: EvidencePayload, asEvidence row: Int64) throws {
    try database.cachedStatement(
      sql: "UPDATE evidence SET kind = ?, date = ?, content_hash = ?, change_sequence = ?, content = ? WHERE row = ?"
    ).execute(arguments: [
      payload.kind.rawValue, payload.date?.daysSinceEpoch, payload.contentHash, sequence, payload.content, row,
    ])
    try database.cachedStatement(sql: "DELETE FROM participation WHERE evidence = ?").execute(arguments: [row])
    for (ordinal, participation) in payload.participations.enumerated() {
      guard let organization = try knownRow(of: participation.organization) else { continue }
      try database.cachedStatement(
        sql: "INSERT INTO participation (evidence, ordinal, organization, role) VALUES (?, ?, ?, ?)"
      ).execute(arguments: [row, ordinal, organization, participation.role.rawValue])
    }
  }
}
