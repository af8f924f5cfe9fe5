/// One line of the report.
struct BenchmarkRow: Codable {
  /// A sentence with its parameters.
  var name: String
  /// What ``median`` and the percentiles are in.
  var unit: String
  var median: Double
  var percentile95: Double?
  var percentile99: Double?
  /// Things in a second, and what they are.
  var rate: Double?
  var rateUnit: String?
  /// How the answer was checked.
  var check: String
  /// For rows of searching: what was searched for, so that the cost model finds them.
  var search: Search?

  struct Search: Codable, Hashable {
    var documents: Int
    /// A ``QueryClass``, or the number of words.
    var queries: String
    var limit: Int
    var threads: Int
  }

  /// How far the slowest hundredth is from the median.
  var tailRatio: Double? { percentile99.flatMap { median > 0 ? $0 / median : nil } }

  enum CodingKeys: String, CodingKey {
    case name, unit, median, rate, check, search
    case percentile95 = "p95"
    case percentile99 = "p99"
    case rateUnit = "rate_unit"
  }

  static func latency(
    _ name: String, _ sample: LatencySample, rateUnit: String, check: String, search: Search? = nil
  ) -> BenchmarkRow {
    BenchmarkRow(
      name: name, unit: "µs", median: sample.percentile(0.5), percentile95: sample.percentile(0.95),
      percentile99: sample.percentile(0.99), rate: sample.operationsPerSecond, rateUnit: rateUnit, check: check,
      search: search)
  }

  /// - Parameter unitCount: things that one operation of the sample handles.
  static func kernel(_ name: String, _ sample: LatencySample, unitCount: Int, unit: String, check: String)
    -> BenchmarkRow
  {
    func nanoseconds(_ share: Double) -> Double { sample.percentile(share) * 1000 / Double(unitCount) }
    return BenchmarkRow(
      name: name, unit: "ns per \(unit)", median: nanoseconds(0.5), percentile95: nanoseconds(0.95),
      percentile99: nanoseconds(0.99), check: check)
  }
}
