import Foundation
import TestCorpora
import Testing

@Suite struct DeterminismTests {
  @Test func `the same sources give the same index bytes and runs with 1, 2 and 8 threads`() throws {
    let folder = try TemporaryFolder()
    let sources = try [
      folder.write("a.jsonl", GeneratedSource.evidence(0..<1500)),
      folder.write("b.jsonl", GeneratedSource.evidence(1000..<1800, round: 1)),
      folder.write("c.jsonl", SampleForum.organizations + SampleForum.evidence),
    ]
    let queries = try folder.write(
      "q.jsonl",
      ["양자 센서", "satellite photon amplifier", "다이아몬드 자기장", "cryogenic 초전도 검출기 metrology"].enumerated()
        .map { #"{"id":"q\#($0)","text":"\#($1)"}"# }.joined(separator: "\n"))
    let applications = try folder.write("a.json.jsonl", SampleForum.applications)
    var indexes: [[String: Data]] = []
    var runs: [[String]] = []
    for threads in ["1", "2", "8"] {
      let workspace = folder.file("w\(threads)")
      let imported = try MoimProcess(["import", "--workspace", workspace, "--threads", threads] + sources).wait()
      #expect(imported.status == 0)
      indexes.append(try contents(of: workspace + "/index"))
      var texts: [String] = []
      for arguments in [
        ["search", "--queries", queries, "--level", "evidence"], ["search", "--queries", queries],
        ["match", applications],
      ] {
        let run = folder.file("run")
        let outcome = try MoimProcess(
          arguments + ["--run", run, "--threads", threads, "--limit", "100"], workspace: workspace
        ).wait()
        #expect(outcome.status == 0)
        texts.append(try String(contentsOfFile: run, encoding: .utf8))
      }
      runs.append(texts)
    }
    #expect(indexes[0] == indexes[1] && indexes[0] == indexes[2])
    #expect(runs[0] == runs[1] && runs[0] == runs[2])
    #expect(runs[0].allSatisfy { !$0.isEmpty })
  }
}
