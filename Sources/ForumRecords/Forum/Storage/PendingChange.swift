import GRDB
import Synchronization

/// A change with its outcome.
final class PendingChange<Value: Sendable>: QueuedChange {
  private let body: @Sendable (Database) throws -> Value
  private let state = Mutex<Result<Value, any Error>?>(nil)

  init(_ body: @escaping @Sendable (Database) throws -> Value) { self.body = body }

  /// `nil` until it has had its turn.
  var outcome: Result<Value, any Error>? { state.withLock { $0 } }

  func run(in database: Database) {
    let outcome = Result { () throws -> Value in
      var value: Value?
      try database.inSavepoint {
        value = try body(database)
        return .commit
      }
      guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
      return value
    }
    state.withLock { $0 = outcome }
  }

  func fail(with error: any Error) {
    state.withLock { outcome in
      if case .failure = outcome { return }
      outcome = .failure(error)
    }
  }
}
