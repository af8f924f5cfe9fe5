import Foundation
import TestCorpora
import Testing

/// `--memory` bounds what building an index takes, and changes nothing of what is found.
@Suite struct MemoryTests {
  @Test func `little memory makes more segments, and the same answers`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("evidence.jsonl", GeneratedSource.evidence(0..<4300))
    func answer(_ workspace: String) throws -> [String] {
      #expect(try moim("check", workspace: workspace).status == 0)
      return try moim(
        "search", "양자 센서 magnetometer", "--level", "evidence", "--limit", "50", "--json", workspace: workspace
      )
      .json()["results"].each("id")
    }
    #expect(try moim("import", source, workspace: folder.file("usual")).status == 0)
    let usual = try answer(folder.file("usual"))
    #expect(usual.count == 50)
    for size in ["16M", "16384k", "16777216", "16MiB", "1gb"] {
      let outcome = try moim("import", "--memory", size, source, workspace: folder.file(size))
      #expect(outcome.status == 0, "\(outcome)")
      if size == "16M" { #expect(try answer(folder.file(size)) == usual) }
    }
    #expect(try moim("reindex", "--memory", "16M", workspace: folder.file("usual")).status == 0)
    #expect(try answer(folder.file("usual")) == usual)
  }

  @Test func `help names the usual and the smallest size`() throws {
    for command in ["import", "reindex"] {
      let help = try moim(command, "--help").output.replacing(/\s+/, with: " ")
      #expect(help.contains("--memory <size>") && help.contains("default: 512M") && help.contains("at least 16M"))
    }
  }
}
