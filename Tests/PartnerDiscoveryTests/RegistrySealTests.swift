import Foundation
import PartnerDiscovery
import TestCorpora
import Testing

/// Sealing costs what a writer changes, and still finds any byte that somebody else has changed.
@Suite struct RegistrySealTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace
  private var registry: URL { URL(filePath: workspace.path + "/registry.sqlite") }
  private var seal: URL { URL(filePath: workspace.path + "/registry.sqlite.seal") }

  init() throws {
    folder = try TemporaryFolder()
    workspace = Workspace(path: folder.file("workspace"))
    try add(0..<300)
  }

  private func add(_ numbers: Range<Int>, text: String = "") throws {
    let lines = numbers.map { number in
      """
      {"type":"evidence","id":"p\(number)","kind":"project","title":"Sensor \(number) \(text)","text":"\(String(repeating: "diamond ", count: 60))","organizations":[{"id":"o\(number % 9)"}]}
      """
    }
    let source = folder.file("evidence.jsonl")
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: source))
    _ = try ImportSources(workspace: workspace, sources: [source]).run()
  }

  private func problems() throws -> [String] { try CheckWorkspace(workspace: workspace).run().problems }

  private func flip(_ place: Int, in file: URL) throws {
    var bytes = try Data(contentsOf: file)
    bytes[place] ^= 4
    try bytes.write(to: file)
  }

  @Test func `a seal that was renewed many times is that of the whole file`() throws {
    for round in 0..<5 {
      try add(round * 40..<round * 40 + 90 + round * 60, text: "round \(round)")
      #expect(try problems() == [])
    }
    let renewed = try Data(contentsOf: seal)
    try FileManager.default.removeItem(at: seal)
    // Without a seal the next writer reads the whole file.
    try add(500..<501, text: "")
    try add(0..<1, text: "last")
    #expect(try problems() == [])
    #expect(try Data(contentsOf: seal) != renewed)
  }

  @Test func `damage is found after later writes too, which cannot seal it`() throws {
    var random = TestCorpora.SplitMix64(seed: 11)
    let sound = try (Data(contentsOf: registry), Data(contentsOf: seal))
    var survived = 0
    for round in 0..<30 {
      try flip(Int.random(in: 100..<sound.0.count, using: &random), in: registry)
      #expect(try !problems().isEmpty)
      // A writer may stumble over the damage; it may not make it good.
      if (try? add(1000..<1010, text: "round \(round)")) != nil { survived += 1 }
      #expect(try !problems().isEmpty, "round \(round)")
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: registry.path + suffix) }
      try sound.0.write(to: registry)
      try sound.1.write(to: seal)
    }
    #expect(survived > 5)
    #expect(try problems() == [])
  }

  @Test func `a registry of another length than it was sealed with is not written to`() throws {
    let sound = try Data(contentsOf: registry)
    try sound.dropLast(4096).write(to: registry)
    #expect(throws: DiscoveryError.damagedRegistry(path: registry.path)) { try add(0..<1, text: "x") }
    try (sound + Data(count: 4096)).write(to: registry)
    #expect(throws: DiscoveryError.damagedRegistry(path: registry.path)) { try add(0..<1, text: "x") }
  }

  @Test func `a seal that says nothing is damage`() throws {
    let sound = try String(contentsOf: seal, encoding: .utf8)
    for text in [
      "", "moim registry seal 2: ", sound.uppercased(), sound + "\n", "moim registry seal 1: 9 bytes, XXH64 0\n",
    ] {
      try Data(text.utf8).write(to: seal)
      #expect(try !problems().isEmpty, "\(text)")
      #expect(throws: DiscoveryError.damagedRegistry(path: registry.path), "\(text)") { try add(0..<1, text: "x") }
    }
  }

  @Test func `an import that fails half way leaves a sealed registry`() throws {
    let index = URL(filePath: workspace.path + "/index/manifest")
    let sound = try Data(contentsOf: index)
    try Data("nonsense".utf8).write(to: index)
    #expect(throws: (any Error).self) { try add(400..<420) }
    try sound.write(to: index)
    #expect(try problems() == [])
    #expect(try CheckWorkspace(workspace: workspace).run().evidenceCount == 320)
  }
}
