import Foundation
import GRDB
import ResearchProfiles

extension StoredEvidence {
  /// One row for each participation, or one with nulls where there is none; participants in stored order. The last column
  /// is the id under which the source names the participant, where its body has another one.
  private static func query(where condition: String, hasMergedBodies: Bool) -> String {
    hasMergedBodies
      ? """
      SELECT e.row, e.id, e.kind, e.date, e.content_hash, e.content, p.role, b.id, b.kind, b.country, b.region, o.id
      FROM evidence e LEFT JOIN participation p ON p.evidence = e.row LEFT JOIN organization o ON o.row = p.organization
      LEFT JOIN organization b ON b.row = coalesce(o.body, o.row)
      WHERE \(condition) ORDER BY e.id, p.ordinal
      """
      : """
      SELECT e.row, e.id, e.kind, e.date, e.content_hash, e.content, p.role, o.id, o.kind, o.country, o.region, NULL
      FROM evidence e LEFT JOIN participation p ON p.evidence = e.row LEFT JOIN organization o ON o.row = p.organization
      WHERE \(condition) ORDER BY e.id, p.ordinal
      """
  }

  static func fetch(row: Int64, in database: Database) throws -> StoredEvidence? {
    try fetch(database.cachedStatement(sql: query(where: "e.row = ?", hasMergedBodies: true)), arguments: [row])
  }

  static func fetch(id: EvidenceID, in database: Database) throws -> StoredEvidence? {
    try fetch(
      database.cachedStatement(sql: query(where: "e.id = ?", hasMergedBodies: true)), arguments: [id.rawValue])
  }

  /// Calls `body` with every evidence changed after a sequence, in order of id bytes, one in memory at a time.
  static func forEach(
    changedAfter sequence: Int64, hasMergedBodies: Bool = true, in database: Database,
    _ body: (StoredEvidence) throws -> Void
  ) throws {
    let changedCount = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM evidence WHERE change_sequence > ?", arguments: [sequence])
    // About how many there are: counting them would read a whole index.
    let count = try Int.fetchOne(database, sql: "SELECT max(row) FROM evidence")
    if (changedCount ?? 0) * 4 < count ?? 0 {
      let rows = try Int64.fetchAll(
        database,
        sql: "SELECT row FROM evidence INDEXED BY evidence_by_change WHERE change_sequence > ? ORDER BY id",
        arguments: [sequence])
      for row in rows {
        if let evidence = try fetch(row: row, in: database) { try body(evidence) }
      }
    } else {
      // The plus sign keeps SQLite from using the index by sequence, which would make it sort everything by id.
      let statement = try database.cachedStatement(
        sql: query(where: "+e.change_sequence > ?", hasMergedBodies: hasMergedBodies))
      try forEach(statement, arguments: [sequence], body)
    }
  }

  private static func fetch(_ statement: Statement, arguments: StatementArguments) throws -> StoredEvidence? {
    var found: StoredEvidence?
    try forEach(statement, arguments: arguments) { found = $0 }
    return found
  }

  private static func forEach(
    _ statement: Statement, arguments: StatementArguments, _ body: (StoredEvidence) throws -> Void
  ) throws {
    var current: StoredEvidence?
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    while let columns = try cursor.next() {
      if try current?.row != columns.decode(Int64.self, atIndex: 0) {
        if let current { try body(current) }
        current = try StoredEvidence(columns)
      }
      if let participant = try Participant(columns) { current?.append(participant) }
    }
    if let current { try body(current) }
  }

  private init(_ columns: Row) throws {
    let kindName = try columns.decode(String.self, atIndex: 2)
    guard let kind = EvidenceKind(rawValue: kindName) else { throw UnknownName(kindName) }
    row = try columns.decode(atIndex: 0)
    id = EvidenceID(try columns.decode(String.self, atIndex: 1))
    self.kind = kind
    date = try columns.decode(Int32?.self, atIndex: 3).map(CalendarDate.init(daysSinceEpoch:))
    contentHash = try columns.decode(atIndex: 4)
    content = try columns.decode(atIndex: 5)
    participants = []
    participations = []
  }

  /// A body that takes part under two of its ids takes part once.
  private mutating func append(_ participant: Participant) {
    participations.append(Participation(organization: participant.sourceID, role: participant.role))
    let isKnown = participants.contains {
      $0.organization == participant.organization && $0.sourceID != participant.sourceID && $0.role == participant.role
    }
    if isKnown { return }
    participants.append(participant)
  }
}

extension StoredEvidence.Participant {
  fileprivate init?(_ columns: Row) throws {
    guard let roleName = try columns.decode(String?.self, atIndex: 6) else { return nil }
    guard let role = ParticipationRole(rawValue: roleName) else { throw UnknownName(roleName) }
    organization = OrganizationID(try columns.decode(String.self, atIndex: 7))
    self.role = role
    kind = try columns.decode(String?.self, atIndex: 8).flatMap(OrganizationKind.init(rawValue:))
    country = try columns.decode(atIndex: 9)
    region = try columns.decode(atIndex: 10)
    sourceID = try columns.decode(String?.self, atIndex: 11).map { OrganizationID($0) } ?? organization
  }
}
