/// Two runs compared on the same judgments, query by query.
///
/// The test is Fisher's paired randomisation test and the interval the percentile bootstrap over queries, both as Smucker,
/// Allan and Carterette (CIKM 2007) compare them for retrieval. Seeds are fixed: the same runs give the same figures.
public struct RunComparison: Sendable {
  public static let defaultRepetitionCount = 10_000
  static let seed: UInt64 = 0x4D4F_494D

  public let firstName: String
  public let secondName: String
  public let queryCount: Int
  public let differences: [MetricDifference]

  /// - Parameters:
  ///   - first: the baseline.
  ///   - second: evaluated against the same judgments.
  ///   - repetitionCount: permutations, and bootstrap samples.
  /// - Complexity: repetitions times queries times metrics, for 766 queries about a tenth of a second.
  public init(
    first: RunEvaluation, second: RunEvaluation, repetitionCount: Int = RunComparison.defaultRepetitionCount
  ) {
    precondition(first.queries == second.queries, "both runs must be evaluated against the same judgments")
    precondition(repetitionCount > 0)
    firstName = first.runName
    secondName = second.runName
    queryCount = first.queries.count
    differences = EvaluationMetric.allCases.enumerated().map { index, metric in
      Self.difference(
        in: metric, first: first.valuesByQuery.map { $0[index] }, second: second.valuesByQuery.map { $0[index] },
        repetitionCount: repetitionCount)
    }
  }

  /// The difference of two runs over the same queries, at least one.
  static func difference(
    in metric: EvaluationMetric, first: [Double], second: [Double], repetitionCount: Int
  ) -> MetricDifference {
    let pairs = zip(first, second).map { $1 - $0 }
    let interval = bootstrapInterval(of: pairs, repetitionCount: repetitionCount)
    let count = Double(pairs.count)
    return MetricDifference(
      metric: metric, first: first.reduce(0, +) / count, second: second.reduce(0, +) / count,
      difference: pairs.reduce(0, +) / count, lowerBound: interval.lower, upperBound: interval.upper,
      probability: randomizationProbability(of: pairs, repetitionCount: repetitionCount))
  }

  /// The share of random exchanges of the two runs, query by query, whose mean difference is at least the observed one,
  /// counting the observed one itself: (1 + count) / (1 + repetitions).
  static func randomizationProbability(of differences: [Double], repetitionCount: Int) -> Double {
    // A query on which the runs agree adds nothing, exchanged or not.
    let changed = differences.filter { $0 != 0 }
    let observed = abs(changed.reduce(0, +))
    let tolerance = 1e-12 * changed.reduce(0) { $0 + abs($1) }
    var generator = ResamplingGenerator(seed: seed)
    var extremeCount = 0
    for _ in 0..<repetitionCount {
      var sum = 0.0
      var signs: UInt64 = 0
      for (index, difference) in changed.enumerated() {
        if index & 63 == 0 { signs = generator.next() }
        sum += signs & 1 == 0 ? difference : -difference
        signs >>= 1
      }
      if abs(sum) >= observed - tolerance { extremeCount += 1 }
    }
    return Double(extremeCount + 1) / Double(repetitionCount + 1)
  }

  /// The 2.5 % and 97.5 % points of the mean over queries drawn with replacement.
  static func bootstrapInterval(
    of differences: [Double], repetitionCount: Int
  ) -> (lower: Double, upper: Double) {
    var generator = ResamplingGenerator(seed: seed)
    var means: [Double] = []
    means.reserveCapacity(repetitionCount)
    for _ in 0..<repetitionCount {
      var sum = 0.0
      for _ in differences.indices { sum += differences[generator.next(below: differences.count)] }
      means.append(sum / Double(differences.count))
    }
    means.sort()
    let tailCount = repetitionCount / 40
    return (means[tailCount], means[repetitionCount - 1 - tailCount])
  }

  /// A table for people: one row for each metric, a star where a difference is significant.
  public var table: String {
    "A: \(firstName)\nB: \(secondName)\n\(queryCount) queries\n\n" + textTable.text
  }

  var textTable: TextTable {
    TextTable(
      header: ["metric", "A", "B", "B - A", "95 % interval", "p  "],
      rows: differences.map { [$0.metric.rawValue] + $0.cells })
  }
}

extension MetricDifference {
  /// Both means, the difference, its interval and probability, as tables show them.
  var cells: [String] {
    [
      TextTable.fourPlaces(first), TextTable.fourPlaces(second), TextTable.signed(difference),
      "[\(TextTable.signed(lowerBound)), \(TextTable.signed(upperBound))]",
      TextTable.fourPlaces(probability) + (isSignificant ? " *" : "  "),
    ]
  }
}

extension RunComparison: Encodable {
  enum CodingKeys: String, CodingKey {
    case firstName = "first"
    case secondName = "second"
    case queryCount = "n"
    case differences
  }
}
