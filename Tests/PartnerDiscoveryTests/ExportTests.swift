import Foundation
import PartnerDiscovery
import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

struct ExportTests {
  private struct Contents: Equatable {
    var organizations: [OrganizationProfile] = []
    var evidence: [Evidence] = []
    var rejections: [String] = []

    init(reading path: String) throws {
      try IngestReader(sources: [path]).read(threadCount: 1) { batch in
        for record in batch.records {
          switch record.content {
          case .organization(let profile): organizations.append(profile)
          case .evidence(let evidence): self.evidence.append(evidence)
          case .supporting: break
          }
        }
        rejections += batch.issues.filter { $0.severity == .rejected }.map(\.description)
      }
      organizations.sort { $0.id < $1.id }
      evidence.sort { $0.id < $1.id }
    }
  }

  /// A workspace that holds the records of a source.
  private func workspace(_ folder: TemporaryFolder, _ name: String, from source: String) throws -> Workspace {
    let workspace = Workspace(path: folder.file(name))
    var importing = ImportSources(workspace: workspace, sources: [source])
    importing.use(threadCount: 1)
    _ = try importing.run()
    return workspace
  }

  /// A source that says everything of the records, in the list form of texts.
  private func write(_ organizations: [OrganizationProfile], _ evidence: [Evidence], to path: String) throws {
    func text(_ text: LocalizedText) -> [[String: String]] {
      text.entries.map { entry in
        entry.language.map { ["language": $0, "text": entry.text] } ?? ["text": entry.text]
      }
    }
    func codes(_ codes: [ClassificationCode]) -> [[String: String]] {
      codes.map { code in
        var object = ["scheme": code.scheme, "code": code.code]
        object["name"] = code.name
        return object
      }
    }
    var lines: [Data] = []
    for profile in organizations {
      var object: [String: Any] = [
        "type": "organization", "id": profile.id.rawValue, "names": text(profile.names), "aliases": profile.aliases,
        "identifiers": profile.identifiers.map { ["scheme": $0.scheme, "value": $0.value] },
        "summary": text(profile.summary),
        "keywords": profile.keywords, "classifications": codes(profile.classifications),
      ]
      object["kind"] = profile.kind?.rawValue
      object["country"] = profile.country
      object["region"] = profile.region
      object["city"] = profile.city
      object["size_class"] = profile.sizeClass
      object["homepage"] = profile.homepage
      object["parent"] = profile.parent?.rawValue
      lines.append(try JSONSerialization.data(withJSONObject: object))
    }
    for evidence in evidence {
      var object: [String: Any] = [
        "type": "evidence", "id": evidence.id.rawValue, "kind": evidence.kind.rawValue, "title": text(evidence.title),
        "text": text(evidence.text), "keywords": evidence.keywords,
        "classifications": codes(evidence.classifications),
        "organizations": evidence.participations.map { ["id": $0.organization.rawValue, "role": $0.role.rawValue] },
      ]
      object["date"] = evidence.date?.description
      lines.append(try JSONSerialization.data(withJSONObject: object))
    }
    try Data(lines.joined(separator: [0x0A])).write(to: URL(fileURLWithPath: path))
  }

  private func export(_ workspace: Workspace, _ format: ExportFormat, to path: String) throws -> ExportReport {
    var export = ExportWorkspace(workspace: workspace, format: format, outputPath: path)
    export.day = CalendarDate(daysSinceEpoch: 20_000)
    return try export.run()
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `importing an export of JSON Lines gives the same records`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var records = RandomRecords(random: TestCorpora.SplitMix64(seed: seed))
    let organizations = (0..<30).map { records.organization($0) }
    let evidence = (0..<60).map { records.evidence($0, organizationCount: 30) }
    try write(organizations, evidence, to: folder.file("source.jsonl"))
    let first = try workspace(folder, "first", from: folder.file("source.jsonl"))
    let report = try export(first, .jsonLines, to: folder.file("first.jsonl"))
    let contents = try Contents(reading: folder.file("first.jsonl"))
    #expect(contents.rejections == [])
    #expect(contents.organizations == organizations.sorted { $0.id < $1.id })
    #expect(contents.evidence == evidence.sorted { $0.id < $1.id })
    #expect(report.organizationCount == 30)
    #expect(report.evidenceCount == 60)
    #expect(report.linkCount == evidence.reduce(0) { $0 + $1.participations.count })
    let second = try workspace(folder, "second", from: folder.file("first.jsonl"))
    _ = try export(second, .jsonLines, to: folder.file("second.jsonl"))
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.file("first.jsonl"))))
    let again = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.file("second.jsonl"))))
    #expect(bytes == again)
  }

  @Test(arguments: [4, 5, 6] as [UInt64])
  func `importing an export of tables gives what tables can carry`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var records = RandomRecords(random: TestCorpora.SplitMix64(seed: seed), isPlain: true)
    let organizations = (0..<30).map { records.organization($0) }
    let evidence = (0..<60).map { records.evidence($0, organizationCount: 30) }
    try write(organizations, evidence, to: folder.file("source.jsonl"))
    let workspace = try workspace(folder, "workspace", from: folder.file("source.jsonl"))
    _ = try export(workspace, .csv, to: folder.file("tables"))
    let contents = try Contents(reading: folder.file("tables"))
    #expect(contents.rejections == [])
    #expect(contents.organizations == organizations.sorted { $0.id < $1.id })
    #expect(contents.evidence == evidence.sorted { $0.id < $1.id })
    for file in ["organizations.csv", "evidence.csv", "links.csv"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("tables/" + file)))
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      let cells = String(decoding: bytes, as: UTF8.self).split(whereSeparator: { $0 == "," || $0 == "\r\n" })
      for cell in cells {
        let first = cell.drop { $0 == "\"" || $0 == "\u{FEFF}" }.first
        #expect(first.map { "=+@".contains($0) } != true, "a spreadsheet would run '\(cell)'")
      }
    }
  }

  @Test(arguments: [7, 8] as [UInt64])
  func `importing an export of CERIF gives what CERIF can carry, and it is valid`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var records = RandomRecords(random: TestCorpora.SplitMix64(seed: seed))
    let organizations = (0..<30).map { records.organization($0) }
    let evidence = (0..<60).map { records.evidence($0, organizationCount: 30) }
    try write(organizations, evidence, to: folder.file("source.jsonl"))
    let workspace = try workspace(folder, "workspace", from: folder.file("source.jsonl"))
    let report = try export(workspace, .cerif, to: folder.file("export.xml"))
    let contents = try Contents(reading: folder.file("export.xml"))
    #expect(contents.rejections == [])
    let wantedOrganizations: [OrganizationID] = organizations.map(\.id).sorted()
    #expect(contents.organizations.map(\.id) == wantedOrganizations)
    let written = evidence.filter { $0.kind != .statement }
    let wantedEvidence: [EvidenceID] = written.map(\.id).sorted()
    #expect(contents.evidence.map(\.id) == wantedEvidence)
    #expect(report.omittedEvidenceCount == evidence.count - written.count)
    #expect(report.linkCount == contents.evidence.reduce(0) { $0 + $1.participations.count })
    let known = Dictionary(uniqueKeysWithValues: evidence.map { ($0.id, $0) })
    for found in contents.evidence {
      let original = try #require(known[found.id])
      #expect(found.kind == original.kind)
      #expect(found.title == original.title)
      #expect(found.text == original.text)
      if found.kind != .equipment {
        #expect(found.date == original.date)
        #expect(found.classifications == original.classifications)
      }
      let links = Set(original.participations.map(\.organization))
      #expect(found.participations.allSatisfy { links.contains($0.organization) })
    }
    let profiles = Dictionary(uniqueKeysWithValues: organizations.map { ($0.id, $0) })
    for found in contents.organizations {
      let original = try #require(profiles[found.id])
      #expect(found.names == original.names)
      #expect(Set(found.identifiers) == Set(original.identifiers))
      #expect(found.homepage == original.homepage)
      #expect(found.parent == original.parent)
    }
    try CerifSchema.check(folder.file("export.xml"), folder)
  }

  @Test func `what points to persons is taken out, and counted`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write(
      "source.jsonl",
      """
      {"type":"evidence","id":"e1","kind":"project","title":"양자","text":"문의: hong@example.ac.kr, 010-1234-5678 (+82-10-2345-6789). \
      900101-1234567 Grant 2024-001-0001, 45% @ 300 K","keywords":["call me@x.example"]}
      {"type":"organization","id":"a@b","name":"mail@name","homepage":"https://a.example"}
      """)
    let workspace = try workspace(folder, "workspace", from: source)
    for format in ExportFormat.allCases {
      let path = folder.file("export-\(format.rawValue)")
      let report = try export(workspace, format, to: path)
      #expect(report.withheldPersonalItemCount == 5)
      let files = try report.files.map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
      for item in ["hong@", "1234-5678", "2345-6789", "1234567", "me@x"] {
        #expect(!files.contains(item), "\(format): \(item)")
      }
      for item in ["2024-001-0001", "45% @ 300 K"] { #expect(files.contains(item), "\(format): \(item)") }
    }
  }

  @Test func `an export over an older file replaces it, and one that fails leaves it`() throws {
    let folder = try TemporaryFolder()
    let source = try folder.write("source.jsonl", "{\"id\":\"e1\",\"text\":\"a\"}\n")
    let workspace = try workspace(folder, "workspace", from: source)
    let path = try folder.write("out.jsonl", "old")
    _ = try export(workspace, .jsonLines, to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("\"e1\""))
    #expect(throws: (any Error).self) { try export(workspace, .jsonLines, to: folder.file("no/such/folder.jsonl")) }
    #expect(throws: DiscoveryError.noWorkspace(path: folder.file("none"))) {
      try export(Workspace(path: folder.file("none")), .jsonLines, to: path)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("\"e1\""))
  }
}
