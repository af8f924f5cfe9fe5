import Synchronization

/// Keeps accumulators from query to query: allocating and clearing them costs more than a short query.
enum SweepPool {
  /// A sweep is used by one caller at a time, which taking it out of the pool makes sure of.
  private struct Idle: ~Copyable, @unchecked Sendable {
    var sweeps: [WindowedSweep] = []
  }

  private static let idle = Mutex(Idle())
  private static let capacity = 32

  static func withSweep<Result>(_ body: (WindowedSweep) -> Result) -> Result {
    let sweep = take()
    defer { giveBack(sweep) }
    return body(sweep)
  }

  private static func take() -> WindowedSweep { idle.withLock { $0.sweeps.popLast() } ?? WindowedSweep() }

  private static func giveBack(_ sweep: WindowedSweep) {
    idle.withLock { if $0.sweeps.count < capacity { $0.sweeps.append(sweep) } }
  }
}
