/// By how much two runs differ in one metric, and how sure that is.
public struct MetricDifference: Hashable, Sendable, Encodable {
  public let metric: EvaluationMetric
  /// Means over the same queries.
  public let first: Double
  public let second: Double
  /// Second minus first.
  public let difference: Double
  /// The bounds of the 95 % bootstrap interval of the difference.
  public let lowerBound: Double
  public let upperBound: Double
  /// How often two runs that do not differ would differ at least as much: two-sided paired randomisation test.
  public let probability: Double

  /// At the usual level of 5 %, of one comparison looked at by itself.
  public var isSignificant: Bool { probability < 0.05 }

  enum CodingKeys: String, CodingKey {
    case metric, first, second, difference
    case lowerBound = "interval_low"
    case upperBound = "interval_high"
    case probability = "p"
  }
}
