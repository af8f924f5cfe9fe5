import Foundation
import PartnerDiscovery
import PartnerRanking
import ResearchProfiles
import TestCorpora
import Testing

/// Forty bodies in four fields; each project joins bodies of one field, so that field and ties foretell partners.
@Suite struct TunePolicyTests {
  private static let fields = [
    ["diamond", "sensor", "magnetometer"], ["satellite", "key", "telescope"], ["cryostat", "helium", "compressor"],
    ["compiler", "circuit", "gate"],
  ]

  private func workspace(_ projectCount: Int, in folder: TemporaryFolder) throws -> Workspace {
    var random = TestCorpora.SplitMix64(seed: 11)
    var lines: [String] = []
    for body in 0..<40 {
      lines.append(
        #"{"type":"organization","id":"o\#(body)","kind":"\#(body % 2 == 0 ? "company" : "university")","names":{"en":"Body \#(body)"},"country":"KR"}"#
      )
    }
    for project in 0..<projectCount {
      let field = Int.random(in: 0..<4, using: &random)
      let words = (0..<6).map { _ in Self.fields[field].randomElement(using: &random) ?? "" }.joined(separator: " ")
      let members = Array((0..<10).shuffled(using: &random).prefix(4))
      let organizations = members.enumerated().map { place, member in
        #"{"id":"o\#(field * 10 + member)","role":"\#(place == 0 ? "coordinator" : "participant")"}"#
      }.joined(separator: ",")
      let month = project * 24 / projectCount
      let date = "\(2022 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)-15"
      lines.append(
        #"{"type":"evidence","id":"p\#(1000 + project)","kind":"project","title":"\#(words)","text":"Work on \#(words)","date":"\#(date)","organizations":[\#(organizations)]}"#
      )
    }
    let source = folder.file("forum.jsonl")
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: source))
    let workspace = Workspace(path: folder.file("workspace"))
    _ = try ImportSources(workspace: workspace, sources: [source]).run()
    return workspace
  }

  private func tune(_ workspace: Workspace, _ dates: [String], in folder: TemporaryFolder, threads: Int) throws
    -> TuningOutcome
  {
    var tuning = TunePolicy(workspace: workspace, scratchFolder: folder.file("scratch"))
    tuning.dates = dates.compactMap { CalendarDate($0) }
    tuning.threadCount = threads
    return try tuning.run()
  }

  @Test func `a history is learnt from, the same with any number of threads`() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(204, in: folder)
    let outcome = try tune(workspace, ["2023-01-01", "2023-07-01"], in: folder, threads: 1)
    #expect(outcome.isLearnt && outcome.splitCount == 2 && outcome.consortiumCount > 100)
    let training = try #require(outcome.policy.training)
    #expect(training.splits.map(\.from) == ["2023-01-01", "2023-07-01"])
    #expect(training.splits[1].to == "2024-01-01")
    #expect(training.splits.allSatisfy { $0.scores.normalizedGain10 > 0.4 })
    #expect(!training.prices.isEmpty && training.table.contains("2023-01-01 to 2023-07-01, learnt on the others"))
    try outcome.policy.validate()
    #expect(try tune(workspace, ["2023-01-01", "2023-07-01"], in: folder, threads: 2).policy == outcome.policy)
    #expect((try? FileManager.default.contentsOfDirectory(atPath: folder.file("scratch")))?.isEmpty ?? true)
  }

  @Test func `a small history gives the shipped policy and says so`() throws {
    let folder = try TemporaryFolder()
    let outcome = try tune(try workspace(40, in: folder), [], in: folder, threads: 1)
    #expect(!outcome.isLearnt && outcome.policy == ShippedPolicy.policy)
  }

  @Test func `dates that cannot be are refused with what to do`() throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(40, in: folder)
    #expect(throws: TuningError.datesNotAscending(["2023-07-01", "2023-01-01"])) {
      try tune(workspace, ["2023-07-01", "2023-01-01"], in: folder, threads: 1)
    }
    #expect(throws: TuningError.splitWithoutHistory(date: "2020-01-01")) {
      try tune(workspace, ["2020-01-01"], in: folder, threads: 1)
    }
  }
}
