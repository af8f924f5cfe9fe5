import GRDB
import ResearchProfiles

/// Which organisations are known by another one's id; few of many.
struct BodyTable {
  private var primaries: [Int64: OrganizationID] = [:]
  private var rowsWithMembers: Set<Int64> = []

  /// - Complexity: linear in the merged organisations.
  init(in database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT o.row, o.body, b.id FROM organization o INDEXED BY organization_by_body
        JOIN organization b ON b.row = o.body WHERE o.body IS NOT NULL
        """)
    while let columns = try rows.next() {
      let body = try columns.decode(Int64.self, atIndex: 1)
      primaries[try columns.decode(Int64.self, atIndex: 0)] = OrganizationID(
        try columns.decode(String.self, atIndex: 2))
      rowsWithMembers.insert(body)
    }
  }

  var isEmpty: Bool { primaries.isEmpty }

  func primary(ofMember row: Int64) -> OrganizationID? { primaries[row] }

  func hasMembers(_ row: Int64) -> Bool { rowsWithMembers.contains(row) }
}
