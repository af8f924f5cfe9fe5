import GRDB
import Synchronization

/// Lets changes that come at the same time share a transaction, so that they wait for the disk together and not one
/// after the other (group commit). Each keeps what it would have had alone: one that throws leaves no trace and
/// hinders no other, and none returns before the disk has it.
final class ChangeQueue: Sendable {
  private let waiting = Mutex<[any QueuedChange]>([])

  /// So many changes at most in one transaction: those who wait longest are not kept for those who came last.
  private static let longestBatch = 64

  init() {}

  /// Carries out a change, and with it what others have queued in the meantime.
  func run<Value: Sendable>(
    in pool: DatabasePool, _ body: @escaping @Sendable (Database) throws -> Value
  ) throws -> Value {
    let change = PendingChange(body)
    waiting.withLock { $0.append(change) }
    pool.writeWithoutTransaction { carryOutWaiting(until: change, in: $0) }
    return try (change.outcome ?? Self.notRun()).get()
  }

  /// The same without holding up the thread that asks. Cancelling the task cancels no change.
  func runSuspending<Value: Sendable>(
    in pool: DatabasePool, _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    let change = PendingChange(body)
    waiting.withLock { $0.append(change) }
    return try await withCheckedThrowingContinuation { continuation in
      pool.asyncWriteWithoutTransaction { database in
        self.carryOutWaiting(until: change, in: database)
        continuation.resume(with: change.outcome ?? Self.notRun())
      }
    }
  }

  private static func notRun<Value>() -> Result<Value, any Error> {
    .failure(DatabaseError(resultCode: .SQLITE_ABORT))
  }

  /// Everybody who queues a change comes here, one after the other; most find that somebody before has done theirs.
  private func carryOutWaiting<Value>(until change: PendingChange<Value>, in database: Database) {
    while change.outcome == nil {
      let batch = waiting.withLock { waiting in
        let batch = Array(waiting.prefix(Self.longestBatch))
        waiting.removeFirst(batch.count)
        return batch
      }
      Self.carryOut(batch, in: database)
    }
  }

  private static func carryOut(_ batch: [any QueuedChange], in database: Database) {
    var hasBegun = false
    do {
      try database.inTransaction(.immediate) {
        hasBegun = true
        for change in batch {
          change.run(in: database)
          // Some errors, as of a full disk, take the whole transaction with them.
          if !database.isInsideTransaction { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        }
        return .commit
      }
    } catch {
      if hasBegun, batch.count > 1 {
        for change in batch { carryOut([change], in: database) }
      } else {
        for change in batch { change.fail(with: error) }
      }
    }
  }
}
