import Glibc
import ParallelExecution

/// Measures wall time, or with `--cpu-time` the processor time of the thread that works: what counts on a busy machine.
enum Stopwatch {
  private static let clock = ContinuousClock()
  private static let takesProcessorTime = CommandLine.arguments.contains("--cpu-time")

  static func seconds(of work: () throws -> Void) rethrows -> Double {
    let start = clock.now
    try work()
    return seconds(since: start)
  }

  /// Runs every operation once to warm up and then all of them in passes until `minimumSeconds` are over.
  ///
  /// - Parameter isSplit: operations use several threads, whose work only the wall's clock sees.
  static func sample(
    count: Int, executor: ParallelExecutor = .serial, minimumSeconds: Double = 1, isSplit: Bool = false,
    _ operation: @Sendable (Int) -> Void
  ) -> LatencySample {
    let clockID = takesProcessorTime && !isSplit ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC
    executor.forEach(count: count) { index, _ in operation(index) }
    var microseconds: [Double] = []
    var wallSeconds = 0.0
    repeat {
      let start = clock.now
      microseconds += executor.map(count: count) { index, _ in
        let begin = Self.seconds(of: clockID)
        operation(index)
        return (Self.seconds(of: clockID) - begin) * 1e6
      }
      wallSeconds += seconds(since: start)
    } while wallSeconds < minimumSeconds
    return LatencySample(microseconds: microseconds, wallSeconds: wallSeconds)
  }

  private static func seconds(of clockID: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clockID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let duration = clock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
