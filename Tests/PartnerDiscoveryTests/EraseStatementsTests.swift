import Foundation
import PartnerDiscovery
import ResearchProfiles
import TestCorpora
import Testing

/// Statements that are taken back so that no file holds them.
@Suite struct EraseStatementsTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = Workspace(path: folder.file("workspace"))
    let lines = (0..<50).map { number in
      """
      {"type":"evidence","id":"p\(number)","kind":"project","title":"Sensor \(number)","text":"diamond magnetometer","organizations":[{"id":"o\(number % 7)"}]}
      """
    }
    _ = try ImportSources(
      workspace: workspace, sources: [folder.write("evidence.jsonl", lines.joined(separator: "\n"))]
    ).run()
    try PublishRecords(workspace: workspace).run(["zirconium", "rubidium"].map(Self.statement))
  }

  private static func statement(_ word: String) -> PublishRecords.Statement {
    let id = OrganizationID("body-" + word)
    return PublishRecords.Statement(
      source: "said:" + word,
      organizations: [OrganizationProfile(id: id, names: LocalizedText("House of \(word)name"))],
      evidence: [
        Evidence(
          id: EvidenceID("said-" + word), kind: .statement, title: LocalizedText("\(word)title"),
          text: LocalizedText("\(word)text"), participations: [Participation(organization: id, role: .owner)])
      ])
  }

  private func holds(_ text: String) throws -> Bool {
    let names = try #require(FileManager.default.enumerator(atPath: workspace.path)).compactMap { $0 as? String }
    return names.contains { name in
      (try? Data(contentsOf: URL(filePath: workspace.path + "/" + name)))?.range(of: Data(text.utf8)) != nil
    }
  }

  @Test func `nothing of what was erased is left, everything else is, and the workspace is whole`() throws {
    let session = try DiscoverySession(workspace: workspace)
    for part in ["name", "title", "text"] { #expect(try holds("zirconium" + part)) }
    try EraseStatements(workspace: workspace).run { ["said:zirconium"] }
    for part in ["name", "title", "text"] {
      #expect(try !holds("zirconium" + part))
      #expect(try holds("rubidium" + part))
    }
    #expect(!EraseStatements(workspace: workspace).isPending)
    #expect(try CheckWorkspace(workspace: workspace).run().problems == [])
    let after = try DiscoverySession(workspace: workspace, reusing: session)
    #expect(after.searchEvidence(.plain("zirconiumtext"), limit: 5).isEmpty)
    #expect(after.searchEvidence(.plain("rubidiumtext"), limit: 5).map(\.id.rawValue) == ["said-rubidium"])
    #expect(after.searchEvidence(.plain("magnetometer"), limit: 100).count == 50)
  }

  @Test func `what was only taken back is still in the files, until it is erased`() throws {
    try PublishRecords(workspace: workspace).run([], withdrawn: ["said:zirconium"])
    #expect(try holds("zirconiumtext"))
    try EraseStatements(workspace: workspace).run()
    #expect(try !holds("zirconiumtext"))
  }
}
