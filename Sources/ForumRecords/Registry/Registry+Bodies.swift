import Foundation
import GRDB
public import ResearchProfiles

extension Registry {
  /// Joins organisations to bodies, or takes one out of its body, and notes each decision in the audit trail.
  ///
  /// A `merged` decision joins the other's whole body to the primary's. A `split` takes `other` out of its body, with what
  /// joined through it; where `other` is the primary id of its body, all others leave it. A `split` of two bodies says that
  /// they are two, and what waits between them is decided.
  ///
  /// - Returns: whether each decision changed anything: a merge of what is one already, or of an unknown id, does not.
  /// - Complexity: a few rows for each organisation and piece of evidence concerned; one transaction.
  public func decide(_ decisions: [BodyDecision]) throws(RegistryError) -> [Bool] {
    if decisions.isEmpty { return [] }
    return try write { writer in try decisions.map { try writer.carryOut($0) } }
  }

  /// Joins again what was merged before, where one of the two had gone and was imported again.
  ///
  /// - Parameter sequence: only organisations that have changed since.
  /// - Returns: how many were joined.
  public func restoreMerges(changedAfter sequence: Int64) throws(RegistryError) -> Int {
    let lost = try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT d.primary_id, d.other_id FROM resolution_decision d
          JOIN organization o ON o.id = d.other_id JOIN organization p ON p.id = d.primary_id
          WHERE d.kind = 'merged' AND NOT d.is_undone AND coalesce(o.body, o.row) <> coalesce(p.body, p.row)
            AND max(o.change_sequence, p.change_sequence) > ? ORDER BY d.number
          """, arguments: [sequence]
      ).map { (try $0.decode(String.self, atIndex: 0), try $0.decode(String.self, atIndex: 1)) }
    }
    if lost.isEmpty { return 0 }
    return try write { writer in
      try lost.count { try writer.join(OrganizationID($0.1), to: OrganizationID($0.0)) }
    }
  }

  /// Keeps pairs for a person to decide, or renews what is said of them.
  ///
  /// - Parameter pairs: those that are one body already, or were split, are left out.
  /// - Returns: how many were kept.
  public func hold(_ pairs: [HeldPair]) throws(RegistryError) -> Int {
    if pairs.isEmpty { return 0 }
    return try write { writer in
      let splits = try SplitPairs(in: writer.database)
      var count = 0
      for pair in pairs {
        guard let left = try writer.bodyRow(of: pair.primary), let right = try writer.bodyRow(of: pair.other),
          left != right, !splits.contains(left, right)
        else { continue }
        try writer.database.cachedStatement(
          sql: "INSERT OR REPLACE INTO held_pair (primary_id, other_id, points, reasons, date) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [
          pair.primary.rawValue, pair.other.rawValue, pair.points, try Self.text(of: pair.reasons),
          pair.date.daysSinceEpoch,
        ])
        count += 1
      }
      if count > 0 { writer.noteChange() }
      return count
    }
  }

  /// What waits for a person, the surest first.
  public func heldPairs() throws(RegistryError) -> [HeldPair] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT primary_id, other_id, points, reasons, date FROM held_pair
          ORDER BY points DESC, primary_id, other_id
          """
      ).map { columns in
        HeldPair(
          primary: OrganizationID(try columns.decode(String.self, atIndex: 0)),
          other: OrganizationID(try columns.decode(String.self, atIndex: 1)), points: try columns.decode(atIndex: 2),
          reasons: try Self.reasons(columns.decode(atIndex: 3)),
          date: CalendarDate(daysSinceEpoch: try columns.decode(atIndex: 4)))
      }
    }
  }

  /// The audit trail, in order.
  public func decisions() throws(RegistryError) -> [BodyDecision] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT kind, primary_id, other_id, decider, date, points, reasons, is_undone FROM resolution_decision
          ORDER BY number
          """
      ).map { columns in
        let kindName = try columns.decode(String.self, atIndex: 0)
        let deciderName = try columns.decode(String.self, atIndex: 3)
        guard let kind = BodyDecision.Kind(rawValue: kindName) else { throw UnknownName(kindName) }
        guard let decider = BodyDecision.Decider(rawValue: deciderName) else { throw UnknownName(deciderName) }
        var decision = BodyDecision(
          kind: kind, primary: OrganizationID(try columns.decode(String.self, atIndex: 1)),
          other: OrganizationID(try columns.decode(String.self, atIndex: 2)), decider: decider,
          date: CalendarDate(daysSinceEpoch: try columns.decode(atIndex: 4)), points: try columns.decode(atIndex: 5),
          reasons: try Self.reasons(columns.decode(atIndex: 6)))
        decision.isUndone = try columns.decode(atIndex: 7)
        return decision
      }
    }
  }

  /// All ids that a body answers to, the primary one first; empty for an unknown id.
  public func ids(ofBody id: OrganizationID) throws(RegistryError) -> [OrganizationID] {
    try read { database in
      guard let stored = try StoredOrganization.fetch(id: id, in: database) else { return [] }
      return try String.fetchAll(
        database, sql: "SELECT id FROM organization WHERE row = ?1 OR body = ?1 ORDER BY body IS NOT NULL, id",
        arguments: [stored.body ?? stored.row]
      ).map { OrganizationID($0) }
    }
  }

  static func text(of reasons: [BodyDecision.Reason]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(reasons), as: UTF8.self)
  }

  private static func reasons(_ text: String) throws -> [BodyDecision.Reason] {
    try JSONDecoder().decode([BodyDecision.Reason].self, from: Data(text.utf8))
  }
}
