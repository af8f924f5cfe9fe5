import GRDB

extension Database {
  typealias ColumnValues = KeyValuePairs<String, (any DatabaseValueConvertible)?>

  /// Adds a row and returns its number.
  @discardableResult
  func insert(into table: String, _ values: ColumnValues, replacing: Bool = false) throws -> Int64 {
    let names = values.map(\.key).joined(separator: ", ")
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    let statement = try cachedStatement(
      sql: "INSERT \(replacing ? "OR REPLACE " : "")INTO \(table) (\(names)) VALUES (\(marks))")
    try statement.execute(arguments: StatementArguments(values.map(\.value)))
    return lastInsertedRowID
  }

  /// Runs a statement and returns how many rows it changed.
  @discardableResult
  func change(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    try cachedStatement(sql: sql).execute(arguments: arguments)
    return changesCount
  }

  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [ForumColumns] {
    try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments).map { ForumColumns($0) }
  }

  func row(_ sql: String, _ arguments: StatementArguments = []) throws -> ForumColumns? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments).map { ForumColumns($0) }
  }

  func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
    try row("SELECT (\(sql)) AS n", arguments)?.value("n") ?? 0
  }

  func exists(_ sql: String, _ arguments: StatementArguments = []) throws -> Bool {
    try row("SELECT 1 WHERE EXISTS (\(sql))", arguments) != nil
  }

  /// A part of a list, and how long it is.
  func page<Item>(
    _ columns: String, from source: String, _ conditions: ForumConditions, order: String, page: Page,
    _ read: (ForumColumns) throws -> Item
  ) throws -> Paged<Item> {
    let total = try count("SELECT count(*) FROM \(source)\(conditions.clause)", conditions.arguments)
    guard page.limit > 0, page.offset < total else { return Paged(items: [], total: total) }
    let items = try rows(
      "SELECT \(columns) FROM \(source)\(conditions.clause) ORDER BY \(order) LIMIT ? OFFSET ?",
      conditions.arguments + [page.limit, page.offset])
    return Paged(items: try items.map(read), total: total)
  }
}
