import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

/// Codes of classifications of research, wherever a source may give them.
@Suite struct ClassificationTests {
  private func codes(_ text: String) throws -> [String] {
    let ingestion = try Ingestion(text)
    #expect(ingestion.rejections == [])
    return (ingestion.evidence.first?.classifications ?? ingestion.organizations.first?.classifications ?? []).map {
      "\($0.scheme) \($0.code)\($0.name.map { "=" + $0 } ?? "")"
    }
  }

  @Test func `an NTIS project has its standard classification with names, the new one only`() throws {
    let found = try codes(
      """
      <RESULT><RESULTSET><HIT><ProjectNumber>1</ProjectNumber><ProjectTitle><Korean>양자</Korean></ProjectTitle>
      <ScienceClass type="old"><Large code="Z">옛것</Large></ScienceClass>
      <ScienceClass type="new" sequence="1"><Large code="NB">물리학</Large><Medium code="NB03">광학</Medium><Small>양자광학</Small></ScienceClass>
      <ScienceClass type="new" sequence="2"><Large /></ScienceClass></HIT></RESULTSET></RESULT>
      """)
    #expect(found == ["KSTC NB=물리학", "KSTC NB03=광학", "KSTC =양자광학"])
  }

  @Test func `CORDIS gives its vocabulary in JSON too`() throws {
    let found = try codes(
      """
      {"id":"1","acronym":"A","title":"T","relations":{"associations":{},"categories":{"category":[
      {"@classification":"euroSciVoc","title":"sensors","displayCode":"/engineering and technology/sensors"},
      {"@classification":"collection","title":"no"}]}}}
      """.split(separator: "\n").joined())
    #expect(found == ["EUROSCIVOC /engineering and technology/sensors"])
  }

  @Test(arguments: [
    (#"{"IPC":["G06N 10/40","H04L 9/08"],"fos":"1.3","KSTC":null}"#, ["IPC G06N 10/40", "IPC H04L 9/08", "FOS 1.3"]),
    (
      #"[{"scheme":"kstc","code":"NB","name":"물리학"},{"scheme":"X","name":"n"},{"scheme":"X"},{"code":"1"}]"#,
      ["KSTC NB=물리학", "X =n"]
    ),
  ])
  func `JSON Lines give them by scheme or as a list`(json: String, expected: [String]) throws {
    #expect(try codes("{\"type\":\"evidence\",\"id\":\"e\",\"title\":\"t\",\"classifications\":\(json)}") == expected)
    #expect(try codes("{\"type\":\"organization\",\"id\":\"o\",\"classifications\":\(json)}") == expected)
  }

  @Test func `classifications of the wrong shape are noted and cost nothing else`() throws {
    let ingestion = try Ingestion(#"{"type":"evidence","id":"e","title":"t","classifications":3}"#)
    #expect(ingestion.evidence.count == 1)
    #expect(ingestion.warnings.first?.reason.contains("'classifications' should be") == true)
  }

  @Test func `CERIF subjects of known schemes are codes, those of others are not`() throws {
    let found = try codes(
      """
      <Patent xmlns="https://www.openaire.eu/cerif-profile/1.2/" id="p"><Title xml:lang="en">Device</Title>
      <Subject scheme="http://data.epo.org/linked-data/def/ipc/">http://data.epo.org/linked-data/def/ipc/A61M1-34</Subject>
      <Subject scheme="https://data.epo.org/linked-data/def/cpc/scheme">https://data.epo.org/def/cpc/A61M1-0</Subject>
      <Subject scheme="urn:moim:classification:KSTC">urn:moim:classification:KSTC:NB#%EB%AC%BC%EB%A6%AC</Subject>
      <Subject scheme="urn:moim:classification:">urn:moim:classification::x</Subject></Patent>
      """)
    #expect(found == ["IPC A61M1/34", "KSTC NB=물리"])
  }

  @Test func `columns of tables give them, several in a cell, with or without names`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "patents.csv",
      """
      출원번호,발명의 명칭,출원인,IPC,국가과학기술표준분류
      1020200000001,양자 난수 장치,주식회사 가나,H04L 9/08; G06F 7/58,NB=물리학
      """)
    let evidence = try #require(try Ingestion([path]).evidence.first)
    #expect(
      evidence.classifications == [
        ClassificationCode(scheme: .patents, code: "H04L 9/08"),
        ClassificationCode(scheme: .patents, code: "G06F 7/58"),
        ClassificationCode(scheme: .koreanStandard, code: "NB", name: "물리학"),
      ])
  }

  @Test func `a mapping names the elements that hold codes, and must say of what`() throws {
    let folder = try TemporaryFolder()
    func mapping(_ classifications: String) throws -> MappingFile {
      try MappingFile(
        path: try folder.write(
          "map.json",
          """
          {"mapping":"m","records":[{"path":"/list/item","id":"@no","title":"name","classifications":\(classifications)}]}
          """))
    }
    let good = try mapping(#"[{"each":"field","split":",","scheme":"own","code":".","name":"@label"}]"#)
    var options = IngestOptions()
    options.add(good)
    let ingestion = try Ingestion(
      "<list><item no=\"1\"><name>n</name><field>a, b</field><field label=\"L\">c</field></item></list>", options)
    #expect(
      ingestion.evidence.first?.classifications == [
        ClassificationCode(scheme: "OWN", code: "a"), ClassificationCode(scheme: "OWN", code: "b"),
        ClassificationCode(scheme: "OWN", code: "c", name: "L"),
      ])
    for wrong in [#"[{"scheme":"a","code":"."}]"#, #"[{"each":"f","code":"."}]"#, #"[{"each":"f","scheme":"a"}]"#] {
      #expect(throws: MappingFileError.self) { try mapping(wrong) }
    }
  }
}
