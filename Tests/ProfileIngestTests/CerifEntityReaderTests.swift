import ProfileIngest
import ResearchProfiles
import Testing

@Suite struct CerifEntityReaderTests {
  private static let namespace = #"xmlns="https://www.openaire.eu/cerif-profile/1.2/""#

  /// An OAI-PMH answer with one record for each text; `nil` makes a deleted one.
  private static func answer(_ entities: [String?]) -> String {
    let records = entities.enumerated().map { index, entity in
      """
      <record><header\(entity == nil ? " status=\"deleted\"" : "")><identifier>oai:example:\(index)</identifier></header>
      \(entity.map { "<metadata>\($0)</metadata>" } ?? "")</record>
      """
    }
    return """
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2024-01-01</responseDate>
      <ListRecords>\(records.joined(separator: "\n"))</ListRecords></OAI-PMH>
      """
  }

  @Test func `an organisation keeps its names by language, identifiers and parent`() throws {
    let ingestion = try Ingestion(
      """
      <OrgUnit \(Self.namespace) id="OrgUnits/1">
        <Type scheme="x">https://w3id.org/cerif/vocab/OrganisationTypes#ResearchInstitute</Type>
        <Acronym>IQI</Acronym>
        <Name xml:lang="ko">가상양자연구원</Name>
        <Name xml:lang="en-GB">Invented Quantum Institute</Name>
        <RORID>https://ror.org/00abc1234</RORID><GRID>grid.1.2</GRID><ISNI>0000 0001 2222 3333</ISNI>
        <FundRefID>https://doi.org/10.13039/1</FundRefID>
        <Identifier type="https://w3id.org/cerif/vocab/IdentifierTypes#BRN">123-45-67890</Identifier>
        <ElectronicAddress>mailto:someone@iqi.example</ElectronicAddress>
        <ElectronicAddress>http://iqi.example/?a=1&amp;b=2</ElectronicAddress>
        <PartOf><OrgUnit id="OrgUnits/2"><Name xml:lang="en">Invented Holding Ltd.</Name></OrgUnit></PartOf>
      </OrgUnit>
      """)
    let profile = try #require(ingestion.organizations.first)
    #expect(profile.id == OrganizationID("OrgUnits/1"))
    #expect(profile.kind == .institute)
    #expect(profile.names["ko"] == "가상양자연구원")
    #expect(profile.names["en"] == "Invented Quantum Institute")
    #expect(profile.aliases == ["IQI"])
    #expect(
      profile.identifiers.map { "\($0.scheme) \($0.value)" } == [
        "ROR 00abc1234", "GRID grid.1.2", "ISNI 0000000122223333", "FUNDREF 10.13039/1", "BRN 123-45-67890",
      ])
    #expect(profile.homepage == "http://iqi.example/?a=1&b=2")
    #expect(profile.parent == OrganizationID("OrgUnits/2"))
    #expect(
      ingestion.records.first?.mentions == [
        OrganizationProfile(
          id: OrganizationID("OrgUnits/2"), kind: .company,
          names: LocalizedText("Invented Holding Ltd.", language: "en"))
      ])
  }

  @Test func `a project's consortium, team and funder become roles`() throws {
    func unit(_ id: String) -> String { #"<OrgUnit id="\#(id)"><Name>N\#(id)</Name></OrgUnit>"# }
    let ingestion = try Ingestion(
      """
      <Project \(Self.namespace) id="P/1">
        <Acronym>ABC</Acronym><Title xml:lang="en">Title</Title><Title xml:lang="ko">제목</Title>
        <StartDate>2020-03-01</StartDate><EndDate>2022-01-01</EndDate>
        <Consortium><Coordinator><DisplayName>x</DisplayName>\(unit("a"))</Coordinator><Partner>\(unit("b"))</Partner>
          <Contractor>\(unit("c"))</Contractor><InkindContributor>\(unit("d"))</InkindContributor>
          <Member>\(unit("e"))</Member><Partner><OrgUnit><Name>only a name</Name></OrgUnit></Partner>
          <Partner><OrgUnit><Country>KR</Country></OrgUnit></Partner></Consortium>
        <Team><PrincipalInvestigator><Person id="s"><PersonName><FamilyNames>Secret</FamilyNames></PersonName>
          <Affiliation>\(unit("f"))</Affiliation></Person></PrincipalInvestigator>
          <Member><Person><PersonName><FamilyNames>Secret</FamilyNames></PersonName></Person><Affiliation>\(unit("a"))</Affiliation></Member></Team>
        <Funded><By>\(unit("g"))</By><As><Funding id="F"><Name>Fund</Name></Funding></As></Funded>
        <Keyword xml:lang="en">qubits; sensing</Keyword><Keyword>qubits</Keyword>
        <Abstract xml:lang="en"><p>First.</p><p>Se<b>co</b>nd.</p></Abstract>
        <Uses><Equipment id="E"><Name>Not a title</Name></Equipment></Uses>
      </Project>
      """)
    let evidence = try #require(ingestion.evidence.first)
    #expect(evidence.kind == .project)
    #expect(evidence.title.entries.map(\.text) == ["Title", "제목", "ABC"])
    #expect(evidence.title.entries.map(\.language) == ["en", "ko", nil])
    #expect(evidence.text.primary == "First. Second.")
    #expect(evidence.keywords == ["qubits", "sensing"])
    #expect(evidence.date == CalendarDate("2020-03-01"))
    #expect(
      evidence.participations.map { "\($0.organization) \($0.role.rawValue)" } == [
        "a coordinator", "b participant", "c subcontractor", "d third_party", "e participant",
        "name:only a name participant", "f participant", "a participant", "g funder",
      ])
    #expect(ingestion.warnings.map(\.reason) == ["an organisation without an id and a name is left out of its record"])
    #expect(
      ingestion.records.first?.mentions.map(\.names.primary)
        == ["Na", "Nb", "Nc", "Nd", "Ne", "only a name", "Nf", "Ng"])
  }

  @Test func `outputs take the organisations of their people and publishers, not those of the journal`() throws {
    let ingestion = try Ingestion(
      Self.answer([
        """
        <Publication \(Self.namespace) id="B/1"><Title>Paper</Title><Subtitle>With a tail</Subtitle>
          <PublishedIn><Publication id="B/0"><Title>Journal</Title><Publishers><Publisher><OrgUnit id="x"/></Publisher></Publishers>
          </Publication></PublishedIn><PublicationDate>2021-06</PublicationDate>
          <Authors><Author><DisplayName>Secret</DisplayName><Person><PersonName><FamilyNames>Secret</FamilyNames></PersonName></Person>
            <Affiliation><OrgUnit id="o1"><Acronym>O1</Acronym></OrgUnit></Affiliation></Author></Authors>
          <Publishers><Publisher><OrgUnit id="o2"><Name>Press</Name></OrgUnit></Publisher></Publishers>
          <OriginatesFrom><Project id="P"><Title>Not this</Title></Project></OriginatesFrom></Publication>
        """,
        """
        <Patent \(Self.namespace) id="T/1"><Title xml:lang="ko">광자 검출기</Title><RegistrationDate>2020-01-02</RegistrationDate>
          <PublicationDate>2021-01-02</PublicationDate><CountryCode>KR</CountryCode>
          <Issuer><OrgUnit id="office"><Name>Patent Office</Name></OrgUnit></Issuer>
          <Inventors><Inventor><Person/><Affiliation><OrgUnit id="lab"/></Affiliation></Inventor></Inventors>
          <Holders><Holder><OrgUnit id="firm"><Name>㈜가상광자</Name></OrgUnit></Holder></Holders>
          <Predecessor><Patent id="T/0"><Title>Old</Title></Patent></Predecessor></Patent>
        """,
        """
        <Product \(Self.namespace) id="D/1"><Name xml:lang="en">Data</Name><Description>About it</Description>
          <Creators><Creator><OrgUnit id="maker"/></Creator></Creators>
          <Dates><Collected startDate="2010-01-01"/><Issued startDate="2012-05-01T00:00:00Z"/></Dates></Product>
        """,
        """
        <Equipment \(Self.namespace) id="Q/1"><Acronym>CRYO</Acronym><Name>Cryostat</Name><Description>Cold.</Description>
          <Owner><OrgUnit id="keeper"/></Owner></Equipment>
        """,
      ]))
    #expect(ingestion.issues == [])
    #expect(ingestion.ids == ["B/1", "T/1", "D/1", "Q/1"])
    #expect(ingestion.evidence.map(\.kind) == [.publication, .patent, .product, .equipment])
    #expect(
      ingestion.evidence.map { $0.participations.map { "\($0.organization) \($0.role.rawValue)" } } == [
        ["o1 author", "o2 publisher"], ["office publisher", "lab author", "firm owner"], ["maker owner"],
        ["keeper owner"],
      ])
    #expect(
      ingestion.evidence.map { $0.date?.description } == ["2021-06-01", "2020-01-02", "2012-05-01", nil])
    #expect(ingestion.evidence.map(\.title.primary) == ["Paper", "광자 검출기", "Data", "Cryostat"])
    #expect(ingestion.evidence[0].title.entries.count == 2)
    #expect(ingestion.records[0].mentions.first?.names.primary == "O1")
    #expect(ingestion.records[1].mentions.last?.kind == .company)
  }

  @Test func `of a person only the affiliations are kept`() throws {
    let ingestion = try Ingestion(
      Self.answer([
        """
        <Person \(Self.namespace) id="N/1"><PersonName><FamilyNames>Secret</FamilyNames></PersonName><ORCID>0000</ORCID>
          <ElectronicAddress>mailto:secret@example.org</ElectronicAddress>
          <Affiliation><OrgUnit id="o1"><Name>Where</Name></OrgUnit></Affiliation></Person>
        """,
        """
        <Funding \(Self.namespace) id="F/1"><Name xml:lang="en">Call</Name><Funder><OrgUnit id="g"/></Funder>
          <PartOf><Funding id="F/0"><Name>Programme</Name></Funding></PartOf></Funding>
        """,
      ]))
    #expect(
      ingestion.supporting == [
        SupportingRecord(kind: .person, id: "N/1", affiliations: [OrganizationID("o1")]),
        SupportingRecord(
          kind: .funding, id: "F/1", names: LocalizedText("Call", language: "en"), affiliations: [OrganizationID("g")]),
      ])
    #expect(!"\(ingestion)".contains("Secret") && !"\(ingestion)".contains("secret"))
  }

  @Test func `deleted and foreign OAI records are rejected with what to do`() throws {
    let ingestion = try Ingestion(
      Self.answer([
        #"<OrgUnit \#(Self.namespace)><Name>id from the header</Name></OrgUnit>"#, nil,
        #"<record xmlns="http://www.loc.gov/MARC21/slim"><leader>x</leader></record>"#,
      ]))
    #expect(ingestion.ids == ["oai:example:0"])
    #expect(ingestion.rejections.map(\.record) == ["oai:example:1", "oai:example:2"])
    #expect(ingestion.rejections[0].reason == "the record was deleted at its source")
    #expect(ingestion.rejections[1].reason.contains("<record>"))
  }

  @Test(arguments: ["Identify", "ListSets", "ListMetadataFormats", "ListIdentifiers"])
  func `answers that hold no records are said to hold none`(verb: String) throws {
    let ingestion = try Ingestion(
      """
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><\(verb)><description>
      <Service \(Self.namespace) id="S"/></description></\(verb)></OAI-PMH>
      """)
    #expect(ingestion.recordsRead == 0)
    #expect(ingestion.warnings.first?.reason == "an OAI-PMH answer to '\(verb)' holds no records")
  }

  @Test func `an unfinished list and a server's error are said`() throws {
    let ingestion = try Ingestion(
      """
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><error code="noRecordsMatch">none</error>
      <ListRecords><resumptionToken>abc</resumptionToken></ListRecords></OAI-PMH>
      """)
    #expect(ingestion.recordsRead == 0)
    #expect(ingestion.warnings.count == 2)
    #expect(ingestion.warnings[0].reason.contains("noRecordsMatch"))
    #expect(ingestion.warnings[1].reason.contains("resumptionToken"))
  }

  @Test(arguments: ["1.0", "1.1", "1.2"])
  func `bare entities of every version are read, alone or under a wrapper`(version: String) throws {
    let namespace = #"xmlns="https://www.openaire.eu/cerif-profile/\#(version)/""#
    let alone = try Ingestion(#"<c:OrgUnit xmlns:c="https://www.openaire.eu/cerif-profile/\#(version)/" id="1"/>"#)
    let wrapped = try Ingestion(#"<CERIF \#(namespace)><OrgUnit id="1"/><Project id="2"/></CERIF>"#)
    #expect(alone.ids == ["1"])
    #expect(wrapped.ids == ["1", "2"])
  }

  @Test func `entities without the namespace are read only when the format is forced`() throws {
    let text = #"<list><OrgUnit id="1"><Name>A</Name></OrgUnit></list>"#
    let refused = try Ingestion(text)
    #expect(refused.records.isEmpty)
    #expect(refused.rejections.first?.reason.contains("<list>") == true)
    #expect(try Ingestion(text, IngestOptions(forcedFormat: .cerif)).ids == ["1"])
  }

  @Test(arguments: [
    ("Invented Quantum GmbH", OrganizationKind.company), ("㈜큐비트", .company), ("Eltek S.P.A", .company),
    ("University of Nowhere", .university), ("가상대학교 산학협력단", .university), ("Technische Hochschule X", .university),
    ("University Spin-off Ltd", .company), ("한국가상연구원", .institute), ("Center for Photons", .institute),
    ("Ministry of Science", .public), ("서울특별시청", .public), ("Museum of Things", nil), ("Springer", nil),
  ])
  func `the kind of a body is told from its name or left open`(name: String, kind: OrganizationKind?) throws {
    let ingestion = try Ingestion(#"<OrgUnit \#(Self.namespace) id="1"><Name>\#(name)</Name></OrgUnit>"#)
    #expect(ingestion.organizations.first?.kind == kind)
  }
}
