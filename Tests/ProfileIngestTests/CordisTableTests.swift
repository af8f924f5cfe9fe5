import Foundation
import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

struct CordisTableTests {
  private let projects = """
    "id";"acronym";"status";"title";"startDate";"endDate";"totalCost";"ecMaxContribution";"legalBasis";"ecSignatureDate";"frameworkProgramme";"fundingScheme";"objective";"keywords"
    "101000001";"QUANT";"SIGNED";"Quantum sensing; a start";"2024-01-01";"2026-12-31";"1000";"900";"HORIZON.2";"2023-11-30";"HORIZON";"RIA";"We sense
    two things.";"sensing, quantum"
    "101000002";"ALONE";"SIGNED";"No partners";"2024-02-01";"";"";"";"";"";"HORIZON";"RIA";"Text";""

    """
  private let organizations = """
    "projectID";"projectAcronym";"organisationID";"vatNumber";"name";"shortName";"SME";"activityType";"street";"city";"country";"organizationURL";"order";"role"
    "101000001";"QUANT";"999999002";"GR123";"INSTITUTO";"INST";"false";"REC";"";"Athens";"EL";"";"2";"participant"
    "101000001";"QUANT";"999999001";"";"UNIVERSITY OF X";"UX";"false";"HES";"";"Paris";"FR";"https://x.example";"1";"coordinator"
    "101000001";"QUANT";"999999003";"";"SMALL";"";"true";"PRC";"";"Berlin";"DE";"";"3";"sorcerer"

    """

  private func check(_ ingestion: Ingestion, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let evidence = try #require(ingestion.evidence.first, sourceLocation: sourceLocation)
    #expect(evidence.id.rawValue == "101000001", sourceLocation: sourceLocation)
    #expect(
      evidence.title.entries.map(\.text) == ["Quantum sensing; a start", "QUANT"], sourceLocation: sourceLocation)
    #expect(evidence.text.primary == "We sense\ntwo things.", sourceLocation: sourceLocation)
    #expect(evidence.keywords == ["sensing", "quantum"], sourceLocation: sourceLocation)
    #expect(evidence.date?.description == "2023-11-30", sourceLocation: sourceLocation)
    #expect(
      evidence.participations.map { "\($0.organization) \($0.role.rawValue)" } == [
        "999999001 coordinator", "999999002 participant", "999999003 participant",
      ], sourceLocation: sourceLocation)
    let mentions = try #require(ingestion.records.first { $0.content.id == "101000001" }?.mentions)
    #expect(mentions.map(\.kind) == [.university, .institute, .company], sourceLocation: sourceLocation)
    #expect(mentions.map(\.country) == ["FR", "GR", "DE"], sourceLocation: sourceLocation)
    #expect(mentions.last?.sizeClass == "sme", sourceLocation: sourceLocation)
  }

  @Test(arguments: [true, false])
  func `projects and organisations of one archive are joined, in whatever order they are packed`(first: Bool) throws {
    let folder = try TemporaryFolder()
    let entries = [
      TestArchive.Entry("csv/project.csv", projects), TestArchive.Entry("csv/organization.csv", organizations),
      TestArchive.Entry("csv/webLink.csv", "\"projectID\";\"url\"\n\"101000001\";\"https://x.example\"\n"),
    ]
    let archive = TestArchive.bytes(first ? entries : entries.reversed())
    let ingestion = try Ingestion([folder.write("cordis.zip", archive)])
    try check(ingestion)
    #expect(ingestion.organizations.count == 3)
    #expect(ingestion.recordsRead == 5)
    #expect(ingestion.rejections == [])
    #expect(ingestion.warnings.contains { $0.reason.contains("'sorcerer'") })
    #expect(ingestion.warnings.contains { $0.file.hasSuffix("webLink.csv") })
  }

  private let fields = """
    "projectID";"euroSciVocCode";"euroSciVocPath";"euroSciVocTitle";"euroSciVocDescription"
    "101000001";"/23/47/295/1003";"/natural sciences/physical sciences/optics/sensors";"sensors";""
    "101000001";"/25";"";"engineering and technology";"a field; in words"
    "101000001";"/23/47/295/1003";"/natural sciences/physical sciences/optics/sensors";"sensors";""
    "101000009";"/25";"/engineering and technology";"engineering and technology";""

    """

  @Test(arguments: [true, false])
  func `fields of science in a table of their own become codes of their projects`(isFirst: Bool) throws {
    let folder = try TemporaryFolder()
    let entries = [
      TestArchive.Entry("csv/project.csv", projects), TestArchive.Entry("csv/organization.csv", organizations),
      TestArchive.Entry("csv/euroSciVoc.csv", fields),
    ]
    let archive = TestArchive.bytes(isFirst ? entries : entries.reversed())
    let ingestion = try Ingestion([folder.write("cordis.zip", archive)])
    try check(ingestion)
    let codes = ingestion.evidence.map { $0.classifications.map { "\($0.scheme) \($0.code)" } }
    #expect(
      codes == [
        ["EUROSCIVOC /natural sciences/physical sciences/optics/sensors", "EUROSCIVOC engineering and technology"], [],
      ])
    // The table's rows are no records of their own, and nothing is said of what was joined.
    #expect(ingestion.recordsRead == 5)
    #expect(!ingestion.warnings.contains { $0.file.hasSuffix("euroSciVoc.csv") })
  }

  @Test func `fields of science without their projects are not read, and that is said`() throws {
    let folder = try TemporaryFolder()
    let ingestion = try Ingestion([folder.write("euroSciVoc.csv", fields)])
    #expect(ingestion.recordsRead == 0)
    #expect(ingestion.warnings.contains { $0.reason.contains("no project.csv") })
  }

  @Test func `tables beside each other in a folder are joined, and a lone one says what is missing`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("data/project.csv", Array("\u{FEFF}\(projects)".utf8))
    let alone = try Ingestion([path])
    #expect(alone.evidence.map(\.participations) == [[], []])
    #expect(alone.warnings.contains { $0.reason.contains("no organization.csv beside") })
    try folder.write("data/organization.csv", organizations)
    try check(try Ingestion([folder.file("data")]))
  }

  @Test func `the same tables as JSON lists say the same`() throws {
    let project = """
      [{"id":"101000001","acronym":"QUANT","title":"Quantum sensing; a start","startDate":"2024-01-01","totalCost":1000,
      "ecSignatureDate":"2023-11-30","frameworkProgramme":"HORIZON","objective":"We sense\\ntwo things.","keywords":"sensing, quantum"}]
      """
    let organization = """
      [{"projectID":"101000001","organisationID":"999999002","name":"INSTITUTO","activityType":"REC","SME":"false","city":"Athens",
      "country":"EL","order":2,"role":"participant"},
      {"projectID":101000001,"organisationID":999999001,"name":"UNIVERSITY OF X","activityType":"HES","SME":false,"country":"FR",
      "order":1,"role":"coordinator"},
      {"projectID":"101000001","organisationID":"999999003","name":"SMALL","activityType":"PRC","SME":true,"country":"DE","order":3,
      "role":"participant"}]
      """
    let folder = try TemporaryFolder()
    try folder.write("project.json", project)
    try folder.write("organization.json", organization)
    let ingestion = try Ingestion([folder.path])
    try check(ingestion)
    #expect(ingestion.recordsRead == 4)
  }

  @Test func `a project as one object with the fields of the XML is read`() throws {
    let ingestion = try Ingestion(
      """
      {"project":{"id":"101000001","acronym":"QUANT","title":"Quantum sensing; a start","language":"en","objective":"We sense",
      "ecSignatureDate":"2023-11-30","relations":{"associations":{"organization":[
      {"@type":"coordinator","id":"999999001","legalName":"UNIVERSITY OF X","shortName":"UX","address":{"city":"Paris","country":"FR"},
      "relations":{"categories":{"category":{"@classification":"organizationActivityType","code":"/HES/"}}}},
      {"@type":"thirdParty","@sme":"true","id":"999999003","legalName":"SMALL"}]}}}}
      """.replacingOccurrences(of: "\n", with: ""))
    let evidence = try #require(ingestion.evidence.first)
    #expect(evidence.title["en"] == "Quantum sensing; a start")
    #expect(evidence.participations.map(\.role) == [.coordinator, .thirdParty])
    #expect(ingestion.records.first?.mentions.map(\.kind) == [.university, nil])
    #expect(ingestion.issues == [])
  }
}
