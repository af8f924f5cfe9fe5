import ProfileIngest
import ResearchProfiles
import Testing

@Suite struct CordisProjectReaderTests {
  /// An invented project with everything that could be mistaken for its own fields.
  static func project(namespace: String = "") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <project\(namespace)>
      <language>en</language>
      <rcn>1</rcn>
      <id>900000001</id>
      <acronym>QLINK</acronym>
      <teaser>not read</teaser>
      <objective>Entangled  photons &amp; fibres.
        Second paragraph with H<sub>2</sub>O.</objective>
      <title>Quantum links
        for cities</title>
      <startDate>2023-01-01</startDate>
      <ecSignatureDate>2022-11-30</ecSignatureDate>
      <keywords>quantum communication, QKD; photonics,quantum communication</keywords>
      <relations>
        <categories>
          <category classification="euroSciVoc"><code>/23/49</code><title>quantum optics</title>
            <displayCode>/natural sciences/physical sciences/quantum physics/quantum optics</displayCode></category>
          <category classification="euroSciVoc"><title>lasers</title></category>
          <category classification="collection"><title>not a field</title></category>
        </categories>
        <associations>
          <article><id>article-1</id><title>An article</title></article>
          <organization type="coordinator" sme="false" order="1">
            <rcn>2</rcn>
            <id>999000001</id>
            <vatNumber>KR1234567890</vatNumber>
            <legalName>SEOUL INVENTED UNIVERSITY</legalName>
            <shortName>SIU</shortName>
            <departmentName>Physics</departmentName>
            <address><street>Street 1</street><city>Seoul</city><country>KR</country><url>https://siu.example</url></address>
            <relations>
              <categories>
                <category classification="organizationActivityType"><code>/HES</code><title>Higher education</title></category>
              </categories>
              <regions><region><name>Seoul</name></region></regions>
            </relations>
          </organization>
          <result type="relatedResult"><id>r</id><title>A result</title>
            <relations><associations>
              <organization type="isRegisteredBy"><id>1</id><legalName>Not a participant</legalName></organization>
            </associations></relations>
          </result>
          <organization type="participant" sme="true" terminated="true">
            <id>999000002</id><legalName>Fibre Ltd</legalName><shortName>Fibre Ltd</shortName>
            <address><city>London</city><country>UK</country></address>
            <relations><categories>
              <category classification="organizationActivityType"><code>/PRC/</code></category>
            </categories></relations>
          </organization>
          <organization type="associatedPartner"><id>999000003</id><legalName>Athens Lab</legalName>
            <address><country>EL</country></address></organization>
          <organization type="thirdParty"><id>999000002</id><legalName>Fibre Ltd</legalName></organization>
          <organization type="participant"><id>999000002</id><legalName>Fibre Ltd</legalName></organization>
        </associations>
        <categories><category classification="euroSciVoc"><code>/23</code><title>physical sciences</title></category></categories>
      </relations>
    </project>
    """
  }

  @Test func `reads a project's own fields and none of what is nested in it`() throws {
    let ingestion = try Ingestion(Self.project())
    #expect(
      ingestion.evidence.first?.classifications == [
        ClassificationCode(
          scheme: .euroSciVoc, code: "/natural sciences/physical sciences/quantum physics/quantum optics"),
        ClassificationCode(scheme: .euroSciVoc, code: "lasers"),
        ClassificationCode(scheme: .euroSciVoc, code: "physical sciences"),
      ])
    #expect(ingestion.issues == [])
    let evidence = try #require(ingestion.evidence.first)
    #expect(ingestion.records.count == 1)
    #expect(evidence.id == EvidenceID("900000001"))
    #expect(evidence.kind == .project)
    #expect(
      evidence.title.entries == [
        LocalizedText.Entry(language: "en", text: "Quantum links for cities"),
        LocalizedText.Entry(language: nil, text: "QLINK"),
      ])
    #expect(
      evidence.text.entries == [
        LocalizedText.Entry(language: "en", text: "Entangled photons & fibres.\nSecond paragraph with H2O.")
      ])
    #expect(evidence.keywords == ["quantum communication", "QKD", "photonics"])
    #expect(evidence.date == CalendarDate("2022-11-30"))
    #expect(
      evidence.participations == [
        Participation(organization: OrganizationID("999000001"), role: .coordinator),
        Participation(organization: OrganizationID("999000002"), role: .participant),
        Participation(organization: OrganizationID("999000003"), role: .associatedPartner),
        Participation(organization: OrganizationID("999000002"), role: .thirdParty),
      ])
  }

  @Test func `mentions each participant once, with its kind, country and identifiers`() throws {
    let mentions = try #require(Ingestion(Self.project()).records.first).mentions
    #expect(
      mentions == [
        OrganizationProfile(
          id: OrganizationID("999000001"), kind: .university, names: "SEOUL INVENTED UNIVERSITY", aliases: ["SIU"],
          identifiers: [
            OrganizationIdentifier(scheme: "PIC", value: "999000001"),
            OrganizationIdentifier(scheme: "VAT", value: "KR1234567890"),
          ], country: "KR", city: "Seoul", homepage: "https://siu.example"),
        OrganizationProfile(
          id: OrganizationID("999000002"), kind: .company, names: "Fibre Ltd",
          identifiers: [OrganizationIdentifier(scheme: "PIC", value: "999000002")], country: "GB", city: "London",
          sizeClass: "sme"),
        OrganizationProfile(
          id: OrganizationID("999000003"), names: "Athens Lab",
          identifiers: [OrganizationIdentifier(scheme: "PIC", value: "999000003")], country: "GR"),
      ])
  }

  @Test func `the default namespace makes no difference`() throws {
    let plain = try Ingestion(Self.project())
    let spaced = try Ingestion(Self.project(namespace: #" xmlns="http://cordis.europa.eu""#))
    #expect(plain.records.map(\.content) == spaced.records.map(\.content))
    #expect(plain.records.map(\.mentions) == spaced.records.map(\.mentions))
  }

  @Test func `the start date stands in for a missing signature`() throws {
    let ingestion = try Ingestion("<project><id>1</id><title>T</title><startDate>2024-05-01</startDate></project>")
    #expect(ingestion.evidence.first?.date == CalendarDate("2024-05-01"))
  }

  @Test func `projects under a wrapper element are read one by one`() throws {
    let ingestion = try Ingestion(
      "<hits>\n<hit><project><id>1</id></project></hit>\n<project><id>2</id></project>\n<project><title>lost</title></project></hits>"
    )
    #expect(ingestion.ids == ["1", "2"])
    #expect(ingestion.records.map(\.location.line) == [2, 3])
    #expect(ingestion.rejections.map(\.line) == [4])
    #expect(ingestion.rejections.first?.reason == "a CORDIS project is unusable: it has no id")
  }

  @Test func `an unknown role is read as participation and said`() throws {
    let ingestion = try Ingestion(
      """
      <project><id>1</id><relations><associations>
      <organization type="mascot"><id>7</id></organization>
      <organization type="participant"><legalName>Nobody</legalName></organization>
      </associations></relations></project>
      """)
    #expect(ingestion.evidence.first?.participations.map(\.role) == [.participant])
    #expect(ingestion.warnings.count == 2)
    #expect(ingestion.warnings.first?.reason.contains("'mascot'") == true)
  }
}
