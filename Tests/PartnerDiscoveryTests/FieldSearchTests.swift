import Foundation
import ParallelExecution
import PartnerDiscovery
import ResearchFields
import ResearchProfiles
import SearchIndex
import TestCorpora
import Testing
import TextAnalysis

/// Fields of research from import to answer.
@Suite struct FieldSearchTests {
  private let folder: TemporaryFolder
  private let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    workspace = Workspace(path: folder.file("workspace"))
    try add([
      #"{"type":"organization","id":"kr","kind":"company","country":"KR","names":{"en":"Gana Optics"}}"#,
      #"{"type":"organization","id":"de","kind":"company","country":"DE","names":{"en":"Donau Motors"},"summary":"Test device of batteries: lithium battery, energy storage, rechargeable battery.","keywords":["battery"]}"#,
      evidence("e1", "test device one", codes: #"{"IPC":"G06N 10/40"}"#, by: "kr"),
      evidence("e2", "test device two", codes: #"{"IPC":"H04B 10/70"}"#, by: "kr"),
      evidence("e3", "test device three", codes: #"{"IPC":"H04B 10/70"}"#, by: "kr"),
      evidence("e4", "test device: qubit, quantum processor, transmon", codes: "{}", by: "de"),
      evidence("e5", "test device five", codes: #"{"OWN":"7"}"#, by: "de"),
      evidence("e6", "test device: qubit, quantum processor", codes: #"{"KSTC":"LC"}"#, by: "de"),
    ])
  }

  private func evidence(_ id: String, _ text: String, codes: String, by organization: String) -> String {
    """
    {"type":"evidence","id":"\(id)","kind":"patent","title":"\(text)","classifications":\(codes),"organizations":[{"id":"\(organization)","role":"owner"}]}
    """
  }

  private func add(_ lines: [String]) throws {
    let source = try folder.write("evidence.jsonl", lines.joined(separator: "\n"))
    _ = try ImportSources(workspace: workspace, sources: [source]).run()
  }

  private func found(_ fields: [String], countries: [String] = []) throws -> [String] {
    let session = try DiscoverySession(workspace: workspace)
    let filter = try SearchFilter(kindNames: [], countries: countries, regions: [], fieldNames: fields)
    return session.searchEvidence(.plain("test device"), filter: filter, limit: 20).map(\.id.rawValue).sorted()
  }

  @Test func `a field is what codes say, or where none is known what the text says`() throws {
    #expect(try found([]) == ["e1", "e2", "e3", "e4", "e5", "e6", "statement:de"])
    #expect(try found(["quantum.computing"]) == ["e1", "e4"])
    #expect(try found(["Quantum"]) == ["e1", "e2", "e3", "e4"])
    #expect(try found(["양자통신", "energy.storage"]) == ["e2", "e3", "statement:de"])
    #expect(try found(["finance"]) == [])
    // A code counts before the text.
    #expect(try found(["bio-health"]) == ["e6"])
  }

  @Test func `a field and the other filters must fit, each by one of the document's attributes`() throws {
    #expect(try found(["quantum"], countries: ["DE"]) == ["e4"])
    #expect(try found(["quantum.communication"], countries: ["DE"]) == [])
  }

  @Test func `results say their fields and on what they rest`() throws {
    let session = try DiscoverySession(workspace: workspace)
    let results = session.searchEvidence(.plain("test device"), limit: 20)
    let coded = try #require(results.first { $0.id.rawValue == "e1" }?.fields.first)
    #expect(coded.field.id == "quantum.computing" && coded.basis == .codes && coded.confidence == 0.75)
    let told = try #require(results.first { $0.id.rawValue == "e4" }?.fields.first)
    #expect(told.field.id == "quantum.computing" && told.basis == .text && told.confidence ?? 1 <= 0.8)
    #expect(results.first { $0.id.rawValue == "e5" }?.fields == [])
    let organizations = session.searchOrganizations(.plain("test device"), limit: 5)
    let first = try #require(organizations.first { $0.organization.id.rawValue == "kr" })
    #expect(first.fields.map(\.field.id) == ["quantum.communication", "quantum.computing"])
    #expect(first.fields.map(\.evidenceCount) == [2, 1])
  }

  @Test func `organisations are those with evidence of the field, also when they are called by name`() throws {
    let session = try DiscoverySession(workspace: workspace)
    func organizations(_ text: String, _ fields: [String]) throws -> [String] {
      let filter = try SearchFilter(kindNames: [], countries: [], regions: [], fieldNames: fields)
      return session.searchOrganizations(.plain(text), filter: filter, limit: 5).map(\.organization.id.rawValue)
    }
    #expect(try organizations("test device", ["quantum.communication"]) == ["kr"])
    #expect(try organizations("Donau Motors", []).first == "de")
    #expect(try organizations("Donau Motors", ["quantum.communication"]) == [])
    #expect(try organizations("Donau Motors", ["quantum.computing"]).first == "de")
  }

  @Test func `a field that there is none of is refused`() {
    #expect(throws: DiscoveryError.unknownField(name: "nonsense")) {
      try SearchFilter(kindNames: [], countries: [], regions: [], fieldNames: ["nonsense"])
    }
  }

  @Test func `a code that comes with the next import changes the field`() throws {
    #expect(try found(["finance.markets"]) == [])
    try add([evidence("e5", "test device five", codes: #"{"IPC":"G06Q 40/00"}"#, by: "de")])
    #expect(try found(["finance"]) == ["e5"])
    #expect(try CheckWorkspace(workspace: workspace).run().problems == [])
  }

  @Test func `an index made before fields were noted refuses a filter by field until it is made anew`() throws {
    let filter = try SearchFilter(kindNames: [], countries: [], regions: [], fieldNames: ["quantum"])
    try DiscoverySession(workspace: workspace).check(filter)
    // As earlier builds wrote documents: with no value for a field at the end of their attributes.
    let index = IndexDirectory(existing: workspace.path + "/index")
    let configuration = try #require(index.open().collection("evidence")).configuration
    let update = try IndexUpdate(
      directory: index, configuration: configuration,
      analyzers: FieldAnalyzers(AnalyzerCatalog.analyzer(for: configuration.analyzer)), executor: .serial,
      startsAnew: true)
    for id in ["e1", "e4"] {
      let texts = [IndexDocument.FieldText(field: .title, text: "test device")]
      try update.add(
        IndexDocument(id: id, texts: texts, attributes: [["company", "KR", "", "patent", ""]]), to: "evidence")
    }
    _ = try update.publish(sequence: 1)

    let session = try DiscoverySession(workspace: workspace)
    #expect(session.rank(.plain("test device"), level: .evidence, limit: 20).count == 2)
    try session.check(SearchFilter(kindNames: ["company"], countries: ["KR"], regions: [], fieldNames: []))
    #expect(throws: DiscoveryError.fieldsNotIndexed(path: workspace.path)) { try session.check(filter) }
    #expect(DiscoveryError.fieldsNotIndexed(path: workspace.path).description.contains("moim reindex"))

    _ = try ReindexWorkspace(workspace: workspace).run()
    try DiscoverySession(workspace: workspace).check(filter)
    #expect(try found(["quantum"]) == ["e1", "e2", "e3", "e4"])
  }
}
