import Foundation
import PartnerDiscovery
import Testing

@Suite struct EvaluationOfRunTests {
  @Test(arguments: UInt64(1)...3)
  func `scores equal the scorer's to the last printed digit`(seed: UInt64) throws {
    let scenario = EvaluationScenario(seed: seed)
    let evaluation = RunEvaluation(
      run: try RankedRun(text: scenario.run), judgments: try RelevanceJudgments(text: scenario.judgments),
      groups: try QueryGroups(text: scenario.groups),
      newcomers: DocumentSubset(scenario.newcomers.map { TrecIdentifier($0) }))
    var scores: [String: [String: Double]] = [:]
    for group in evaluation.groups {
      scores[group.label] = Dictionary(uniqueKeysWithValues: group.values.filter { $0.name != "exposure Gini" })
    }
    #expect(scores == goldenScores[seed])
    #expect(evaluation.groups.first?.label == "all")
  }

  @Test func `files give what text gives, and JSON has the scorer's shape`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("moim-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let scenario = EvaluationScenario(seed: 1)
    func write(_ text: String, _ name: String) throws -> String {
      let file = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: file)
      return file.path
    }
    let evaluation = RunEvaluation(
      run: try RankedRun(file: write(scenario.run.replacingOccurrences(of: "\n", with: "\r\n"), "run")),
      judgments: try RelevanceJudgments(file: write("\u{FEFF}" + scenario.judgments, "qrels")),
      groups: try QueryGroups(file: write(scenario.groups, "groups")),
      newcomers: try DocumentSubset(file: write(scenario.newcomers.joined(separator: "\n"), "newcomers")))
    let decoded = try JSONDecoder()
      .decode([String: [String: Double]].self, from: JSONEncoder().encode(evaluation))
    #expect(decoded.mapValues { $0.filter { $0.key != "exposure Gini" } } == goldenScores[1])
  }

  @Test func `a hand-worked run has the scores worked out by hand`() throws {
    let judgments = try RelevanceJudgments(text: "q1 0 a 1\nq1 0 b 2\nq2 0 c 1\nq3 0 d 0\n")
    let run = try RankedRun(text: "q1 Q0 x 1 9 t\nq1 Q0 b 2 8 t\nq1 Q0 a 3 7 t\n")
    let scores = RunEvaluation(run: run, judgments: judgments).groups[0]
    #expect(scores.queryCount == 2)
    let gain = (3 / log2(3.0) + 1 / log2(4.0)) / (3 / log2(2.0) + 1 / log2(3.0)) / 2
    #expect(abs(try #require(scores.means[.normalizedGain10]) - gain) < 1e-15)
    #expect(scores.means[.recall10] == 0.5)
    #expect(scores.means[.reciprocalRank] == 0.25)
    #expect(scores.means[.firstIsRelevant] == 0)
    #expect(scores.exposure.shownCount == 3)
  }

  @Test func `a group of unjudged queries has no scores`() throws {
    let evaluation = RunEvaluation(
      run: try RankedRun(text: ""), judgments: try RelevanceJudgments(text: "q1 0 a 1"),
      groups: try QueryGroups(text: "q9\tsmall"))
    #expect(evaluation.groups.map(\.queryCount) == [1, 0])
    #expect(evaluation.groups[1].means.isEmpty)
    #expect(
      evaluation.table == """
        queries  nDCG@10    R@10    R@50   R@100     R@1     MRR  MRR@10  Hit@10  n  shown
        all       0.0000  0.0000  0.0000  0.0000  0.0000  0.0000  0.0000  0.0000  1      0
        small          -       -       -       -       -       -       -       -  0      0

        """)
  }

  @Test(arguments: [
    ("q1 Q0 a 1 2.5", 1), ("q1 Q0 a first 2.5 t", 1), ("q1 Q0 a 1 high t", 1), ("q1 Q0 a 1 nan t", 1),
    ("/q1 Q0 a 1 1 t//q1 Q0 b two 1 t/", 4),
  ])
  func `a bad line of a run is named with what is expected`(text: String, line: Int) {
    #expect {
      try RankedRun(text: text.replacingOccurrences(of: "/", with: "\n"), name: "my.run")
    } throws: { error in
      guard case .badLine(file: "my.run", line: line, _, _) = error as? EvaluationError else { return false }
      return "\(error)".contains("expected \"query Q0 document rank score tag\"")
    }
  }

  @Test func `errors say where and what`() {
    #expect {
      try RelevanceJudgments(text: "q1 0 a 1\nq1 a 1", name: "my.qrels")
    } throws: {
      "\($0)"
        == "my.qrels, line 2: expected \"query 0 document grade\" with a whole grade of at most 60, found \"q1 a 1\""
    }
    #expect(throws: EvaluationError.nothingJudgedRelevant(file: "my.qrels")) {
      try RelevanceJudgments(text: "q1 0 a 0\n", name: "my.qrels")
    }
    #expect {
      try RankedRun(file: "/nowhere/run.trec")
    } throws: {
      guard case .unreadable(file: "/nowhere/run.trec", _) = $0 as? EvaluationError else { return false }
      return true
    }
  }

  @Test func `ids that differ only in their bytes are different documents`() throws {
    let judgments = try RelevanceJudgments(text: "q 0 \u{D55C} 1")
    let run = try RankedRun(text: "q Q0 \u{1112}\u{1161}\u{11AB} 1 1 t")
    #expect(RunEvaluation(run: run, judgments: judgments).groups[0].means[.recall10] == 0)
  }
}
