import Foundation
package import ParallelExecution
package import PartnerRanking

/// Examples ranked by a policy, and how well that finds the partners.
package struct ExampleRanking {
  private let examples: TrainingExamples
  /// For each consortium its rows, best first, at most ``depth``.
  private var rankings: [[Int]]
  private var scores: [Float]
  private let policy: RankingPolicy

  /// Deep enough for recall at 100 and for caps.
  private static let depth = 120

  package init(_ examples: TrainingExamples, policy: RankingPolicy, executor: ParallelExecutor) {
    self.examples = examples
    self.policy = policy
    let curves = PartnerScore.Part.curved.enumerated().compactMap { lane, part in
      policy.curves.first { $0.part == part }.map { (lane, $0, policy.sliders.factor(of: part)) }
    }
    let fameWeight = policy.fame.weight * policy.sliders.factor(of: .fame)
    let kindCount = KindTable.kinds.count
    let lane = policy.lane
    let ranked = executor.map(count: examples.consortiumCount) { consortium, _ in
      let rows = examples.rows(of: consortium)
      let scores = rows.map { row -> Float in
        let cell = Int(examples.kindCells[row])
        var score = policy.kindTable.values[cell / kindCount][cell % kindCount]
        score -= fameWeight * Double(examples.fameExcess[row])
        for (lane, curve, factor) in curves {
          score += factor * curve.value(of: Double(examples.features[row * TrainingExamples.featureCount + lane]))
        }
        return Float(score)
      }
      let order = rows.sorted { left, right in
        let (a, b) = (scores[left - rows.lowerBound], scores[right - rows.lowerBound])
        return a != b ? a > b : left < right
      }
      let reserved = lane.reserve(in: order) { examples.isNewcomer[$0] }
      return (ranking: Array(reserved.prefix(Self.depth)), scores: scores)
    }
    rankings = ranked.map(\.ranking)
    scores = ranked.flatMap(\.scores)
    if let capShare = policy.capShare {
      let cap = ExposureCap(share: capShare, rankingCount: rankings.count)
      let capped = cap.apply(
        to: rankings.map { ranking in
          ranking.map { .init(organization: examples.organizations[$0], score: Double(scores[$0])) }
        })
      rankings = zip(rankings, capped).map { ranking, order in order.map { ranking[$0] } }
    }
  }

  /// One consortium's figures; sums of them make means.
  package struct Tally {
    var consortiumCount = 0
    var gain = 0.0
    var recall = 0.0
    var reciprocalRank = 0.0
    var newcomerCount = 0
    var foundNewcomerCount = 0
    /// The share of the ten most shown, weighted by the consortia that it was found on.
    var weightedTopShare = 0.0
    /// The gain, recall and reciprocal rank of each consortium.
    var figures: [SIMD3<Double>] = []

    package static func + (left: Self, right: Self) -> Self {
      var sum = left
      sum.consortiumCount += right.consortiumCount
      sum.gain += right.gain
      sum.recall += right.recall
      sum.reciprocalRank += right.reciprocalRank
      sum.newcomerCount += right.newcomerCount
      sum.foundNewcomerCount += right.foundNewcomerCount
      sum.weightedTopShare += right.weightedTopShare
      sum.figures += right.figures
      return sum
    }

    /// - Complexity: two thousand times the consortia.
    var intervals: TrainingRecord.Intervals {
      func interval(_ place: Int) -> TrainingRecord.Interval {
        guard !figures.isEmpty else { return .init(low: 0, high: 0) }
        let bounds = RunComparison.bootstrapInterval(
          of: figures.map { $0[place] }, repetitionCount: Self.repetitionCount)
        return .init(low: (bounds.lower * 10_000).rounded() / 10_000, high: (bounds.upper * 10_000).rounded() / 10_000)
      }
      return .init(normalizedGain10: interval(0), recall100: interval(1), reciprocalRank: interval(2))
    }

    private static let repetitionCount = 2000

    package var scores: TrainingRecord.Scores {
      func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
      let count = Double(max(1, consortiumCount))
      var scores = TrainingRecord.Scores()
      scores.normalizedGain10 = rounded(gain / count)
      scores.recall100 = rounded(recall / count)
      scores.reciprocalRank = rounded(reciprocalRank / count)
      scores.newcomerRecall10 = rounded(Double(foundNewcomerCount) / Double(max(1, newcomerCount)))
      scores.topTenShare = rounded(weightedTopShare / count)
      return scores
    }
  }

  /// The mean figures, and with them each consortium's.
  package var tally: Tally {
    var tally = Tally()
    var shown: [UInt32: Int] = [:]
    for (consortium, ranking) in rankings.enumerated() {
      tally.consortiumCount += 1
      let partnerCount = examples.partnerCounts[consortium]
      tally.newcomerCount += examples.newcomerPartnerCounts[consortium]
      let before = SIMD3(tally.gain, tally.recall, tally.reciprocalRank)
      defer { tally.figures.append(SIMD3(tally.gain, tally.recall, tally.reciprocalRank) - before) }
      var isFirst = true
      for (place, row) in ranking.enumerated() {
        if place < 10 { shown[examples.organizations[row], default: 0] += 1 }
        guard place < 100, examples.isPartner[row] else { continue }
        tally.recall += 1 / Double(partnerCount)
        if isFirst { tally.reciprocalRank += 1 / Double(place + 1) }
        isFirst = false
        guard place < 10 else { continue }
        let ideal = (0..<min(10, partnerCount)).reduce(0.0) { $0 + 1 / log2(Double($1 + 2)) }
        tally.gain += 1 / log2(Double(place + 2)) / ideal
        if examples.isNewcomer[row] { tally.foundNewcomerCount += 1 }
      }
    }
    let counts = shown.values.sorted(by: >)
    let total = counts.reduce(0, +)
    if total > 0 {
      let share = Double(counts.prefix(10).reduce(0, +)) / Double(total)
      tally.weightedTopShare = share * Double(tally.consortiumCount)
    }
    return tally
  }
}
