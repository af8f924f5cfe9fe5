import GRDB

extension Database {
  typealias ColumnValues = KeyValuePairs<String, (any DatabaseValueConvertible)?>
  typealias Arguments = [(any DatabaseValueConvertible)?]

  /// Texts end at their first NUL when they are bound: "2026-0001\0x" would be found as 2026-0001, and what follows a NUL
  /// would be lost. The replacement character stands for it instead.
  private static func bound(_ arguments: Arguments) -> StatementArguments {
    StatementArguments(
      arguments.map { argument in
        guard let value = argument?.databaseValue else { return DatabaseValue.null }
        guard case .string(let text) = value.storage, text.utf8.contains(0) else { return value }
        return String(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : Character($0) }).databaseValue
      })
  }

  /// Adds a row and returns its number.
  @discardableResult
  func insert(into table: String, _ values: ColumnValues, replacing: Bool = false) throws -> Int64 {
    let names = values.map(\.key).joined(separator: ", ")
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    let statement = try cachedStatement(
      sql: "INSERT \(replacing ? "OR REPLACE " : "")INTO \(table) (\(names)) VALUES (\(marks))")
    try statement.execute(arguments: Self.bound(values.map(\.value)))
    return lastInsertedRowID
  }

  /// Runs a statement and returns how many rows it changed.
  @discardableResult
  func change(_ sql: String, _ arguments: Arguments = []) throws -> Int {
    try cachedStatement(sql: sql).execute(arguments: Self.bound(arguments))
    return changesCount
  }

  func rows(_ sql: String, _ arguments: Arguments = []) throws -> [ForumColumns] {
    try Row.fetchAll(cachedStatement(sql: sql), arguments: Self.bound(arguments)).map { ForumColumns($0) }
  }

  func row(_ sql: String, _ arguments: Arguments = []) throws -> ForumColumns? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: Self.bound(arguments)).map { ForumColumns($0) }
  }

  func count(_ sql: String, _ arguments: Arguments = []) throws -> Int {
    try row("SELECT (\(sql)) AS n", arguments)?.value("n") ?? 0
  }

  func exists(_ sql: String, _ arguments: Arguments = []) throws -> Bool {
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
