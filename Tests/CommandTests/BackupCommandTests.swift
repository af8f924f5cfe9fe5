import Foundation
import TestCorpora
import Testing

/// A workspace is copied while it is in use, and comes back as it was.
@Suite struct BackupCommandTests {
  let folder: TemporaryFolder
  /// Organisations, evidence, an index and three applications.
  let workspace: String

  init() throws {
    folder = try TemporaryFolder()
    workspace = try SampleForum.workspaceCopy(in: folder)
    let applications = try SampleForum.prepared.get().applications
    #expect(try moim("intake", applications, workspace: workspace).status == 0)
  }

  private var backup: String { folder.file("backup") }
  private var restored: String { folder.file("restored") }

  @Test func `what a backup holds comes back and is found again`() throws {
    let made = try moim("backup", "--json", backup, workspace: workspace)
    #expect(made.status == 0 && made.messages.isEmpty)
    let document = try made.json()
    #expect(document["folder"].text == backup)
    #expect(Set(document["files"].list.each("path")).isSuperset(of: ["forum.sqlite", "registry.sqlite"]))
    #expect(document["files"].list.each("sha256").allSatisfy { $0.count == 64 })
    #expect(!document["files"].list.each("path").contains { $0.hasPrefix("index/") })
    let byteCount = document["files"].list.compactMap { $0["bytes"].number }.reduce(0, +)
    #expect(document["bytes"].number == byteCount)
    // It holds personal data: nobody else may read it.
    let permissions = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions] as? Int
    #expect(permissions == 0o700)

    let outcome = try moim("restore", "--workspace", restored, "--json", backup)
    #expect(outcome.status == 0)
    #expect(try outcome.json()["files"].number.map { Int($0) } == document["files"].list.count)
    #expect(try outcome.json()["organizations"].number ?? 0 >= 6 && outcome.json()["made"] == document["made"])
    for arguments in [["search", "양자 센서", "--json"], ["match", try SampleForum.prepared.get().applications]] {
      let before = try MoimProcess(arguments, workspace: workspace).wait()
      let after = try MoimProcess(arguments, workspace: restored).wait()
      #expect(before.status == 0 && !before.output.isEmpty && after.output == before.output)
    }
    #expect(try moim("check", workspace: restored).status == 0)
    // The applications are known by their keys: taken in again they change nothing.
    let again = try moim("intake", "--json", SampleForum.prepared.get().applications, workspace: restored)
    #expect(try again.json()["unchanged"].number == 3)
  }

  @Test func `a workspace is copied while the console serves it`() throws {
    let server = try MoimProcess(["serve", "--port", "0"], workspace: workspace)
    defer { server.kill() }
    for _ in 0..<1500 where !server.messages.contains("serving") && server.isRunning {
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(server.messages.contains("serving"))
    #expect(try moim("backup", backup, workspace: workspace).status == 0)
    #expect(try moim("restore", "--workspace", restored, "--without-index", backup).status == 0)
  }

  @Test func `without an index it says what makes one`() throws {
    _ = try moim("backup", backup, workspace: workspace)
    let outcome = try moim("restore", "--workspace", restored, "--without-index", backup)
    #expect(outcome.status == 0 && outcome.messages.contains("moim reindex"))
    #expect(try moim("reindex", workspace: restored).status == 0)
    #expect(try moim("search", "양자 센서", workspace: restored).output.contains("다이아몬드"))
  }

  @Test func `nothing is written over, and what is no whole backup is no workspace`() throws {
    #expect(try moim("backup", backup, workspace: workspace).status == 0)
    let twice = try moim("backup", backup, workspace: workspace)
    #expect(twice.status == 1 && twice.output.isEmpty && twice.messages.contains(backup))
    let over = try moim("restore", "--workspace", workspace, backup)
    #expect(over.status == 1 && over.messages.contains(workspace))
    for source in [folder.file("nowhere"), folder.path] {
      let outcome = try moim("restore", "--workspace", restored, source)
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: restored))
    }
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: backup + "/forum.sqlite"))
    try handle.seek(toOffset: 5000)
    try handle.write(contentsOf: Data("damage".utf8))
    try handle.close()
    let damaged = try moim("restore", "--workspace", restored, backup)
    #expect(damaged.status == 1 && damaged.messages.contains("forum.sqlite"))
    #expect(!FileManager.default.fileExists(atPath: restored))
    let missing = try moim("backup", folder.file("other"), workspace: folder.file("nowhere"))
    #expect(missing.status == 1 && missing.messages.contains("nowhere"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("nowhere")))
  }
}

extension [JSONValue] {
  fileprivate func each(_ key: String) -> [String] { compactMap { $0[key].text } }
}
