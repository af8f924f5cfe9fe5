import Foundation
import GRDB
import ResearchProfiles

extension RegistryWriter {
  /// The row of the first organisation of the body that answers to an id.
  func bodyRow(of id: OrganizationID) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT coalesce(body, row) FROM organization WHERE id = ?"),
      arguments: [id.rawValue])
  }

  func carryOut(_ decision: BodyDecision) throws -> Bool {
    switch decision.kind {
    case .merged: try merge(decision)
    case .split: try split(decision)
    }
  }

  private func merge(_ decision: BodyDecision) throws -> Bool {
    guard let primary = try bodyRow(of: decision.primary), let other = try bodyRow(of: decision.other),
      primary != other,
      let primaryID = try StoredOrganization.fetch(row: primary, in: database)?.profile.id,
      let otherID = try StoredOrganization.fetch(row: other, in: database)?.profile.id
    else { return false }
    if decision.decider == .rules, try SplitPairs(in: database).contains(primary, other) { return false }
    guard try join(otherID, to: primaryID) else { return false }
    // Between the bodies as they are now, so that following the decisions leads to what is stored.
    var noted = decision
    noted.primary = primaryID
    noted.other = otherID
    try note(noted)
    try database.execute(
      sql: """
        UPDATE resolution_decision SET is_undone = 1 WHERE kind = 'split' AND NOT is_undone AND
          (SELECT coalesce(body, row) FROM organization WHERE id = primary_id)
          = (SELECT coalesce(body, row) FROM organization WHERE id = other_id)
        """)
    return true
  }

  /// - Returns: `false` where one of them is unknown, or they are one already.
  func join(_ other: OrganizationID, to primary: OrganizationID) throws -> Bool {
    guard let body = try bodyRow(of: primary), let joining = try bodyRow(of: other), body != joining else {
      return false
    }
    for row in try rows(ofBody: joining) { try setBody(body, of: row) }
    try touch(organization: body)
    try forgetHeldPairsWithin(body)
    return true
  }

  private func split(_ decision: BodyDecision) throws -> Bool {
    guard let stored = try storedOrganization(decision.other) else { return false }
    if let primary = try bodyRow(of: decision.primary), primary != stored.body ?? stored.row {
      return try keepApart(primary, stored.body ?? stored.row, decision)
    }
    guard let body = stored.body else {
      // The first one of its body: all others leave it, each with what joined through it.
      var hasSplit = false
      while let member = try StoredOrganization.members(ofBody: stored.row, in: database).first {
        var apart = decision
        apart.primary = stored.profile.id
        apart.other = member.profile.id
        hasSplit = try split(apart) || hasSplit
      }
      return hasSplit
    }
    guard let first = try StoredOrganization.fetch(row: body, in: database) else { return false }
    let leaving = try organizationsJoined(through: stored.profile.id)
    try setBody(nil, of: stored.row)
    for row in leaving { try setBody(stored.row, of: row) }
    try touch(organization: body)
    try database.execute(
      sql: "UPDATE resolution_decision SET is_undone = 1 WHERE kind = 'merged' AND other_id = ? AND NOT is_undone",
      arguments: [decision.other.rawValue])
    var noted = decision
    noted.primary = first.profile.id
    try note(noted)
    return true
  }

  /// Notes that two bodies are two; whatever waits between them is decided.
  private func keepApart(_ primary: Int64, _ other: Int64, _ decision: BodyDecision) throws -> Bool {
    if try SplitPairs(in: database).contains(primary, other) { return false }
    try database.execute(
      sql: """
        DELETE FROM held_pair WHERE EXISTS (
          SELECT 1 FROM organization a, organization b WHERE a.id = held_pair.primary_id AND b.id = held_pair.other_id
            AND ((coalesce(a.body, a.row) = ?1 AND coalesce(b.body, b.row) = ?2)
              OR (coalesce(a.body, a.row) = ?2 AND coalesce(b.body, b.row) = ?1)))
        """, arguments: [primary, other])
    try note(decision)
    noteChange()
    return true
  }

  /// Rows of the organisations that were merged into one, directly or by way of others, by decisions that stand.
  private func organizationsJoined(through id: OrganizationID) throws -> [Int64] {
    try Int64.fetchAll(
      database,
      sql: """
        WITH RECURSIVE joined (id) AS (
          SELECT ?1 UNION
          SELECT d.other_id FROM resolution_decision d JOIN joined ON d.primary_id = joined.id
          WHERE d.kind = 'merged' AND NOT d.is_undone)
        SELECT o.row FROM joined JOIN organization o ON o.id = joined.id WHERE o.id <> ?1 AND o.body IS NOT NULL
        """, arguments: [id.rawValue])
  }

  private func rows(ofBody row: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT row FROM organization WHERE row = ?1 OR body = ?1 ORDER BY row"),
      arguments: [row])
  }

  private func setBody(_ body: Int64?, of row: Int64) throws {
    try database.cachedStatement(sql: "UPDATE organization SET body = ?, change_sequence = ? WHERE row = ?")
      .execute(arguments: [body, sequence, row])
    try touchEvidence(ofOrganizationRow: row)
    noteChange()
  }

  /// The index must see what the body is now.
  private func touch(organization row: Int64) throws {
    try database.cachedStatement(sql: "UPDATE organization SET change_sequence = ? WHERE row = ?")
      .execute(arguments: [sequence, row])
    noteChange()
  }

  private func forgetHeldPairsWithin(_ row: Int64) throws {
    try database.execute(
      sql: """
        DELETE FROM held_pair WHERE primary_id IN (SELECT id FROM organization WHERE row = ?1 OR body = ?1)
          AND other_id IN (SELECT id FROM organization WHERE row = ?1 OR body = ?1)
        """, arguments: [row])
  }

  private func note(_ decision: BodyDecision) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO resolution_decision (kind, primary_id, other_id, decider, date, points, reasons)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      decision.kind.rawValue, decision.primary.rawValue, decision.other.rawValue, decision.decider.rawValue,
      decision.date.daysSinceEpoch, decision.points, try Registry.text(of: decision.reasons),
    ])
  }
}
