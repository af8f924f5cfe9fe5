import Foundation
import TestCorpora
import Testing

@Suite struct ImportCommandTests {
  @Test func `a report accounts for every record of every source`() throws {
    let prepared = try SampleForum.prepared.get()
    #expect(prepared.outcome.status == 0)
    let report = try prepared.outcome.json()
    #expect(
      report.keys == [
        "evidence", "organizations", "organizations_added", "organizations_held", "organizations_merged", "seconds",
        "sources", "totals",
      ])
    #expect(report["seconds"].keys == ["reading", "storing", "resolving", "indexing", "total"])
    #expect(report["sources"].each("source") == prepared.sources)
    for source in report["sources"].list + [report["totals"]] {
      let sum = ["accepted", "merged", "held", "rejected"].compactMap { source[$0].number }.reduce(0, +)
      #expect(source["read"].number == sum)
    }
    #expect(report["totals"]["accepted"].number == 18)
    // Twelve pieces of evidence and what five organisations say of themselves.
    #expect(report["evidence"].number == 17)
    #expect(report["organizations"].number == 6)
  }

  @Test func `the report's file is the document that is printed`() throws {
    let prepared = try SampleForum.prepared.get()
    let written = try String(contentsOfFile: prepared.folder.file("report.json"), encoding: .utf8)
    #expect(written == prepared.outcome.output)
  }

  @Test func `importing again merges everything and changes no byte of the index`() throws {
    let folder = try TemporaryFolder()
    let workspace = try SampleForum.workspaceCopy(in: folder)
    let before = try contents(of: workspace + "/index")
    let prepared = try SampleForum.prepared.get()
    let outcome = try MoimProcess(["import", "--workspace", workspace, "--json"] + prepared.sources).wait()
    let totals = try outcome.json()["totals"]
    #expect(totals["accepted"].number == 0)
    #expect(totals["merged"].number == 18)
    #expect(totals["unchanged"].number == 18)
    #expect(try contents(of: workspace + "/index") == before)
  }

  @Test func `a changed record is updated in place`() throws {
    let folder = try TemporaryFolder()
    let workspace = try SampleForum.workspaceCopy(in: folder)
    let change = try folder.write(
      "change.jsonl",
      #"{"type":"evidence","id":"e08","kind":"equipment","title":"준위상정합 결정","text":"주기를 바꾼 결정"}"# + "\n")
    let totals = try moim("import", "--workspace", workspace, "--json", change).json()["totals"]
    #expect(totals["merged"].number == 1 && totals["unchanged"].number == 0)
    #expect(try search("초전도 나노선", in: workspace).isEmpty)
    #expect(try search("준위상정합", in: workspace) == ["e08"])
  }

  @Test func `a table for people names the source, the counts and the seconds`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("one.jsonl", SampleForum.evidence)
    let outcome = try moim("import", source, workspace: folder.file("w"))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines[0].split(separator: " ") == ["source", "read", "accepted", "merged", "held", "rejected", "MB"])
    #expect(lines[1].split(separator: " ").prefix(6) == [source[...], "12", "12", "0", "0", "0"])
    #expect(outcome.output.contains("seconds: reading"))
    // Nothing was wrong and this is no terminal: no warning, no bar.
    #expect(outcome.messages.isEmpty)
  }

  @Test func `rejected records are named with file, line and reason, and the rest goes in`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(
      "mixed.jsonl",
      """
      {"type":"evidence","id":"good","title":"양자 메모리"}
      {"type":"evidence","title":"no id"}
      this is no JSON
      {"type":"evidence","id":"strange","title":"양자 중계기","colour":"red"}

      """)
    let outcome = try moim(
      "import", "--json", "--report", folder.file("report.json"), source, workspace: folder.file("w"))
    #expect(outcome.status == 0)
    let report = try outcome.json()["sources"].list[0]
    #expect(report["read"].number == 4 && report["accepted"].number == 2 && report["rejected"].number == 2)
    let rejections = report["issues"].list.filter { $0["severity"].text == "rejected" }
    #expect(rejections.map { $0["line"].number } == [2, 3])
    #expect(rejections.allSatisfy { $0["file"].text == source })
    #expect(rejections.allSatisfy { $0["reason"].text?.isEmpty == false && $0["remedy"].text?.isEmpty == false })
    #expect(outcome.messages.contains("mixed.jsonl:2") && outcome.messages.contains("mixed.jsonl:3"))
    #expect(outcome.messages.contains("colour"))
    #expect(try search("양자", in: folder.file("w")) == ["good", "strange"])
  }

  @Test func `a missing source is named before anything is made`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("good.jsonl", SampleForum.evidence)
    let outcome = try moim("import", good, folder.file("nowhere.xml"), workspace: folder.file("w"))
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("nowhere.xml") && outcome.messages.contains("check the path"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("w")))
  }

  @Test func `a report that cannot be written fails the command and is printed all the same`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("one.jsonl", SampleForum.evidence)
    let outcome = try moim(
      "import", "--json", "--report", folder.file("no/such/folder.json"), source, workspace: folder.file("w"))
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("its folder does not exist"))
    #expect(try outcome.json()["totals"]["accepted"].number == 12)
  }

  @Test func `an analyser is chosen once for a workspace`() throws {
    let folder = try TemporaryFolder()
    let workspace = folder.file("w")
    let source = try folder.write("one.jsonl", SampleForum.evidence)
    #expect(try moim("import", "--workspace", workspace, "--analyzer", "whitespace", source).status == 0)
    // Split at blanks and nothing else: a particle makes another word.
    #expect(try search("센서를", in: workspace) == ["e01"])
    #expect(try search("센서", in: workspace).contains("e04"))
    #expect(try !search("센서", in: workspace).contains("e02"))
    #expect(try moim("import", "--workspace", workspace, source).status == 0)
    let refused = try moim("import", "--workspace", workspace, "--analyzer", "standard", source)
    #expect(refused.status == 1)
    #expect(refused.messages.contains("'whitespace', not 'standard'") && refused.messages.contains("new workspace"))
    let unknown = try moim("import", "--workspace", folder.file("w2"), "--analyzer", "magic", source)
    #expect(unknown.status == 64 && unknown.messages.contains("standard, whitespace"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("w2")))
  }

  @Test func `a file's name may be decomposed Korean and a folder is read whole`() throws {
    let folder = try TemporaryFolder()
    let name = "양자 센서 보고서.jsonl".decomposedStringWithCanonicalMapping
    try FileManager.default.createDirectory(atPath: folder.file("모음"), withIntermediateDirectories: true)
    _ = try folder.write("모음/" + name, SampleForum.evidence)
    let outcome = try moim("import", "--json", folder.file("모음"), workspace: folder.file("w"))
    #expect(outcome.status == 0)
    #expect(try outcome.json()["totals"]["accepted"].number == 12)
    #expect(try moim("import", folder.file("모음/") + name, workspace: folder.file("w")).status == 0)
  }

  @Test func `a format that is forced reads what it can and refuses the rest`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("data", SampleForum.evidence)
    let report = try moim("import", "--json", "--format", "cordis", source, workspace: folder.file("w")).json()
    #expect(report["totals"]["accepted"].number == 0)
    #expect(report["totals"]["rejected"].number ?? 0 >= 1)
    #expect(try moim("import", "--format", "nonsense", source, workspace: folder.file("w")).status == 64)
  }
}
