import CoreMetrics
import Synchronization

/// One metric with its labels, and its values so far. What kind of handler it serves as is settled when it is made.
final class MetricSeries: Sendable {
  enum Kind: String, Sendable {
    case counter, gauge, histogram
  }

  struct State: Sendable {
    /// Of a counter or a gauge.
    var value = 0.0
    /// Observations up to each bound and beyond the last, not yet added up.
    var bucketCounts: [UInt64] = []
    var count: UInt64 = 0
    var sum = 0.0
  }

  let kind: Kind
  /// Upper bounds of a histogram's buckets.
  let bounds: [Double]
  /// What an observed number is multiplied by: nanoseconds are shown as seconds.
  private let scale: Double
  private let state: Mutex<State>

  init(_ kind: Kind, bounds: [Double] = [], scale: Double = 1) {
    self.kind = kind
    self.bounds = bounds
    self.scale = scale
    state = Mutex(State(bucketCounts: Array(repeating: 0, count: bounds.count + 1)))
  }

  var current: State { state.withLock { $0 } }

  private func add(_ amount: Double) {
    guard amount.isFinite else { return }
    state.withLock { $0.value += amount }
  }

  private func observe(_ number: Double) {
    guard number.isFinite else { return }
    let value = number * scale
    guard kind == .histogram else { return state.withLock { $0.value = value } }
    let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
    state.withLock { state in
      state.bucketCounts[bucket] += 1
      state.count += 1
      state.sum += value
    }
  }
}

extension MetricSeries: CounterHandler {
  func increment(by amount: Int64) { add(Double(max(0, amount))) }
  func reset() { state.withLock { $0.value = 0 } }
}

extension MetricSeries: FloatingPointCounterHandler, MeterHandler {
  func increment(by amount: Double) { add(kind == .counter ? max(0, amount) : amount) }
  func decrement(by amount: Double) { add(-amount) }
  func set(_ value: Int64) { set(Double(value)) }
  func set(_ value: Double) { if value.isFinite { state.withLock { $0.value = value } } }
}

extension MetricSeries: RecorderHandler, TimerHandler {
  func record(_ value: Int64) { observe(Double(value)) }
  func record(_ value: Double) { observe(value) }
  func recordNanoseconds(_ duration: Int64) { observe(Double(duration)) }
}
