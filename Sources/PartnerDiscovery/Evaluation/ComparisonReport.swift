/// What is printed of two runs: their differences over all queries and by group, whom they show, and the queries on which
/// they differ most.
public struct ComparisonReport: Sendable {
  public let comparison: RunComparison
  /// For each group with judged queries its differences in ``RunEvaluation/reportedMetrics``.
  public let groups: [(label: String, queryCount: Int, differences: [MetricDifference])]
  public let first: RunEvaluation
  public let second: RunEvaluation
  /// Those that differ, by falling size of the difference in nDCG@10, ties in order of the judgments.
  public let queries: [QueryDifference]

  /// How one query fares.
  public struct QueryDifference: Hashable, Sendable, Encodable {
    public let query: String
    /// nDCG@10.
    public let first: Double
    public let second: Double

    public var difference: Double { second - first }
  }

  /// - Parameter queryLimit: queries that are listed, at most.
  public init(
    first: RunEvaluation, second: RunEvaluation, queryLimit: Int = 10,
    repetitionCount: Int = RunComparison.defaultRepetitionCount
  ) {
    self.first = first
    self.second = second
    comparison = RunComparison(first: first, second: second, repetitionCount: repetitionCount)
    groups = first.groups.dropFirst().compactMap { group in
      guard let members = first.membersByLabel[group.label], !members.isEmpty else { return nil }
      let differences = RunEvaluation.reportedMetrics.map { metric in
        RunComparison.difference(
          in: metric, first: members.map { first.value(of: metric, query: $0) },
          second: members.map { second.value(of: metric, query: $0) }, repetitionCount: repetitionCount)
      }
      return (group.label, members.count, differences)
    }
    let all = first.queries.indices.map { query in
      QueryDifference(
        query: first.queries[query].description, first: first.value(of: .normalizedGain10, query: query),
        second: second.value(of: .normalizedGain10, query: query))
    }
    queries = Array(
      all.enumerated().filter { $0.element.difference != 0 }.sorted { left, right in
        let (a, b) = (abs(left.element.difference), abs(right.element.difference))
        return a != b ? a > b : left.offset < right.offset
      }.map(\.element).prefix(queryLimit))
  }

  public var text: String {
    comparison.table + tables.dropFirst().map { "\n" + $0.table.text }.joined()
  }

  public var markdown: String {
    "## \(comparison.secondName) against \(comparison.firstName)\n\n"
      + "A is \(comparison.firstName), B is \(comparison.secondName), \(comparison.queryCount) queries.\n"
      + tables.map { "\n" + $0.table.markdown }.joined()
  }

  private var tables: [(name: String, table: TextTable)] {
    var tables = [("metrics", comparison.textTable)]
    if !groups.isEmpty {
      let rows = groups.flatMap { group in
        group.differences.map { difference in
          ["\(group.label) \(difference.metric.rawValue)", "\(group.queryCount)"] + difference.cells
        }
      }
      tables.append(
        ("groups", TextTable(header: ["group", "n", "A", "B", "B - A", "95 % interval", "p  "], rows: rows)))
    }
    var shown: [[String]] = []
    let names = ["newcomer R@10", "shown", "top-10 share", "exposure Gini"]
    let (before, after) = (first.groups[0].values, second.groups[0].values)
    for name in names {
      let values = [before, after].map { values in values.first { $0.name == name }?.value }
      guard let one = values[0], let other = values[1] else { continue }
      shown.append([name] + [one, other].map { name == "shown" ? String(Int($0)) : TextTable.fourPlaces($0) })
    }
    tables.append(("exposure", TextTable(header: ["who is shown", "A", "B"], rows: shown)))
    if !queries.isEmpty {
      let rows = queries.map {
        [$0.query] + [$0.first, $0.second].map(TextTable.fourPlaces) + [TextTable.signed($0.difference)]
      }
      tables.append(("queries", TextTable(header: ["query, nDCG@10", "A", "B", "B - A"], rows: rows)))
    }
    return tables
  }
}

extension ComparisonReport: Encodable {
  private struct Group: Encodable {
    var label: String
    var n: Int
    var differences: [MetricDifference]
  }

  private enum CodingKeys: String, CodingKey {
    case groups, exposure, queries
  }

  /// The comparison's keys, with `groups`, `exposure` (each run's scores over all queries) and `queries`.
  public func encode(to encoder: any Encoder) throws {
    try comparison.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(
      groups.map { Group(label: $0.label, n: $0.queryCount, differences: $0.differences) }, forKey: .groups)
    try container.encode([first.groups[0], second.groups[0]], forKey: .exposure)
    try container.encode(queries, forKey: .queries)
  }
}
