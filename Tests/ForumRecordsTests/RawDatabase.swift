import GRDB

/// A second way into a registry's file, past the registry.
struct RawDatabase {
  private let queue: DatabaseQueue

  init(path: String) throws { queue = try DatabaseQueue(path: path) }

  func execute(_ sql: String) throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  /// Calls `body` while this connection holds the right to write and has written something, which is taken back.
  func whileWriting(_ sql: String = "", _ body: () throws -> Void) throws {
    try queue.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        try database.execute(sql: sql)
        try body()
        return .rollback
      }
    }
  }
}
