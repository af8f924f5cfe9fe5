import GRDB

/// Bodies that a person has said are two.
struct SplitPairs {
  private struct Pair: Hashable {
    var low: Int64
    var high: Int64

    init(_ left: Int64, _ right: Int64) {
      low = min(left, right)
      high = max(left, right)
    }
  }

  private var pairs: Set<Pair> = []

  /// - Complexity: linear in the decisions to split.
  init(in database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT coalesce(a.body, a.row), coalesce(b.body, b.row) FROM resolution_decision d
        JOIN organization a ON a.id = d.primary_id JOIN organization b ON b.id = d.other_id
        WHERE d.kind = 'split' AND NOT d.is_undone
        """)
    while let columns = try rows.next() {
      pairs.insert(Pair(try columns.decode(atIndex: 0), try columns.decode(atIndex: 1)))
    }
  }

  /// - Parameters: rows of the bodies' first organisations.
  func contains(_ left: Int64, _ right: Int64) -> Bool { pairs.contains(Pair(left, right)) }
}
