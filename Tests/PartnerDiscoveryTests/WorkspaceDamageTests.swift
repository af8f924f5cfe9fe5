import Foundation
import PartnerDiscovery
import TestCorpora
import Testing

@Suite struct WorkspaceDamageTests {
  private func makeWorkspace() throws -> (folder: TemporaryFolder, workspace: Workspace) {
    let folder = try TemporaryFolder()
    let lines = (0..<80).map { number in
      """
      {"type":"evidence","id":"p\(number)","kind":"project","title":"양자 센서 \(number)","text":"Quantum sensing with diamond \(number % 7)","organizations":[{"id":"o\(number % 9)"}]}
      """
    }
    let source = folder.file("evidence.jsonl")
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: source))
    let workspace = Workspace(path: folder.file("workspace"))
    _ = try ImportSources(workspace: workspace, sources: [source]).run()
    return (folder, workspace)
  }

  @Test func `a flipped bit anywhere in the registry or the index is found`() throws {
    let (folder, workspace) = try makeWorkspace()
    defer { withExtendedLifetime(folder) {} }
    #expect(try CheckWorkspace(workspace: workspace).run().problems == [])
    var random = TestCorpora.SplitMix64(seed: 3)
    let index = try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/index").map { "index/" + $0 }
    for name in index.sorted() + ["registry.sqlite", "registry.sqlite.seal"] {
      let file = URL(filePath: workspace.path + "/" + name)
      let original = try Data(contentsOf: file)
      for _ in 0..<25 {
        var damaged = original
        damaged[Int.random(in: 0..<original.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        try damaged.write(to: file)
        #expect(try !CheckWorkspace(workspace: workspace).run().problems.isEmpty, "\(name)")
      }
      try original.write(to: file)
    }
    #expect(try CheckWorkspace(workspace: workspace).run().problems == [])
  }

  @Test func `an index that cannot be read is rebuilt from the registry`() throws {
    let (folder, workspace) = try makeWorkspace()
    defer { withExtendedLifetime(folder) {} }
    let before = try DiscoverySession(workspace: workspace).rank(.plain("양자 센서"), level: .evidence, limit: 100)
    for name in try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/index") {
      try Data("nonsense".utf8).write(to: URL(filePath: workspace.path + "/index/" + name))
    }
    #expect(throws: (any Error).self) { _ = try DiscoverySession(workspace: workspace) }
    _ = try ReindexWorkspace(workspace: workspace).run()
    let after = try DiscoverySession(workspace: workspace).rank(.plain("양자 센서"), level: .evidence, limit: 100)
    #expect(before.count == 80)
    #expect(after.map(\.id) == before.map(\.id))
    #expect(after.map(\.score) == before.map(\.score))
    #expect(try CheckWorkspace(workspace: workspace).run().problems == [])
  }
}
