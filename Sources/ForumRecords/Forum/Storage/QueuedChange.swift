import GRDB

/// A change that waits for its turn, which may come in the transaction of somebody else's.
protocol QueuedChange: Sendable {
  /// Runs it and keeps what it returns or throws. It may be run again, where the transaction it was part of was lost.
  func run(in database: Database)

  /// Keeps why it could not be run or was lost, unless it has failed by itself, which says more.
  func fail(with error: any Error)
}
