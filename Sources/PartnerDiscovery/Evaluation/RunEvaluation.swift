/// A run scored against judgments: over all queries and over each group of them.
///
/// A query without an answer in the run counts as zero; a query without a relevant document does not count.
public struct RunEvaluation: Sendable {
  public let runName: String
  /// First `all`, then the groups in their order.
  public let groups: [GroupScores]

  let queries: [TrecIdentifier]
  /// For each query, in order, the value of each metric, in order of ``EvaluationMetric/allCases``.
  let valuesByQuery: [[Double]]
  /// For each group's label the places of its queries in ``queries``.
  let membersByLabel: [String: [Int]]

  /// - Complexity: linear in the first 100 documents of each query.
  public init(
    run: RankedRun, judgments: RelevanceJudgments, groups: QueryGroups? = nil, newcomers: DocumentSubset? = nil
  ) {
    runName = run.name
    queries = judgments.queries
    valuesByQuery = judgments.queries.map { query in
      let ranking = run.ranking(for: query)
      let relevant = judgments.relevantDocuments(for: query)
      return EvaluationMetric.allCases.map { $0.value(ranking: ranking, relevant: relevant) }
    }
    var scores: [GroupScores] = []
    var membersByLabel: [String: [Int]] = [:]
    for label in [nil] + (groups?.labels ?? []).map(Optional.some) {
      let members = judgments.queries.indices.filter { index in
        label.map { groups?.contains(judgments.queries[index], in: $0) ?? false } ?? true
      }
      if membersByLabel[label ?? "all"] == nil { membersByLabel[label ?? "all"] = members }
      scores.append(
        Self.scores(
          label: label ?? "all", members: members, values: valuesByQuery, run: run, judgments: judgments,
          subset: newcomers))
    }
    self.groups = scores
    self.membersByLabel = membersByLabel
  }

  private static func scores(
    label: String, members: [Int], values: [[Double]], run: RankedRun, judgments: RelevanceJudgments,
    subset: DocumentSubset?
  ) -> GroupScores {
    var means: [EvaluationMetric: Double] = [:]
    if !members.isEmpty {
      for (metricIndex, metric) in EvaluationMetric.allCases.enumerated() {
        let sum = members.reduce(0.0) { $0 + values[$1][metricIndex] }
        means[metric] = sum / Double(members.count)
      }
    }
    var (relevantCount, foundCount) = (0, 0)
    if let subset {
      for member in members {
        let query = judgments.queries[member]
        let relevant = judgments.relevantDocuments(for: query)
        relevantCount += relevant.keys.count { subset.contains($0) }
        foundCount += run.ranking(for: query).prefix(10).count { relevant[$0] != nil && subset.contains($0) }
      }
    }
    return GroupScores(
      label: label, queryCount: members.count, means: means,
      subsetRecall10: relevantCount > 0 ? Double(foundCount) / Double(relevantCount) : nil,
      exposure: ExposureStatistics(rankings: members.map { run.ranking(for: judgments.queries[$0]) }))
  }

  /// A table for people: one row for each group.
  public var table: String { textTable.text }

  var textTable: TextTable {
    var names: [String] = []
    for group in groups {
      for (name, _) in group.values where !names.contains(name) { names.append(name) }
    }
    let rows = groups.map { group in
      let values = Dictionary(group.values.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      return [group.label]
        + names.map { name in
          values[name].map { name == "n" || name == "shown" ? String(Int($0)) : TextTable.fourPlaces($0) } ?? "-"
        }
    }
    return TextTable(header: ["queries"] + names, rows: rows)
  }
}

extension RunEvaluation: Encodable {
  /// `{"all": {...}, "label": {...}}`, the shape of the project's scorer.
  public func encode(to encoder: any Encoder) throws {
    try Dictionary(groups.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first }).encode(to: encoder)
  }
}
