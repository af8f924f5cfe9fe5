import ProfileIngest
import ResearchProfiles
import Testing

/// Mapping files of the user's own.
struct RecordMappingTests {
  private func ingest(_ mapping: String, _ xml: String, forced: IngestFormat? = nil) throws -> Ingestion {
    var options = IngestOptions(forcedFormat: forced)
    options.mappings = [try RecordMapping(content: Array(mapping.utf8), name: "my.json")]
    return try Ingestion(xml, options)
  }

  @Test func `any XML becomes organisations and evidence by a mapping`() throws {
    let mapping = """
      {
        "mapping": "laboratories", "namespaces": {"x": "urn:x"},
        "records": [
          {"path": "/export/labs/lab", "when": ["@state=open|new", "!closed"], "make": "organization",
           "id": {"path": "@no", "prefix": "lab:"}, "name": [{"path": "x:name[@xml='ko']", "language": "ko"}, {"path": "name[2]", "language": "en"}],
           "kind": "=institute", "country": {"constant": "KR"}, "city": {"path": "place", "map": {"SEL": "Seoul", "*": ""}},
           "summary": {"path": "about"}, "keywords": {"path": "topics", "split": ["|", ","]},
           "identifiers": {"brn": {"path": "no[@type='biz']", "take": "digits"}}, "parent": {"path": "of/@id"}},
          {"path": "/export/labs/lab", "make": "nothing", "because": "the laboratory is closed", "remedy": "ask for a new list"},
          {"path": "/export/tools/tool", "subject": "a tool", "kind": "=equipment", "id": "@id", "title": "title", "text": "text",
           "date": {"path": "since", "date-order": "dmy"},
           "organizations": [{"each": "owner[@role='main']", "name": ".", "role": "=owner", "city": "../where"},
                             {"each": "users", "split": ";", "name": ".", "role": "=participant"}]}
        ]
      }
      """
    let ingestion = try ingest(
      mapping,
      """
      <export xmlns:x="urn:x"><labs>
        <lab no="1" state="open"><x:name xml="ko">가나 연구실</x:name><name>ignored</name><name>Gana Lab</name><place>SEL</place>
          <about>First.

          Second.</about><topics>a|b, c</topics><no type="tax">9</no><no type="biz">123-45</no><of id="u1"/></lab>
        <lab no="2" state="open"><closed>yes</closed></lab><lab no="3" state="shut"/></labs>
        <tools><tool id="t1"><title>Cryostat</title><text>10 mK</text><since>31.12.2020</since><where>Busan</where>
          <owner role="other">X</owner><owner role="main">Gana Lab</owner><users>A; B;;A</users></tool></tools></export>
      """)
    let lab = try #require(ingestion.organizations.first)
    #expect(lab.id.rawValue == "lab:1" && lab.kind == .institute && lab.country == "KR" && lab.city == "Seoul")
    #expect(lab.names["ko"] == "가나 연구실" && lab.names["en"] == "Gana Lab")
    #expect(lab.summary.primary == "First.\nSecond." && lab.keywords == ["a", "b, c"])
    #expect(lab.identifiers == [OrganizationIdentifier(scheme: "BRN", value: "12345")])
    #expect(lab.parent?.rawValue == "u1")
    #expect(ingestion.rejections.map(\.reason) == ["the laboratory is closed", "the laboratory is closed"])
    let tool = try #require(ingestion.evidence.first)
    #expect(tool.kind == .equipment && tool.date == CalendarDate("2020-12-31"))
    #expect(
      tool.participations.map { "\($0.organization.rawValue) \($0.role.rawValue)" }
        == ["name:Gana Lab owner", "name:A participant", "name:B participant"])
    #expect(ingestion.records.last?.mentions.first?.city == "Busan")
  }

  @Test func `a mapping of the user's own comes before what Moim knows`() throws {
    let mapping = """
      {"records": [{"path": "//project", "kind": "=project", "id": "id", "title": "name"}]}
      """
    let xml = "<list><project><id>1</id><name>Mine</name></project></list>"
    #expect(try ingest(mapping, xml).evidence.map(\.title.primary) == ["Mine"])
    #expect(try ingest(mapping, xml, forced: .mappedXML).evidence.map(\.title.primary) == ["Mine"])
    #expect(try ingest(mapping, xml, forced: .cordis).evidence.map(\.title.primary) == [""])
  }

  @Test func `a mapping reads JSON as well`() throws {
    let mapping = """
      {"records": [{"path": "$/data/items", "when": ["name"], "make": "organization", "name": "name", "homepage": "links/url"}]}
      """
    let ingestion = try ingest(
      mapping, "{\"data\": {\"items\": [{\"name\": \"A\", \"links\": [{\"url\": \"a.kr\"}]}, {\"name\": \"B\"}]}}")
    #expect(ingestion.organizations.map(\.names.primary) == ["A", "B"])
    #expect(ingestion.organizations.map(\.homepage) == ["a.kr", nil])
  }

  @Test(arguments: [
    (
      "{\n  \"records\": [\n    {\"path\": \"/a/b\",\n     \"titel\": \"x\", \"title\": \"x\", \"id\": \"i\"}\n  ]\n}",
      4, "records[0].titel"
    ),
    ("{\"records\": [{\"path\": \"/a/b\", \"id\": \"i\",\n\"title\": \"a//b\"}]}", 2, "records[0].title"),
    (
      "{\"records\": [{\"path\": \"/a/b\", \"id\": \"i\",\n\n\"title\": {\"path\": \"a\", \"constant\": \"b\"}}]}", 3,
      "records[0].title"
    ),
    ("{\"records\": [{\"path\": \"a/b\", \"id\": \"i\", \"title\": \"t\"}]}", 1, "records[0].path"),
    (
      "{\"records\": [{\"path\": \"/a\", \"id\": \"i\", \"title\": \"t\",\n\"kind\": \"=thing\"}]}", 2,
      "records[0].kind"
    ),
    ("{\"records\": [{\"path\": \"/a\", \"title\": \"t\"}]}", 1, "records[0]"),
    ("{\"records\": [{\"path\": \"/a\", \"id\": \"i\", \"title\": [\"t\",\n \"x[@a\"]}]}", 2, "records[0].title[1]"),
    ("{\"records\": [{\"path\": \"/a\", \"id\": \"i\", \"title\": \"p:t\"}]}", 1, "records[0].title"),
    ("{\"records\": [{\"path\": \"/a\", \"make\": \"organization\"}]}", 1, "records[0]"),
    (
      "{\"records\": [{\"path\": \"/a\", \"id\": \"i\", \"title\": \"t\",\n\"organizations\": [{\"name\": \".\"}]}]}",
      2, "records[0].organizations[0]"
    ),
    ("{\n\"records\": 7}", 2, "records"), ("{\n\n", 3, ""), ("[]", 1, ""), ("{}", 1, ""),
  ])
  func `what is wrong in a mapping file is said with its line and place`(
    mapping: String, line: Int, place: String
  ) {
    let error = #expect(throws: MappingFileError.self) {
      try RecordMapping(content: Array(mapping.utf8), name: "my.json")
    }
    #expect(error?.line == line)
    #expect(error?.place == place, "\(String(describing: error))")
    #expect(error?.description.hasPrefix("my.json:\(line): ") == true)
    #expect(error?.remedy.isEmpty == false)
  }

  @Test func `a record with very many elements is read in bounded time`() throws {
    let mapping = """
      {"records": [{"path": "/a/r", "id": "id", "title": "t", "keywords": "k[@x='1']/v",
        "organizations": [{"each": "o", "name": ".", "kind": {"path": "../z"}, "aliases": "../o"}]}]}
      """
    let many = String(repeating: "<o>n</o><k x='2'><v>1</v></k>", count: 5000)
    let clock = ContinuousClock()
    let start = clock.now
    let ingestion = try ingest(mapping, "<a><r><id>1</id><t>x</t>\(many)</r></a>")
    #expect(ingestion.ids == ["1"])
    #expect(clock.now - start < .seconds(60))
  }
}

/// Mapping files of tables.
struct TableMappingFileTests {
  private static let file = """
    {
      "format": "table", "comment": "of the members' list",
      "records": {"type": "organization", "sheet": "회원", "header_row": 2, "separators": ";", "hidden_rows": false},
      "fields": {"name.ko": ["기관명", "상호"], "homepage": "누리집"},
      "constants": {"country": "KR"}, "values": {"kind": {"출연연": "institute"}}
    }
    """

  @Test func `a mapping of tables is read and written again`() throws {
    let file = try MappingFile(content: Array(Self.file.utf8), name: "t.json")
    guard case .table(let mapping) = file else {
      Issue.record("no mapping of tables")
      return
    }
    #expect(mapping.records == .organization && mapping.sheet == "회원" && mapping.headerRow == 2)
    #expect(mapping.columns.map(\.headings) == [["기관명", "상호"], ["누리집"]])
    #expect(mapping.values.first?.values == ["출연연": "institute"] && mapping.readsHiddenRows == false)
    let again = try MappingFile(content: Array(mapping.fileText.utf8), name: "t.json")
    #expect(again == file)
  }

  @Test func `a table is read by it`() throws {
    var options = IngestOptions()
    options.add(
      try MappingFile(
        content: Array(#"{"records": {"type": "organization"}, "fields": {"name": "A", "keywords": "B"}}"#.utf8),
        name: "t"))
    let ingestion = try Ingestion("A,B\n가나,양자;광학\n", options)
    #expect(ingestion.organizations.map(\.names.primary) == ["가나"])
    #expect(ingestion.organizations.map(\.keywords) == [["양자", "광학"]])
  }

  @Test(arguments: [
    ("{\"fields\": {}}", 1, ""),
    ("{\"fields\": {\"name\": 1}, \"records\": {\"type\": \"organization\"}}", 1, "fields.name"),
    ("{\"records\": {\"type\": \"thing\"},\n\"fields\": {}}", 1, "records.type"),
    ("{\"records\": {\"type\": \"patent\"},\n\"fields\": {\"titel\": \"A\"}}", 2, "fields.titel"),
  ])
  func `what is wrong in it is said with its line and place`(text: String, line: Int, place: String) {
    let error = #expect(throws: MappingFileError.self) {
      try MappingFile(content: Array(text.utf8), name: "t.json")
    }
    #expect(error?.line == line && error?.place == place, "\(String(describing: error))")
  }
}
