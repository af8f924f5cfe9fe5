import Foundation
import PartnerDiscovery
import Testing

@Suite struct EvaluationReportTests {
  private func evaluation(seed: UInt64, name: String, runSeed: UInt64? = nil) throws -> RunEvaluation {
    let scenario = EvaluationScenario(seed: seed)
    let run = EvaluationScenario(seed: runSeed ?? seed).run
    return RunEvaluation(
      run: try RankedRun(text: run, name: name), judgments: try RelevanceJudgments(text: scenario.judgments),
      groups: try QueryGroups(text: scenario.groups),
      newcomers: DocumentSubset(scenario.newcomers.map { TrecIdentifier($0) }))
  }

  @Test func `intervals hold the mean and narrow with more queries`() throws {
    let evaluation = try evaluation(seed: 1, name: "r")
    for label in ["all", "a"] {
      let group = try #require(evaluation.groups.first { $0.label == label })
      for interval in evaluation.intervals(of: label, repetitionCount: 500) {
        #expect(interval.lowerBound < interval.mean && interval.mean < interval.upperBound)
        #expect(abs(interval.mean - (group.means[interval.metric] ?? -1)) < 1e-12)
      }
    }
    let (all, part) = (
      evaluation.intervals(repetitionCount: 500)[0], evaluation.intervals(of: "a", repetitionCount: 500)[0]
    )
    #expect(all.upperBound - all.lowerBound < part.upperBound - part.lowerBound)
    #expect(evaluation.intervals(of: "nobody").isEmpty)
  }

  @Test func `a run's JSON keeps the scorer's shape, and intervals stand beside it`() throws {
    let evaluation = try evaluation(seed: 1, name: "r")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let plain = try encoder.encode(RunReport(evaluation, withIntervals: false))
    #expect(try plain == encoder.encode(evaluation))
    let report = RunReport(evaluation, withIntervals: true, repetitionCount: 200)
    let decoded = try #require(JSONSerialization.jsonObject(with: encoder.encode(report)) as? [String: Any])
    #expect(Set(decoded.keys) == ["all", "a", "b", "c", "intervals"])
    #expect((decoded["intervals"] as? [String: Any])?.keys.sorted() == ["a", "all", "b", "c"])
    #expect(report.text.contains("95 % interval"))
  }

  @Test func `Markdown has a rule of as many columns as the header and the rows`() throws {
    let report = RunReport(try evaluation(seed: 1, name: "my|run"), withIntervals: true, repetitionCount: 200)
    let comparison = ComparisonReport(
      first: try evaluation(seed: 2, name: "one"), second: try evaluation(seed: 2, name: "two", runSeed: 3),
      repetitionCount: 200)
    for markdown in [report.markdown, comparison.markdown] {
      for table in markdown.components(separatedBy: "\n\n") where table.hasPrefix("|") {
        let lines = table.split(separator: "\n")
        let counts = Set(lines.map { $0.count { $0 == "|" } })
        #expect(lines.count >= 3 && counts.count == 1 && lines[1].hasPrefix("|---|"), "\(table)")
      }
    }
  }

  @Test func `two runs are compared by group, by whom they show and by query`() throws {
    let (first, second) = (try evaluation(seed: 2, name: "one"), try evaluation(seed: 2, name: "two", runSeed: 3))
    let report = ComparisonReport(first: first, second: second, queryLimit: 5, repetitionCount: 200)
    #expect(report.groups.map(\.label) == first.groups.dropFirst().map(\.label))
    for group in report.groups {
      let scores = try #require(first.groups.first { $0.label == group.label })
      #expect(group.queryCount == scores.queryCount)
      #expect(abs(group.differences[0].first - (scores.means[.normalizedGain10] ?? -1)) < 1e-12)
    }
    #expect(report.queries.count == 5)
    let sizes = report.queries.map { abs($0.difference) }
    #expect(sizes == sizes.sorted(by: >) && sizes[0] > 0)
    let decoded = try #require(JSONSerialization.jsonObject(with: JSONEncoder().encode(report)) as? [String: Any])
    #expect(
      Set(decoded.keys).isSuperset(of: ["first", "second", "n", "differences", "groups", "exposure", "queries"]))
    for text in ["A: one", "newcomer R@10", "exposure Gini", "query, nDCG@10"] { #expect(report.text.contains(text)) }
    #expect(ComparisonReport(first: first, second: first, repetitionCount: 50).queries.isEmpty)
  }
}
