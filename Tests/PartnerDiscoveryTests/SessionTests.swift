import Foundation
import PartnerDiscovery
import ResearchProfiles
import TestCorpora
import Testing

/// A session that is open while the workspace changes, and one that sees the change.
@Suite struct SessionTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = Workspace(path: folder.file("workspace"))
    try add((0..<200).map { evidence($0) })
  }

  private func evidence(_ number: Int, word: String = "diamond") -> String {
    """
    {"type":"evidence","id":"p\(number)","kind":"project","title":"Sensor \(number)","text":"\(word) magnetometer","date":"2024-01-\(10 + number % 20)","organizations":[{"id":"o\(number % 9)","role":"coordinator"},{"id":"o\(number % 7)"},{"id":"f\(number % 3)","role":"funder"},{"id":"o\(number % 9)"}]}
    """
  }

  private func add(_ lines: [String], reusing session: DiscoverySession? = nil) throws {
    let source = folder.file("evidence.jsonl")
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: source))
    var importing = ImportSources(workspace: workspace, sources: [source])
    importing.openSession = session
    _ = try importing.run()
  }

  @Test func `evidence is shown alike before and after the graph is loaded`() throws {
    try add([evidence(3, word: "zirconium"), evidence(500)])
    let session = try DiscoverySession(workspace: workspace)
    let before = session.searchEvidence(.plain("magnetometer sensor 3"), limit: 40)
    #expect(session.searchOrganizations(.plain("magnetometer"), limit: 5).count == 5)
    let after = session.searchEvidence(.plain("magnetometer sensor 3"), limit: 40)
    #expect(before == after)
    let third = try #require(before.first { $0.id.rawValue == "p3" })
    #expect(third.participants.map(\.organization.id.rawValue) == ["o3"])
    #expect(third.participants.map(\.role) == [.coordinator])
    #expect(third.date?.description == "2024-01-13")
  }

  @Test func `an open session keeps what it saw, and one made of it sees what was added`() throws {
    let open = try DiscoverySession(workspace: workspace)
    #expect(open.rank(.plain("zirconium"), level: .evidence, limit: 5).isEmpty)
    for round in 0..<12 {
      try add([evidence(1000 + round, word: "zirconium"), evidence(round, word: "zirconium")], reusing: open)
      let next = try DiscoverySession(workspace: workspace, reusing: open)
      let fresh = try DiscoverySession(workspace: workspace)
      let found = next.rank(.plain("zirconium"), level: .evidence, limit: 50)
      #expect(found.count == 2 * (round + 1))
      #expect(found.map(\.id) == fresh.rank(.plain("zirconium"), level: .evidence, limit: 50).map(\.id))
      #expect(
        next.rank(.plain("zirconium"), level: .organization, limit: 9).map(\.id)
          == fresh.rank(.plain("zirconium"), level: .organization, limit: 9).map(\.id))
    }
    #expect(open.rank(.plain("zirconium"), level: .evidence, limit: 5).isEmpty)
    #expect(try CheckWorkspace(workspace: workspace).run().problems == [])
  }

  @Test func `a large merge is left to the background, where it disturbs neither searches nor imports`() throws {
    func segmentCount() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/index")
        .count { $0.hasPrefix("evidence-") && $0.hasSuffix(".segment") }
    }
    for round in 1..<8 { try add((0..<(round == 7 ? 1 : 320)).map { evidence(round * 1000 + $0) }) }
    #expect(try segmentCount() == 8)
    let open = try DiscoverySession(workspace: workspace)
    SettleIndex(workspace: workspace).runInBackground()
    try add([evidence(9000, word: "zirconium")], reusing: open)
    for _ in 0..<2000 where try segmentCount() > 2 { Thread.sleep(forTimeInterval: 0.01) }
    #expect(try segmentCount() <= 2)
    let next = try DiscoverySession(workspace: workspace, reusing: open)
    #expect(next.rank(.plain("zirconium"), level: .evidence, limit: 5).map(\.id) == ["p9000"])
    #expect(next.counts.evidence == 200 + 6 * 320 + 2)
    #expect(open.rank(.plain("magnetometer"), level: .evidence, limit: 5000).count == 200 + 6 * 320 + 1)
    #expect(try SettleIndex(workspace: workspace).run() == 0)
    #expect(try CheckWorkspace(workspace: workspace).run().problems == [])
  }
}
