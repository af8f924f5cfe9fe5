import Foundation
import TestCorpora
import Testing

/// An import that is killed at any moment leaves a workspace that works and that another import completes.
@Suite(.serialized) struct CrashTests {
  /// The first import's records and those of a second, which replaces a third of them and adds some.
  private static let first = GeneratedSource.evidence(0..<4300)
  private static let second = GeneratedSource.evidence(3500..<5000, round: 1)

  private struct Imported: Sendable {
    let folder: TemporaryFolder
    let sources: [String]
    /// The workspace after the first import, and after both.
    let workspaces: [String]
    /// How long each import takes.
    let seconds: [Double]
  }

  private static let imported = Result {
    let folder = try TemporaryFolder()
    let sources = try [folder.write("first.jsonl", first), folder.write("second.jsonl", second)]
    let workspaces = [folder.file("w1"), folder.file("w2")]
    var seconds: [Double] = []
    for (number, source) in sources.enumerated() {
      if number > 0 { try FileManager.default.copyItem(atPath: workspaces[0], toPath: workspaces[1]) }
      let start = Date.now
      #expect(try moim("import", "--workspace", workspaces[number], source).status == 0)
      seconds.append(Date.now.timeIntervalSince(start))
    }
    return Imported(folder: folder, sources: sources, workspaces: workspaces, seconds: seconds)
  }

  private static let query = "양자 센서 magnetometer"

  @Test func `a first import that is killed leaves nothing, or all that a search needs`() throws {
    let imported = try Self.imported.get()
    var random = SplitMix64(seed: 7)
    let whole = try contents(of: imported.workspaces[0] + "/index")
    var unfinished = 0
    for _ in 0..<4 {
      let folder = try TemporaryFolder()
      let workspace = folder.file("w")
      let wasKilled = try Self.killImport(
        of: imported.sources[0], into: workspace, after: Double.random(in: 0...imported.seconds[0], using: &random))
      if FileManager.default.fileExists(atPath: workspace + "/registry.sqlite") {
        let check = try moim("check", workspace: workspace)
        #expect(check.status == 0, "\(check.output)")
      }
      let found = try moim("search", Self.query, "--json", workspace: workspace)
      if found.status != 0 {
        unfinished += 1
        #expect(wasKilled && found.status == 1 && found.messages.contains("moim import"), "\(found.messages)")
      }
      let again = try moim("import", "--json", imported.sources[0], workspace: workspace)
      #expect(again.status == 0)
      #expect(try again.json()["totals"]["read"].number == 4300)
      #expect(try contents(of: workspace + "/index") == whole)
    }
    #expect(unfinished > 0, "no import was killed before its end")
  }

  @Test func `a second import that is killed leaves the first one's index or its own`() throws {
    let imported = try Self.imported.get()
    var random = SplitMix64(seed: 8)
    func answer(_ workspace: String) throws -> [String] {
      try moim("search", Self.query, "--level", "evidence", "--json", "--limit", "20", workspace: workspace).json()[
        "results"
      ].each("id")
    }
    let (old, new) = try (answer(imported.workspaces[0]), answer(imported.workspaces[1]))
    #expect(old != new)
    let whole = try contents(of: imported.workspaces[1] + "/index")
    for _ in 0..<4 {
      let folder = try TemporaryFolder()
      let workspace = folder.file("w")
      try FileManager.default.copyItem(atPath: imported.workspaces[0], toPath: workspace)
      let wasKilled = try Self.killImport(
        of: imported.sources[1], into: workspace, after: Double.random(in: 0...imported.seconds[1], using: &random))
      let check = try moim("check", workspace: workspace)
      #expect(check.status == 0, "\(check.output)")
      let found = try answer(workspace)
      #expect(found == new || wasKilled && found == old)
      #expect(try moim("import", imported.sources[1], workspace: workspace).status == 0)
      #expect(try answer(workspace) == new)
      #expect(try contents(of: workspace + "/index") == whole)
      #expect(try moim("check", workspace: workspace).output.hasPrefix("all is well"))
    }
  }

  @Test func `rebuilding that is killed leaves the registry, from which the next rebuilding makes the same`() throws {
    let imported = try Self.imported.get()
    let folder = try TemporaryFolder()
    let workspace = folder.file("w")
    try FileManager.default.copyItem(atPath: imported.workspaces[0], toPath: workspace)
    for delay in [0.02, 0.2, 0.5] {
      let process = try MoimProcess(["reindex"], workspace: workspace)
      Thread.sleep(forTimeInterval: delay)
      process.kill()
      _ = try process.wait()
      #expect(try moim("check", workspace: workspace).status == 0)
    }
    #expect(try moim("reindex", workspace: workspace).status == 0)
    let segments = try contents(of: workspace + "/index").filter { $0.key != "manifest" }
    #expect(try segments == contents(of: imported.workspaces[0] + "/index").filter { $0.key != "manifest" })
  }

  @Test func `a second import at the same time is refused at once, and searches see the old or the new`() throws {
    let imported = try Self.imported.get()
    let folder = try TemporaryFolder()
    let workspace = folder.file("w")
    try FileManager.default.copyItem(atPath: imported.workspaces[0], toPath: workspace)
    func answer(_ workspace: String) throws -> String {
      let outcome = try moim("search", Self.query, "--level", "evidence", workspace: workspace)
      #expect(outcome.status == 0, "\(outcome.messages)")
      return outcome.output
    }
    let (old, new) = try (answer(imported.workspaces[0]), answer(imported.workspaces[1]))
    let process = try MoimProcess(["import", imported.sources[1]], workspace: workspace)
    let lock = workspace + "/.lock"
    while process.isRunning, try String(contentsOfFile: lock, encoding: .utf8) != "\(process.processID)\n" {
      Thread.sleep(forTimeInterval: 0.001)
    }
    var refusals = 0
    var answers: Set<String> = []
    while process.isRunning {
      let second = try moim("import", imported.sources[1], workspace: workspace)
      if second.status == 1 {
        refusals += 1
        #expect(second.messages.contains("being changed by another process"), "\(second.messages)")
      }
      answers.insert(try answer(workspace))
      if refusals > 0, answers.count == 2 { break }
    }
    #expect(try process.wait().status == 0)
    #expect(refusals > 0)
    #expect(answers.isSubset(of: [old, new]) && answers.contains(old))
    #expect(try answer(workspace) == new)
  }

  private static func killImport(of source: String, into workspace: String, after seconds: Double) throws -> Bool {
    let process = try MoimProcess(["import", source], workspace: workspace)
    Thread.sleep(forTimeInterval: seconds)
    process.kill()
    return try process.wait().signal == SIGKILL
  }
}
