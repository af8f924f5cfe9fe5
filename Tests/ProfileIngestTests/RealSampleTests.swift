import Foundation
import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

/// Real exports: what the invented samples of the other suites may have missed.
@Suite(.enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealSampleTests {
  private static let cerif = SharedData.folder + "/cerif/samples"
  private static let history = SharedData.folder + "/cordis/history-until-2023-12.zip"

  @Test(arguments: [
    ("openaire_cerif_xml_example_equipments", 2, 0), ("openaire_cerif_xml_example_events", 1, 0),
    ("openaire_cerif_xml_example_fundings", 11, 0), ("openaire_cerif_xml_example_orgunits", 13, 0),
    ("openaire_cerif_xml_example_patents", 2, 0), ("openaire_cerif_xml_example_persons", 19, 0),
    ("openaire_cerif_xml_example_products", 5, 0), ("openaire_cerif_xml_example_projects", 4, 0),
    ("openaire_cerif_xml_example_publications", 7, 1), ("openaire_oaipmh_example_Identify", 0, 0),
    ("openaire_oaipmh_example_ListMetadataFormats", 0, 0), ("openaire_oaipmh_example_ListSets", 0, 0),
  ])
  func `the OpenAIRE samples give their records`(file: String, recordCount: Int, rejectedCount: Int) throws {
    let ingestion = try Ingestion(["\(Self.cerif)/\(file).xml"])
    #expect(ingestion.records.count == recordCount)
    #expect(ingestion.rejections.count == rejectedCount)
    #expect(ingestion.warnings.count == (recordCount == 0 ? 1 : 0))
  }

  @Test func `the sample organisations have their kinds, names and parents`() throws {
    let profiles = try Ingestion(["\(Self.cerif)/openaire_cerif_xml_example_orgunits.xml"]).organizations
    let bielefeld = try #require(profiles.first { $0.id.rawValue == "OrgUnits/350001" })
    #expect(bielefeld.kind == .university)
    #expect(bielefeld.names["de"] == "Universität Bielefeld")
    #expect(bielefeld.identifiers.map(\.value) == ["02hpadn98", "grid.7491.b"])
    #expect(bielefeld.homepage == "http://www.uni-bielefeld.de")
    let museum = try #require(profiles.first { $0.id.rawValue == "OrgUnits/301248" })
    #expect(museum.parent == OrganizationID("OrgUnits/329384"))
    #expect(profiles.first { $0.id.rawValue == "OrgUnits/310001" }?.names.entries.count == 23)
  }

  @Test func `files with the namespace say what the same files without it say`() throws {
    let spaced = try Ingestion([SharedData.folder + "/cordis/with-namespace"])
    #expect(spaced.records.count == 25)
    #expect(spaced.issues == [])
    let wanted = Set(spaced.ids)
    var plain: [String: IngestedRecord] = [:]
    // The archive has the 25 among its 10,696 files; reading stops when they are found.
    struct Found: Error {}
    do {
      try IngestReader(sources: [Self.history]).read(threadCount: 2) { batch in
        for record in batch.records where wanted.contains(record.content.id) { plain[record.content.id] = record }
        if plain.count == wanted.count { throw Found() }
      }
    } catch is Found {}
    for record in spaced.records {
      let twin = try #require(plain[record.content.id])
      #expect(twin.content == record.content)
      #expect(twin.mentions == record.mentions)
    }
  }

  @Test func `the history archive is read without a rejection`() throws {
    #if DEBUG
      let wanted = 300  // the whole archive takes a minute in a debug build
    #else
      let wanted = Int.max
    #endif
    struct Enough: Error {}
    var recordCount = 0
    var participationCount = 0
    var mentionCount = 0
    do {
      try IngestReader(sources: [Self.history]).read(threadCount: 2) { batch in
        #expect(batch.issues == [])
        recordCount += batch.records.count
        for record in batch.records {
          mentionCount += record.mentions.count
          guard case .evidence(let evidence) = record.content else { continue }
          participationCount += evidence.participations.count
          #expect(!evidence.title.isEmpty && !evidence.text.isEmpty && evidence.date != nil)
        }
        if recordCount >= wanted { throw Enough() }
      }
    } catch is Enough {}
    #if DEBUG
      #expect(recordCount >= wanted)
    #else
      #expect(recordCount == 10_696)
      #expect(participationCount == 74_916)
      #expect(mentionCount == 74_785)
    #endif
  }

  @Test func `the Korean patent abstracts are evidence`() throws {
    let ingestion = try Ingestion([SharedData.folder + "/korean/patent-title/docs.jsonl"])
    #expect(ingestion.records.count == 1126)
    #expect(ingestion.issues == [])
    #expect(ingestion.evidence.first?.id == EvidenceID("p0"))
  }

  @Test func `formats that are not read yet are rejected with a sentence, never a crash`() throws {
    let ingestion = try Ingestion([SharedData.folder + "/formats", SharedData.folder + "/korean/kipris"])
    #expect(!ingestion.rejections.isEmpty)
    #expect(ingestion.rejections.allSatisfy { !$0.reason.isEmpty && !$0.remedy.isEmpty })
  }
}
