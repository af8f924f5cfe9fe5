import Foundation
import TestCorpora
import Testing

@Suite struct ExportCommandTests {
  @Test func `an export says what it wrote, and importing it gives the same again`() throws {
    let prepared = try SampleForum.prepared.get()
    let folder = try TemporaryFolder()
    let path = folder.file("out.jsonl")
    let outcome = try moim(
      "export", "--workspace", prepared.workspace, "--format", "jsonl", "--output", path, "--json")
    let report = try outcome.json()
    #expect(report["organizations"].number == 6)
    #expect(report["files"].list.count == 1)
    let second = folder.file("second")
    _ = try moim("import", "--workspace", second, path)
    let again = folder.file("again.jsonl")
    _ = try moim("export", "--workspace", second, "--format", "jsonl", "--output", again)
    let bytes = try String(contentsOfFile: path, encoding: .utf8)
    let copy = try String(contentsOfFile: again, encoding: .utf8)
    #expect(bytes == copy)
  }

  @Test func `a dry run prints how tables are read, saves the mapping and makes no workspace`() throws {
    let folder = try TemporaryFolder()
    let table = try folder.write("members.csv", "기업명,국가\nA,한국\n")
    let outcome = try moim(
      "import", "--workspace", folder.file("w"), "--dry-run", "--json", "--save-map", folder.file("map.json"), table)
    let report = try outcome.json()
    #expect(report["totals"]["accepted"].number == 1)
    #expect(report["tables"].list.count == 1)
    #expect(outcome.messages.contains("column '기업명': name"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("w")))
    let mapped = try moim("import", "--workspace", folder.file("w"), "--map", folder.file("map.json"), "--json", table)
    #expect(try mapped.json()["totals"]["accepted"].number == 1)
  }
}
