import Foundation

/// A measure of one query's ranking; its mean over queries measures a run. All lie between 0 and 1, more is better.
public enum EvaluationMetric: String, CaseIterable, Hashable, Sendable, Codable {
  /// Järvelin and Kekäläinen 2002, in the variant with gains 2^grade - 1 and discounts log2(rank + 1), cut at 10 and
  /// divided by the same sum over the ideal order of all judged documents.
  case normalizedGain10 = "nDCG@10"
  /// Of the relevant documents, the share among the first 10.
  case recall10 = "R@10"
  case recall50 = "R@50"
  case recall100 = "R@100"
  /// Whether the first document is relevant; called as the project's scorer calls it.
  case firstIsRelevant = "R@1"
  /// One over the rank of the first relevant document among the first 100, else 0.
  case reciprocalRank = "MRR"
  case reciprocalRank10 = "MRR@10"
  /// Whether any of the first 10 is relevant.
  case hit10 = "Hit@10"

  /// The metric's value for a query.
  ///
  /// - Parameters:
  ///   - ranking: documents, best first, each once.
  ///   - relevant: the grades (above 0) of all documents judged relevant; not empty.
  func value(ranking: [TrecIdentifier], relevant: [TrecIdentifier: Int]) -> Double {
    switch self {
    case .normalizedGain10: Self.normalizedGain(ranking.prefix(10), relevant: relevant)
    case .recall10: Self.recall(ranking.prefix(10), relevant: relevant)
    case .recall50: Self.recall(ranking.prefix(50), relevant: relevant)
    case .recall100: Self.recall(ranking.prefix(100), relevant: relevant)
    case .firstIsRelevant: Self.reciprocalRank(ranking.prefix(1), relevant: relevant)
    case .reciprocalRank: Self.reciprocalRank(ranking.prefix(100), relevant: relevant)
    case .reciprocalRank10: Self.reciprocalRank(ranking.prefix(10), relevant: relevant)
    case .hit10: ranking.prefix(10).contains { relevant[$0] != nil } ? 1 : 0
    }
  }

  private static func recall(_ top: ArraySlice<TrecIdentifier>, relevant: [TrecIdentifier: Int]) -> Double {
    Double(top.count { relevant[$0] != nil }) / Double(relevant.count)
  }

  private static func reciprocalRank(_ top: ArraySlice<TrecIdentifier>, relevant: [TrecIdentifier: Int]) -> Double {
    guard let index = top.firstIndex(where: { relevant[$0] != nil }) else { return 0 }
    return 1 / Double(index - top.startIndex + 1)
  }

  private static func normalizedGain(_ top: ArraySlice<TrecIdentifier>, relevant: [TrecIdentifier: Int]) -> Double {
    var gain = 0.0
    for (index, document) in top.enumerated() {
      if let grade = relevant[document] { gain += discountedGain(grade: grade, index: index) }
    }
    var idealGain = 0.0
    for (index, grade) in relevant.values.sorted(by: >).prefix(10).enumerated() {
      idealGain += discountedGain(grade: grade, index: index)
    }
    return gain / idealGain
  }

  private static func discountedGain(grade: Int, index: Int) -> Double {
    (exp2(Double(grade)) - 1) / log2(Double(index + 2))
  }
}
