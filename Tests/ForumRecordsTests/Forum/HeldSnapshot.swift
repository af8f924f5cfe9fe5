import GRDB

/// A reader of another connection that keeps what it saw first until it ends.
struct HeldSnapshot {
  private let queue: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.allowsUnsafeTransactions = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN")
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM application")
    }
  }

  func end() throws { try queue.writeWithoutTransaction { try $0.execute(sql: "COMMIT") } }
}
