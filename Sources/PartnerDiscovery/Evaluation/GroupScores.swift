import Foundation

/// A run's scores over one set of queries.
public struct GroupScores: Hashable, Sendable {
  /// The group's label; `all` for every query with a relevant document.
  public let label: String
  public let queryCount: Int
  /// The mean of each metric over the queries; empty where there are none.
  public let means: [EvaluationMetric: Double]
  /// Of the relevant pairs of query and document in the subset, the share in the first ten; `nil` without a subset.
  public let subsetRecall10: Double?
  public let exposure: ExposureStatistics

  /// Names and values in the order in which they are reported, rounded to four places as they are printed.
  public var values: [(name: String, value: Double)] {
    var values = EvaluationMetric.allCases.compactMap { metric in
      means[metric].map { (metric.rawValue, Self.rounded($0)) }
    }
    values.append(("n", Double(queryCount)))
    if let subsetRecall10 { values.append(("newcomer R@10", Self.rounded(subsetRecall10))) }
    values.append(("shown", Double(exposure.shownCount)))
    if let share = exposure.topTenShare { values.append(("top-10 share", Self.rounded(share))) }
    if let gini = exposure.gini { values.append(("exposure Gini", Self.rounded(gini))) }
    return values
  }

  /// Correctly rounded to four decimal places, which multiplying by 10,000 is not.
  static func rounded(_ value: Double) -> Double { Double(String(format: "%.4f", value)) ?? value }
}

extension GroupScores: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// One object of names and numbers; counts are whole numbers.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (name, value) in values {
      let key = Key(stringValue: name)
      if name == "n" || name == "shown" {
        try container.encode(Int(value), forKey: key)
      } else {
        try container.encode(value, forKey: key)
      }
    }
  }
}
