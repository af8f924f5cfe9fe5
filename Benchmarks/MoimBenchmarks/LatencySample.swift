/// How long many operations took.
struct LatencySample {
  /// Ascending.
  let sortedMicroseconds: [Double]
  /// Wall time of all together.
  let wallSeconds: Double

  init(microseconds: [Double], wallSeconds: Double) {
    sortedMicroseconds = microseconds.sorted()
    self.wallSeconds = wallSeconds
  }

  var count: Int { sortedMicroseconds.count }

  /// The smallest latency that at least the given share of the operations does not exceed.
  func percentile(_ share: Double) -> Double {
    guard count > 0 else { return 0 }
    let rank = Int((share * Double(count)).rounded(.up))
    return sortedMicroseconds[max(0, min(count, rank) - 1)]
  }

  var operationsPerSecond: Double { wallSeconds > 0 ? Double(count) / wallSeconds : 0 }
}
