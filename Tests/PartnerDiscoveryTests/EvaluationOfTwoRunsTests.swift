import Foundation
import PartnerDiscovery
import Testing

@Suite struct EvaluationOfTwoRunsTests {
  /// Judgments of one relevant document for each query, and a run that puts it at the given ranks.
  private func evaluation(ranks: [Int], name: String) throws -> RunEvaluation {
    var (judgments, run) = ("", "")
    for (query, rank) in ranks.enumerated() {
      judgments += "q\(query) 0 good 1\n"
      for place in 1...12 { run += "q\(query) Q0 \(place == rank ? "good" : "d\(place)") \(place) \(100 - place) t\n" }
    }
    return RunEvaluation(run: try RankedRun(text: run, name: name), judgments: try RelevanceJudgments(text: judgments))
  }

  @Test func `a run does not differ from itself`() throws {
    let run = try evaluation(ranks: Array(repeating: 3, count: 20), name: "a")
    for difference in RunComparison(first: run, second: run, repetitionCount: 200).differences {
      #expect(difference.difference == 0)
      #expect(difference.probability == 1)
      #expect(difference.lowerBound == 0)
      #expect(difference.upperBound == 0)
      #expect(!difference.isSignificant)
    }
  }

  @Test func `a run that is better everywhere is significantly better`() throws {
    let first = try evaluation(ranks: Array(repeating: 4, count: 30), name: "a")
    let second = try evaluation(ranks: Array(repeating: 2, count: 30), name: "b")
    let comparison = RunComparison(first: first, second: second, repetitionCount: 999)
    let difference = try #require(comparison.differences.first { $0.metric == .reciprocalRank })
    #expect(difference.difference == 0.25)
    #expect(difference.probability == 0.001)
    #expect(difference.lowerBound == 0.25)
    #expect(difference.upperBound == 0.25)
    #expect(difference.isSignificant)
  }

  @Test func `the randomisation test agrees with all exchanges counted`() throws {
    // Eight queries: the exact probability is a count over 256 exchanges.
    let (one, other) = ([1, 2, 5, 9, 3, 2, 1, 4], [2, 1, 1, 2, 2, 4, 1, 3])
    let pairs = zip(one, other).map { 1 / Double($1) - 1 / Double($0) }
    let observed = abs(pairs.reduce(0, +))
    let exact =
      (0..<256).count { exchange in
        let sum = pairs.enumerated().reduce(0.0) { $0 + (exchange >> $1.offset & 1 == 0 ? $1.element : -$1.element) }
        return abs(sum) >= observed - 1e-12
      }
    let comparison = RunComparison(
      first: try evaluation(ranks: one, name: "a"), second: try evaluation(ranks: other, name: "b"),
      repetitionCount: 20_000)
    let difference = try #require(comparison.differences.first { $0.metric == .reciprocalRank })
    #expect(abs(difference.probability - Double(exact) / 256) < 0.015)
    #expect(abs(difference.difference - pairs.reduce(0, +) / 8) < 1e-12)
    #expect(difference.lowerBound < difference.difference)
    #expect(difference.upperBound > difference.difference)
  }

  @Test func `the bootstrap interval is about two standard errors wide`() throws {
    var generator = SplitMix64(state: 5)
    let one = (0..<200).map { _ in 1 + generator.next(below: 12) }
    let other = (0..<200).map { _ in 1 + generator.next(below: 12) }
    let comparison = RunComparison(
      first: try evaluation(ranks: one, name: "a"), second: try evaluation(ranks: other, name: "b"),
      repetitionCount: 2000)
    let difference = try #require(comparison.differences.first { $0.metric == .reciprocalRank })
    let pairs = zip(one, other).map { 1 / Double($1) - 1 / Double($0) }
    let mean = pairs.reduce(0, +) / 200
    let error = (pairs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 199 / 200).squareRoot()
    #expect(abs(difference.lowerBound - (mean - 1.96 * error)) < 0.3 * error)
    #expect(abs(difference.upperBound - (mean + 1.96 * error)) < 0.3 * error)
  }

  @Test func `the same runs give the same table`() throws {
    let first = try evaluation(ranks: [1, 3, 5, 2, 11], name: "old.trec")
    let second = try evaluation(ranks: [1, 2, 2, 2, 4], name: "new.trec")
    let comparison = RunComparison(first: first, second: second, repetitionCount: 500)
    #expect(comparison.table == RunComparison(first: first, second: second, repetitionCount: 500).table)
    #expect(comparison.table.hasPrefix("A: old.trec\nB: new.trec\n5 queries\n\nmetric "))
    let decoded = try #require(
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(comparison)) as? [String: Any])
    #expect(Set(decoded.keys) == ["first", "second", "n", "differences"])
    #expect((decoded["differences"] as? [[String: Any]])?.count == EvaluationMetric.allCases.count)
  }
}
