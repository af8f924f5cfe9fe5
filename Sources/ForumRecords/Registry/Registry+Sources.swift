import GRDB
public import ResearchProfiles

extension Registry {
  /// The sources, in the order of their first import.
  ///
  /// - Complexity: linear in what they say.
  public func sources() throws(RegistryError) -> [SourceSummary] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT s.name, s.date, (SELECT count(*) FROM evidence_claim c WHERE c.source = s.row),
            (SELECT count(*) FROM organization_claim c WHERE c.source = s.row) FROM source s ORDER BY s.row
          """
      ).map {
        SourceSummary(
          name: try $0.decode(atIndex: 0), date: CalendarDate(daysSinceEpoch: try $0.decode(atIndex: 1)),
          evidenceCount: try $0.decode(atIndex: 2), organizationCount: try $0.decode(atIndex: 3))
      }.filter { $0.evidenceCount > 0 || $0.organizationCount > 0 }
    }
  }

  /// Removes a source as a whole: what it alone says goes, what others say too is shown as they say it.
  ///
  /// - Returns: `nil` where there is no source of that name.
  /// - Complexity: linear in what it says; one transaction.
  public func removeSource(named name: String) throws(RegistryError) -> SourceRemoval? {
    try write { try $0.removeSource(name) }
  }

  /// All that is said of a body, field by field: who says it, where, since when, and whether it is shown.
  public func statements(of id: OrganizationID) throws(RegistryError) -> [FieldStatement] {
    try read { database in
      guard let first = try StoredOrganization.body(id: id, in: database),
        let stored = try StoredOrganization.fetch(id: first.id, in: database)
      else { return [] }
      let shown = Self.values(of: first)
      var statements: [FieldStatement] = []
      for member in try [stored] + StoredOrganization.members(ofBody: stored.row, in: database) {
        for claim in try OrganizationClaim.fetch(of: member, in: database) {
          let source = try String.fetchOne(
            database, sql: "SELECT name FROM source WHERE row = ?", arguments: [claim.source])
          for (field, mark, value) in Self.values(of: claim.profile) {
            statements.append(
              FieldStatement(
                organization: member.profile.id, field: field, value: value, source: source ?? "",
                location: claim.location, date: claim.date, isOwnRecord: claim.fullFields.contains(mark),
                isShown: shown.contains {
                  $0.value == value && ($0.field == field || $0.field == "alias" && field == "name")
                }
              ))
          }
        }
      }
      return statements
    }
  }

  private static func values(
    of profile: OrganizationProfile
  ) -> [(field: String, mark: ProfileFields, value: String)] {
    var values: [(field: String, mark: ProfileFields, value: String)] = []
    for entry in profile.names.entries { values.append(("name", .names, entry.text)) }
    for alias in profile.aliases { values.append(("alias", .aliases, alias)) }
    for identifier in profile.identifiers {
      values.append(("identifier", .identifiers, "\(identifier.scheme) \(identifier.value)"))
    }
    let single: [(String, ProfileFields, String?)] = [
      ("kind", .kind, profile.kind?.rawValue), ("country", .country, profile.country),
      ("region", .region, profile.region), ("city", .city, profile.city), ("size class", .sizeClass, profile.sizeClass),
      ("home page", .homepage, profile.homepage), ("parent", .parent, profile.parent?.rawValue),
    ]
    for (field, mark, value) in single {
      if let value, !value.isEmpty { values.append((field, mark, value)) }
    }
    for entry in profile.summary.entries { values.append(("summary", .summary, entry.text)) }
    for keyword in profile.keywords { values.append(("keyword", .keywords, keyword)) }
    return values
  }
}
