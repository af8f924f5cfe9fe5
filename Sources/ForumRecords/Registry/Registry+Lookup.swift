import GRDB
public import ResearchProfiles

extension Registry {
  /// The bodies that answer to these ids, in the order of the ids; `nil` where there is none. A body that was merged comes
  /// with its primary id and what all of its organisations say.
  ///
  /// - Complexity: one indexed look-up for each.
  public func organizations(_ ids: [OrganizationID]) throws(RegistryError) -> [OrganizationProfile?] {
    try read { database in
      try ids.map { try StoredOrganization.body(id: $0, in: database) }
    }
  }

  /// The evidence with these ids, in the order of the ids; `nil` where there is none.
  ///
  /// - Complexity: one indexed look-up for each, and one for each participant.
  public func evidence(_ ids: [EvidenceID]) throws(RegistryError) -> [Evidence?] {
    try read { database in
      try ids.map { try StoredEvidence.fetch(id: $0, in: database)?.decoded() }
    }
  }

  /// The ids of the evidence in which a body takes part, under any of its ids, in order of id bytes.
  public func evidenceIDs(of organization: OrganizationID) throws(RegistryError) -> [EvidenceID] {
    try read { database in
      try String.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT DISTINCT e.id FROM organization named
            JOIN organization o ON o.row = coalesce(named.body, named.row) OR o.body = coalesce(named.body, named.row)
            JOIN participation p ON p.organization = o.row
            JOIN evidence e ON e.row = p.evidence WHERE named.id = ? ORDER BY e.id
            """), arguments: [organization.rawValue]
      ).map { EvidenceID($0) }
    }
  }

  public func supportingRecord(
    _ kind: SupportingRecord.Kind, id: String
  ) throws(RegistryError) -> SupportingRecord? {
    try read { database in
      try String.fetchOne(
        database.cachedStatement(sql: "SELECT content FROM supporting_record WHERE type = ? AND id = ?"),
        arguments: [kind.rawValue, id]
      ).flatMap { SupportingRow(type: kind.rawValue, id: id, content: $0).record }
    }
  }

  /// - Complexity: linear in the number of rows, a few milliseconds for 100,000.
  public func counts() throws(RegistryError) -> RegistryCounts {
    try read { database in
      func count(_ rows: String) throws -> Int { try Int.fetchOne(database, sql: "SELECT count(*) FROM \(rows)") ?? 0 }
      return RegistryCounts(
        organizationCount: try count("organization WHERE body IS NULL"),
        mergedOrganizationCount: try count("organization WHERE body IS NOT NULL"),
        fullOrganizationCount: try count("organization WHERE is_full"),
        evidenceCount: try count("evidence"), participationCount: try count("participation"),
        supportingRecordCount: try count("supporting_record"))
    }
  }
}
