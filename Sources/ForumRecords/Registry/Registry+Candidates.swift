import GRDB
public import ResearchProfiles

extension Registry {
  /// Bodies that are new since a sequence, or say something new, in the order in which they became known.
  ///
  /// - Complexity: linear in them.
  public func bodies(changedAfter sequence: Int64) throws(RegistryError) -> [OrganizationProfile] {
    try read { database in
      let source = sequence > 0 ? "organization INDEXED BY organization_by_change" : "organization"
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(StoredOrganization.columns) FROM \(source) WHERE change_sequence > ? AND body IS NULL ORDER BY row
          """, arguments: [sequence])
      var bodies: [OrganizationProfile] = []
      let table = try BodyTable(in: database)
      while let columns = try cursor.next() {
        let stored = try StoredOrganization(columns)
        bodies.append(table.hasMembers(stored.row) ? try stored.withMembers(in: database) : stored.profile)
      }
      return bodies
    }
  }

  /// Bodies that share one of the keys that were kept for them, in the order in which they became known.
  ///
  /// - Parameter limit: keys that more organisations share say nothing and are left out.
  public func bodies(sharing keys: [UInt64], limit: Int = 50) throws(RegistryError) -> [OrganizationProfile] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT coalesce(o.body, o.row) FROM resolution_key k JOIN organization o ON o.row = k.organization
          WHERE k.key = ? LIMIT ?
          """)
      var rows: Set<Int64> = []
      for key in keys {
        let found = try Int64.fetchAll(statement, arguments: [Int64(bitPattern: key), limit + 1])
        if found.count <= limit { rows.formUnion(found) }
      }
      return try rows.sorted().compactMap {
        try StoredOrganization.fetch(row: $0, in: database)?.withMembers(in: database)
      }
    }
  }

  /// The sequence up to which bodies were resolved: what changed since is to be, also what an import has stored that was
  /// killed.
  public func resolvedSequence() throws(RegistryError) -> Int64 {
    try read { database in try Int64.fetchOne(database, sql: "SELECT sequence FROM resolution_progress") ?? 0 }
  }

  /// Keeps keys by which organisations are found again, and that all up to now is resolved. Keys of earlier names stay, and
  /// do no harm.
  ///
  /// - Complexity: a row for each key, in order of keys.
  public func keep(keys: [(organization: OrganizationID, keys: [UInt64])]) throws(RegistryError) {
    try write { writer in
      try writer.database.execute(
        sql: "UPDATE resolution_progress SET sequence = ?", arguments: [writer.sequence - 1])
      var rows: [(key: Int64, organization: Int64)] = []
      for (id, keys) in keys {
        guard let row = try writer.knownRow(of: id) else { continue }
        for key in keys { rows.append((Int64(bitPattern: key), row)) }
      }
      rows.sort { $0.key != $1.key ? $0.key < $1.key : $0.organization < $1.organization }
      let chunk = 128
      var start = 0
      while start < rows.count {
        let part = rows[start..<min(rows.count, start + chunk)]
        let values = Array(repeating: "(?, ?)", count: part.count).joined(separator: ", ")
        try writer.database.cachedStatement(sql: "INSERT OR IGNORE INTO resolution_key VALUES \(values)")
          .execute(arguments: StatementArguments(part.flatMap { [$0.key, $0.organization] }))
        start += part.count
      }
    }
  }
}
