/// A run's mean in one metric with what chance leaves open.
public struct ScoreInterval: Hashable, Sendable, Encodable {
  public let metric: EvaluationMetric
  public let mean: Double
  /// The bounds of the 95 % bootstrap interval of the mean over queries.
  public let lowerBound: Double
  public let upperBound: Double

  enum CodingKeys: String, CodingKey {
    case metric, mean
    case lowerBound = "interval_low"
    case upperBound = "interval_high"
  }
}

extension RunEvaluation {
  /// The metrics that are reported with intervals.
  public static let reportedMetrics: [EvaluationMetric] = [.normalizedGain10, .recall100, .reciprocalRank]

  /// Each reported metric of a group with its interval; empty for a group without judged queries.
  ///
  /// - Parameter label: one of the labels of ``groups``.
  /// - Complexity: repetitions times queries times metrics.
  public func intervals(
    of label: String = "all", repetitionCount: Int = RunComparison.defaultRepetitionCount
  ) -> [ScoreInterval] {
    guard let members = membersByLabel[label], !members.isEmpty else { return [] }
    return Self.reportedMetrics.map { metric in
      let values = members.map { value(of: metric, query: $0) }
      let interval = RunComparison.bootstrapInterval(of: values, repetitionCount: repetitionCount)
      return ScoreInterval(
        metric: metric, mean: values.reduce(0, +) / Double(values.count), lowerBound: interval.lower,
        upperBound: interval.upper)
    }
  }

  /// A metric's value of one query, by its place in ``queries``.
  func value(of metric: EvaluationMetric, query: Int) -> Double {
    EvaluationMetric.allCases.firstIndex(of: metric).map { valuesByQuery[query][$0] } ?? 0
  }
}
