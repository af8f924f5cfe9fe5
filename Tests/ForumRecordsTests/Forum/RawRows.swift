import GRDB

/// What a query finds in a file, past the store: each row as its values in one text.
func rawRows(_ path: String, _ sql: String) throws -> [String] {
  try DatabaseQueue(path: path).read { database in
    try Row.fetchAll(database, sql: sql).map { row in
      row.databaseValues.map { value in
        switch value.storage {
        case .null: ""
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob(let bytes): bytes.map { String($0, radix: 16) }.joined()
        }
      }.joined(separator: " ")
    }
  }
}
