import Foundation
import GRDB
import ResearchProfiles

extension Registry {
  /// Checks the pages and indexes of the database, its references, and every record against its stored hash.
  ///
  /// - Parameter problemLimit: where to stop collecting.
  /// - Returns: what is wrong; nothing if all is well.
  /// - Throws: only where the file cannot be read at all.
  /// - Complexity: reads the whole file about twice.
  public func verify(problemLimit: Int = 100) throws(RegistryError) -> [RegistryProblem] {
    try read { database in
      var problems: [RegistryProblem] = []
      func note(_ place: String, _ explanation: String) {
        if problems.count < problemLimit { problems.append(RegistryProblem(place: place, explanation: explanation)) }
      }
      do {
        let findings = try String.fetchAll(database, sql: "PRAGMA integrity_check(\(max(1, problemLimit)))")
        for finding in findings where finding != "ok" { note("database", finding) }
        let dangling = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
        for reference in dangling {
          let (table, target) = try (
            reference.decode(String.self, atIndex: 0), reference.decode(String.self, atIndex: 2)
          )
          note("database", "a row of \(table) names a missing row of \(target)")
        }
        try verifyRecords(in: database, note: note)
      } catch {
        note("database", RegistryError(error, path: path).description)
      }
      return problems
    }
  }

  /// Organisations whose body is not where the standing decisions lead.
  private static let unexplainedBodies = """
    WITH RECURSIVE step (row, id) AS (
      SELECT row, id FROM organization WHERE body IS NOT NULL
      UNION
      SELECT step.row, d.primary_id FROM step JOIN resolution_decision d
        ON d.other_id = step.id AND d.kind = 'merged' AND NOT d.is_undone)
    SELECT o.id FROM organization o WHERE o.body IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM step JOIN organization b ON b.id = step.id
      WHERE step.row = o.row AND b.row = o.body AND b.body IS NULL AND b.row <> o.row) ORDER BY o.id
    """

  private func verifyRecords(in database: Database, note: (_ place: String, _ explanation: String) -> Void) throws {
    let changed = "its stored hash does not fit its content: import its source again"
    let latest = try RegistryWriter.sequence(in: database)
    let complement = try Int64.fetchOne(
      database, sql: "SELECT value FROM registry_state WHERE name = 'change_sequence_complement'")
    if complement != ~latest { note("database", "its change number and the number's complement do not fit") }
    for id in try String.fetchAll(
      database,
      sql: """
        SELECT 'organization ' || id FROM organization WHERE change_sequence NOT BETWEEN 1 AND ?1
        UNION ALL SELECT 'evidence ' || id FROM evidence WHERE change_sequence NOT BETWEEN 1 AND ?1
        """, arguments: [latest])
    {
      note(id, "it claims a change that the registry has not counted")
    }
    for id in try String.fetchAll(database, sql: Self.unexplainedBodies) {
      note("organization \(id)", "it is merged otherwise than the decisions say: split it and merge it again")
    }
    try StoredOrganization.forEach(changedAfter: .min, in: database) { organization in
      let content = ProfileContent.bytes(of: organization.profile)
      let hash = StoredOrganization.contentHash(
        of: organization.profile, isFull: organization.isFull, content: content)
      if hash != organization.contentHash { note("organization \(organization.profile.id)", changed) }
    }
    let payloads = try Row.fetchCursor(
      database,
      sql: """
        SELECT e.id, c.content FROM evidence_claim c JOIN evidence e ON e.row = c.evidence WHERE c.content IS NOT NULL
        """)
    while let columns = try payloads.next() {
      let content = try columns.decode(Data.self, atIndex: 1)
      if (try? EvidencePayload(bytes: [UInt8](content))) == nil {
        note("evidence \(try columns.decode(String.self, atIndex: 0))", "what another source says of it is damaged")
      }
    }
    try StoredEvidence.forEach(changedAfter: .min, in: database) { evidence in
      if evidence.recomputedContentHash != evidence.contentHash { note("evidence \(evidence.id)", changed) }
      do throws(RegistryError) {
        _ = try evidence.decoded()
      } catch {
        note("evidence \(evidence.id)", error.description)
      }
    }
    let records = try Row.fetchCursor(
      database, sql: "SELECT type, id, content, content_hash FROM supporting_record ORDER BY type, id")
    while let columns = try records.next() {
      let record = try SupportingRow(
        type: columns.decode(atIndex: 0), id: columns.decode(atIndex: 1), content: columns.decode(atIndex: 2))
      let storedHash = try columns.decode(Int64.self, atIndex: 3)
      if record.contentHash != storedHash { note("\(record.type) \(record.id)", changed) }
    }
    let applications = try Row.fetchCursor(
      database, sql: "SELECT id, content, content_hash FROM application ORDER BY id")
    while let columns = try applications.next() {
      let id = try columns.decode(String.self, atIndex: 0)
      let hash = Self.applicationHash(id: id, content: try columns.decode(atIndex: 1))
      let storedHash = try columns.decode(Int64.self, atIndex: 2)
      if hash != storedHash { note("application \(id)", changed) }
    }
  }
}
