/// How a run spreads attention: how often each document is among the first ten of some query.
public struct ExposureStatistics: Hashable, Sendable {
  /// Different documents shown.
  public let shownCount: Int
  /// The share of all places that the ten most shown documents take; `nil` where nothing is shown.
  public let topTenShare: Double?
  /// 0 where all shown documents are shown equally often, near 1 where one takes all places; `nil` where nothing is shown.
  ///
  /// The Gini coefficient of the numbers of appearances, G = Σ (2i - n - 1) x_i / (n Σ x_i) over x_1 ≤ ... ≤ x_n.
  public let gini: Double?

  /// - Parameters:
  ///   - rankings: each query's documents, best first.
  ///   - poolSize: how many documents could have been shown; the ones that never are count into the Gini coefficient
  ///     as zeros. `nil` counts the shown ones only.
  public init(rankings: some Sequence<[TrecIdentifier]>, poolSize: Int? = nil) {
    var appearances: [TrecIdentifier: Int] = [:]
    for ranking in rankings {
      for document in ranking.prefix(10) { appearances[document, default: 0] += 1 }
    }
    shownCount = appearances.count
    let counts = appearances.values.sorted()
    let total = counts.reduce(0, +)
    guard total > 0 else {
      (topTenShare, gini) = (nil, nil)
      return
    }
    topTenShare = Double(counts.suffix(10).reduce(0, +)) / Double(total)
    let documentCount = max(poolSize ?? 0, counts.count)
    let neverShownCount = documentCount - counts.count
    var weighted = 0
    for (index, count) in counts.enumerated() {
      weighted += (2 * (neverShownCount + index + 1) - documentCount - 1) * count
    }
    gini = Double(weighted) / (Double(documentCount) * Double(total))
  }
}
