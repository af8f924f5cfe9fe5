import Foundation
import TestCorpora
import Testing

@Suite struct CheckCommandTests {
  @Test func `a sound workspace is well, in words and in JSON`() throws {
    let words = try moim("check", workspace: SampleForum.workspace)
    #expect(words.status == 0 && words.output == "all is well: 12 pieces of evidence, 6 organisations\n")
    let document = try moim("check", "--json", workspace: SampleForum.workspace).json()
    #expect(document.keys == ["evidence", "notes", "ok", "organizations", "problems"])
    #expect(document["ok"] == .boolean(true) && document["problems"].list.isEmpty)
  }

  @Test func `a flipped bit in any file of the index is found, and no command dies of it`() throws {
    let folder = try TemporaryFolder()
    let workspace = try SampleForum.workspaceCopy(in: folder)
    let applications = try SampleForum.prepared.get().applications
    var random = SplitMix64(seed: 3)
    for (name, sound) in try contents(of: workspace + "/index").sorted(by: { $0.key < $1.key }) {
      let path = URL(fileURLWithPath: workspace + "/index/" + name)
      for round in 0..<14 {
        var damaged = sound
        damaged[Int.random(in: 0..<sound.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        if round >= 10 { damaged = sound.prefix(Int.random(in: 0..<sound.count, using: &random)) }
        try damaged.write(to: path)
        let check = try moim("check", workspace: workspace)
        #expect(check.status == 1 && check.output.hasPrefix("damaged: "), "\(name): \(check)")
        #expect(check.output.contains("moim reindex"))
        for arguments in [["search", "\"양자 센서\" -통신", "--level", "evidence"], ["match", applications]] {
          let outcome = try MoimProcess(arguments, workspace: workspace).wait()
          #expect(outcome.signal == nil, "\(name): \(outcome.messages)")
          if outcome.status != 0 { #expect(outcome.messages.contains("moim reindex"), "\(outcome.messages)") }
        }
      }
      try sound.write(to: path)
    }
    #expect(try moim("check", workspace: workspace).status == 0)
  }

  @Test func `rebuilding mends a damaged index`() throws {
    let folder = try TemporaryFolder()
    let workspace = try SampleForum.workspaceCopy(in: folder)
    let sound = try contents(of: workspace + "/index")
    for (name, _) in sound { try Data("garbage".utf8).write(to: URL(fileURLWithPath: workspace + "/index/" + name)) }
    let refused = try moim("import", try SampleForum.prepared.get().sources[0], workspace: workspace)
    #expect(refused.status == 1 && refused.messages.contains("moim reindex"))
    let outcome = try moim("reindex", workspace: workspace)
    #expect(outcome.status == 0 && outcome.output.contains("17 pieces of evidence, 6 organisations"))
    #expect(try moim("check", workspace: workspace).status == 0)
    #expect(
      try contents(of: workspace + "/index").filter { $0.key != "manifest" } == sound.filter { $0.key != "manifest" })
  }

  @Test func `damage of the registry is found, and no command dies of it`() throws {
    let folder = try TemporaryFolder()
    let workspace = try SampleForum.workspaceCopy(in: folder)
    let path = URL(fileURLWithPath: workspace + "/registry.sqlite")
    let sound = try Data(contentsOf: path)
    var damages: [(String, Data)] = [
      ("truncated", sound.prefix(sound.count / 2)), ("empty", Data()), ("replaced", Data("not a database".utf8)),
    ]
    // Texts stand in the file as they are: one letter of a stored title and one of a name.
    for text in ["초전도 나노선", "Rhein Magnetometry"] {
      let place = try #require(sound.range(of: Data(text.utf8)))
      var flipped = sound
      flipped[place.lowerBound + 3] ^= 1
      damages.append((text, flipped))
    }
    var random = SplitMix64(seed: 4)
    for page in (1..<sound.count / 4096).shuffled(using: &random).prefix(5) {
      var overwritten = sound
      overwritten.replaceSubrange(page * 4096..<page * 4096 + 64, with: Data(repeating: 0xA5, count: 64))
      damages.append(("page \(page)", overwritten))
    }
    let applications = try SampleForum.prepared.get().applications
    for (name, damaged) in damages {
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path.path + suffix) }
      try damaged.write(to: path)
      let check = try moim("check", workspace: workspace)
      #expect(check.status == 1 && check.output.contains("registry.sqlite"), "\(name): \(check)")
      for arguments in [
        ["search", "양자"], ["match", applications], ["reindex"], ["explain", "rhein", "--application", "a1"],
      ] {
        #expect(try MoimProcess(arguments, workspace: workspace).wait().signal == nil, "\(name), \(arguments)")
      }
    }
  }

  @Test func `a flipped bit anywhere in the registry is found`() throws {
    let folder = try TemporaryFolder()
    let workspace = try SampleForum.workspaceCopy(in: folder)
    #expect(try moim("check", workspace: workspace).status == 0)
    let path = URL(fileURLWithPath: workspace + "/registry.sqlite")
    let sound = try Data(contentsOf: path)
    var random = SplitMix64(seed: 5)
    for _ in 0..<20 {
      var damaged = sound
      let place = Int.random(in: 0..<sound.count, using: &random)
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try damaged.write(to: path)
      let check = try moim("check", workspace: workspace)
      #expect(check.status == 1 && check.output.contains("registry.sqlite"), "byte \(place): \(check)")
    }
  }

  @Test func `settings that cannot be read are named`() throws {
    let folder = try TemporaryFolder()
    let workspace = try SampleForum.workspaceCopy(in: folder)
    try Data("{".utf8).write(to: URL(fileURLWithPath: workspace + "/settings.json"))
    let check = try moim("check", workspace: workspace)
    #expect(check.status == 1 && check.output.contains("settings.json"))
  }
}
