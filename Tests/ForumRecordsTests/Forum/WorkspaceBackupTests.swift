import ForumRecords
import Foundation
import ResearchProfiles
import Synchronization
import TestCorpora
import Testing

@Suite struct WorkspaceBackupTests {
  let folder: TemporaryFolder
  let workspace: String
  let store: ForumStore
  let registry: Registry

  init() throws {
    folder = try TemporaryFolder()
    workspace = folder.file("workspace")
    try folder.write("workspace/settings.json", "{\"analyzer\":\"standard\"}\n")
    try folder.write("workspace/glossary/own.csv", "양자,quantum\n")
    try folder.write("workspace/allocations/000001.json", "{}")
    try folder.write("workspace/allocations/current", "1")
    try folder.write("workspace/term-pairs", "pairs")
    try folder.write("workspace/index/segment", "derived")
    try folder.write("workspace/registry.sqlite.seal", "sealed")
    store = try ForumStore(path: workspace + "/forum.sqlite", mode: .readWrite)
    registry = try Registry(path: workspace + "/registry.sqlite", mode: .readWrite)
    _ = try registry.apply([.organization(kist), storing(project("p1"))])
  }

  func text(_ path: String) throws -> String { try String(contentsOfFile: folder.file(path), encoding: .utf8) }

  @Test func `a workspace comes back as it was`() throws {
    let receipt = try store.submitSample()
    let manifest = try store.backup(to: folder.file("backup"), actor: "kim", time: noon)
    #expect(
      manifest.files.map(\.path) == [
        "allocations/000001.json", "allocations/current", "forum.sqlite", "glossary/own.csv", "registry.sqlite",
        "settings.json", "term-pairs",
      ])
    #expect(manifest.made == noon)
    #expect(try WorkspaceBackup.verify(folder.file("backup")) == manifest)
    #expect(try store.actions().last == "workspace.backup")
    // What happens afterwards is not in it.
    try store.setStatus(.closed, of: receipt, actor: "kim", time: noon)
    _ = try registry.apply([storing(project("p2"))])
    let restoration = try WorkspaceBackup.restore(folder.file("backup"), to: folder.file("restored"))
    #expect(restoration.manifest == manifest)
    #expect(restoration.nextStep.contains("moim reindex"))
    #expect(try text("restored/settings.json") == "{\"analyzer\":\"standard\"}\n")
    #expect(try text("restored/glossary/own.csv") == "양자,quantum\n")
    #expect(try text("restored/allocations/current") == "1")
    #expect(try text("restored/term-pairs") == "pairs")
    #expect(!FileManager.default.fileExists(atPath: folder.file("restored/index")))
    let restored = try ForumStore(path: folder.file("restored/forum.sqlite"), mode: .readWrite)
    #expect(try restored.application(receipt: receipt)?.status == .received)
    #expect(try restored.contact(receipt: receipt)?.email == "hong@example.kr")
    #expect(try restored.submitSample() == "2026-0002")
    let evidence = try Registry(path: folder.file("restored/registry.sqlite"), mode: .readWrite)
    #expect(try evidence.verify() == [])
    #expect(try evidence.organizations(["kist"]) == [kist])
    #expect(try evidence.counts().evidenceCount == 1)
  }

  /// Copies are made while eight writers write. Each must be a moment of the store: with application k there are all
  /// before it, each with its contact and its entry of the audit trail, and nothing is half there.
  @Test func `a copy that is made while others write is one moment of it`() throws {
    let shared = store
    let isOver = Mutex(false)
    let writers = Mutex(8)
    for writer in 0..<8 {
      Thread.detachNewThread {
        var number = 0
        while !isOver.withLock({ $0 }) {
          _ = try? shared.submitSample("\(writer) \(number)")
          number += 1
        }
        writers.withLock { $0 -= 1 }
      }
    }
    defer { while writers.withLock({ $0 }) > 0 { Thread.sleep(forTimeInterval: 0.001) } }
    defer { isOver.withLock { $0 = true } }
    var counts: [Int] = []
    for round in 0..<3 {
      Thread.sleep(forTimeInterval: 0.05)
      let before = try store.applications(page: Page(limit: 0)).total
      try WorkspaceBackup.make(of: workspace, in: folder.file("backup\(round)"), time: noon)
      try WorkspaceBackup.restore(folder.file("backup\(round)"), to: folder.file("restored\(round)"))
      let restored = try ForumStore(path: folder.file("restored\(round)/forum.sqlite"), mode: .readOnly)
      let applications = try restored.applications()
      let count = applications.total
      #expect(count >= before)
      #expect(Set(applications.items.map(\.receipt)).count == count)
      #expect(
        applications.items.map(\.receipt).max()?.hasSuffix("-" + String(String(10_000 + count).dropFirst())) == true)
      for application in applications.items { #expect(try restored.contact(receipt: application.receipt) != nil) }
      #expect(try restored.auditEntries(AuditFilter(action: "application.submit")).total == count)
      #expect(
        try rawRows(folder.file("restored\(round)/forum.sqlite"), "PRAGMA integrity_check") == ["ok"])
      counts.append(count)
    }
    #expect(counts == counts.sorted())
    #expect(try #require(counts.last) > 5)
  }

  @Test func `a restoration needs an empty place, and so does a backup`() throws {
    try WorkspaceBackup.make(of: workspace, in: folder.file("backup"), time: noon)
    #expect(throws: ForumStoreError.targetNotEmpty(path: workspace)) {
      try WorkspaceBackup.restore(folder.file("backup"), to: workspace)
    }
    #expect(throws: ForumStoreError.targetNotEmpty(path: folder.file("backup"))) {
      try WorkspaceBackup.make(of: workspace, in: folder.file("backup"), time: noon)
    }
    #expect(throws: ForumStoreError.targetNotEmpty(path: workspace + "/settings.json")) {
      try WorkspaceBackup.restore(folder.file("backup"), to: workspace + "/settings.json")
    }
    try FileManager.default.createDirectory(atPath: folder.file("empty"), withIntermediateDirectories: true)
    try WorkspaceBackup.restore(folder.file("backup"), to: folder.file("empty"))
    #expect(try ForumStore(path: folder.file("empty/forum.sqlite"), mode: .readOnly).applications().total == 0)
  }

  @Test(arguments: UInt64(1)...5)
  func `a flipped bit anywhere in a backup is found, and nothing is restored`(seed: UInt64) throws {
    try store.submitSample()
    let backup = folder.file("backup")
    let manifest = try WorkspaceBackup.make(of: workspace, in: backup, time: noon)
    var generator = SplitMix64(seed: seed)
    let file = try #require(manifest.files.randomElement(using: &generator))
    let url = URL(fileURLWithPath: backup + "/" + file.path)
    var bytes = [UInt8](try Data(contentsOf: url))
    bytes[bytes.indices.randomElement(using: &generator)!] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    try Data(bytes).write(to: url)
    let expected = ForumStoreError.damagedBackup(path: backup, file: file.path)
    #expect(throws: expected) { try WorkspaceBackup.verify(backup) }
    #expect(throws: expected) { try WorkspaceBackup.restore(backup, to: folder.file("restored")) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["backup", "workspace"])
  }

  @Test func `a backup that was not finished is none`() throws {
    let backup = folder.file("backup")
    try WorkspaceBackup.make(of: workspace, in: backup, time: noon)
    try FileManager.default.removeItem(atPath: backup + "/manifest.json")
    let unfinished = ForumStoreError.notABackup(path: backup, detail: "there is no manifest.json")
    #expect(throws: unfinished) { try WorkspaceBackup.verify(backup) }
    #expect(throws: unfinished) { try WorkspaceBackup.restore(backup, to: folder.file("restored")) }
    try folder.write("backup/manifest.json", "{")
    #expect(throws: ForumStoreError.damagedBackup(path: backup, file: "manifest.json")) {
      try WorkspaceBackup.verify(backup)
    }
    try folder.write("backup/manifest.json", "{\"version\":2,\"made\":1,\"files\":[]}")
    #expect(
      throws: ForumStoreError.notABackup(path: backup, detail: "its version is 2, this Moim reads 1")
    ) { try WorkspaceBackup.verify(backup) }
  }

  @Test func `a file that is missing or a list that leads elsewhere is refused`() throws {
    let backup = folder.file("backup")
    try WorkspaceBackup.make(of: workspace, in: backup, time: noon)
    try FileManager.default.removeItem(atPath: backup + "/term-pairs")
    #expect(throws: ForumStoreError.damagedBackup(path: backup, file: "term-pairs")) {
      try WorkspaceBackup.verify(backup)
    }
    #expect(throws: ForumStoreError.self) { try WorkspaceBackup.restore(backup, to: folder.file("restored")) }
    for path in ["../outside", "/etc/outside", "a//b", "", "./a"] {
      let manifest = BackupManifest(made: noon, files: [.init(path: path, byteCount: 0, sha256: "")])
      try folder.write("backup/manifest.json", try JSONEncoder().encode(manifest))
      #expect(throws: ForumStoreError.damagedBackup(path: backup, file: "manifest.json")) {
        try WorkspaceBackup.restore(backup, to: folder.file("restored"))
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["backup", "workspace"])
  }

  @Test func `a workspace without records cannot be copied, one with a registry alone can`() throws {
    try folder.write("bare/settings.json", "{}")
    #expect(throws: ForumStoreError.missing(path: folder.file("bare/forum.sqlite"))) {
      try WorkspaceBackup.make(of: folder.file("bare"), in: folder.file("backup"), time: noon)
    }
    try Registry(path: folder.file("bare/registry.sqlite"), mode: .readWrite).close()
    let manifest = try WorkspaceBackup.make(of: folder.file("bare"), in: folder.file("backup"), time: noon)
    #expect(manifest.files.map(\.path) == ["registry.sqlite", "settings.json"])
  }

  @Test func `only its owner can look into a backup`() throws {
    try store.submitSample()
    try WorkspaceBackup.make(of: workspace, in: folder.file("backup"), time: noon)
    try WorkspaceBackup.restore(folder.file("backup"), to: folder.file("restored"))
    for name in ["backup", "restored"] {
      func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      }
      #expect(try permissions(folder.file(name)) == 0o700)
      #expect(try permissions(folder.file(name + "/forum.sqlite")) == 0o600)
    }
  }
}
