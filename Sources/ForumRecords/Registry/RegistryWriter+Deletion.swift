import Foundation
import GRDB
import ResearchProfiles

extension RegistryWriter {
  /// What a tombstone stands for, as the table spells it.
  enum TombstoneType: String {
    case evidence
    case organization
  }

  func deleteEvidence(_ id: EvidenceID) throws -> RegistryOutcome {
    try database.cachedStatement(sql: "DELETE FROM evidence WHERE id = ?").execute(arguments: [id.rawValue])
    if database.changesCount == 0 { return RegistryOutcome(.absent) }
    try addTombstone(type: .evidence, id: id.rawValue)
    return RegistryOutcome(.deleted)
  }

  func deleteOrganization(_ id: OrganizationID) throws -> RegistryOutcome {
    guard let stored = try storedOrganization(id) else { return RegistryOutcome(.absent) }
    // What was merged with it stays, as bodies of their own.
    try database.cachedStatement(sql: "UPDATE organization SET body = NULL, change_sequence = ? WHERE body = ?")
      .execute(arguments: [sequence, stored.row])
    if let body = stored.body {
      try database.cachedStatement(sql: "UPDATE organization SET change_sequence = ? WHERE row = ?")
        .execute(arguments: [sequence, body])
    }
    let evidenceRows = try Int64.fetchAll(
      database.cachedStatement(
        sql: "SELECT DISTINCT evidence FROM participation WHERE organization = ? ORDER BY evidence"),
      arguments: [stored.row])
    try database.cachedStatement(sql: "DELETE FROM participation WHERE organization = ?")
      .execute(arguments: [stored.row])
    for row in evidenceRows { try refreshHash(ofEvidenceRow: row) }
    try database.cachedStatement(sql: "DELETE FROM organization WHERE row = ?").execute(arguments: [stored.row])
    cache[id.rawValue] = nil
    try addTombstone(type: .organization, id: id.rawValue)
    return RegistryOutcome(.deleted)
  }

  func removeTombstone(type: TombstoneType, id: String) throws {
    guard hasTombstones else { return }
    try database.cachedStatement(sql: "DELETE FROM tombstone WHERE type = ? AND id = ?")
      .execute(arguments: [type.rawValue, id])
  }

  private func addTombstone(type: TombstoneType, id: String) throws {
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO tombstone (type, id, change_sequence) VALUES (?, ?, ?)")
      .execute(arguments: [type.rawValue, id, sequence])
    hasTombstones = true
    noteChange()
  }

  /// After a participant has gone the stored hash must say what is stored now, or the check would report damage and a
  /// repeated import would not bring the participant back.
  private func refreshHash(ofEvidenceRow row: Int64) throws {
    guard let stored = try StoredEvidence.fetch(row: row, in: database) else { return }
    try database.cachedStatement(sql: "UPDATE evidence SET content_hash = ?, change_sequence = ? WHERE row = ?")
      .execute(arguments: [stored.recomputedContentHash, sequence, row])
  }
}
