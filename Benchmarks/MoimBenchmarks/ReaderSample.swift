import Foundation

/// A file of invented records of one format.
struct ReaderSample {
  var format: String
  var before: String
  var after: String
  var record: @Sendable (Int) -> String

  /// - Returns: the records written.
  func write(byteCount: Int, to path: String) throws -> Int {
    var text = before
    var count = 0
    while text.utf8.count < byteCount {
      count += 1
      text += record(count)
    }
    try (text + after).write(toFile: path, atomically: false, encoding: .utf8)
    return count
  }

  private static let words = [
    "양자", "컴퓨팅", "초전도", "큐비트", "광학", "센서", "네트워크", "암호", "통신", "측정", "냉각", "제어", "재료", "공정", "소자", "알고리즘",
    "quantum", "network", "sensor", "photonic", "cryogenic", "control", "measurement", "superconducting", "algorithm",
  ]

  /// Invented text of so many words, other for each seed.
  static func text(_ wordCount: Int, seed: Int) -> String {
    var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<wordCount).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int(state >> 33) % words.count]
    }.joined(separator: " ")
  }

  static let all: [ReaderSample] = [cordis, cerif, ntis, kci, kipris, scienceOn, dart, dublinCore]

  private static let cordis = ReaderSample(format: "CORDIS", before: "<projects>", after: "</projects>") { number in
    let partners = (0..<6).map { index in
      """
      <organization type="\(index == 0 ? "coordinator" : "participant")" order="\(index)"><id>\(900_000 + number % 997 + index)</id>
      <legalName>Invented Body \(number % 997 + index)</legalName><vatNumber>DE\(number)</vatNumber><address><street>Street 1</street>
      <city>Seoul</city><country>KR</country></address><relations><categories><category classification="organizationActivityType">
      <code>/HES/</code></category></categories></relations></organization>
      """
    }.joined()
    return """
      <project><rcn>\(number)</rcn><id>\(number)</id><acronym>AC\(number)</acronym><title>\(text(9, seed: number))</title>
      <objective>\(text(180, seed: number + 1))</objective><keywords>\(text(3, seed: number + 2))</keywords><startDate>2024-01-01</startDate>
      <relations><associations>\(partners)<result><title>\(text(8, seed: number))</title></result></associations></relations></project>
      """
  }

  private static let cerif = ReaderSample(format: "CERIF", before: "<records>", after: "</records>") { number in
    """
    <Publication xmlns="https://www.openaire.eu/cerif-profile/1.2/" id="P/\(number)"><Title xml:lang="ko">\(text(9, seed: number))</Title>
    <PublicationDate>2024-05-06</PublicationDate><Authors><Author><Person id="p\(number)"><PersonName><FamilyNames>X</FamilyNames></PersonName></Person>
    <Affiliation><OrgUnit id="O/\(number % 997)"><Name xml:lang="en">Invented Institute \(number % 997)</Name></OrgUnit></Affiliation></Author></Authors>
    <Keyword xml:lang="en">\(text(2, seed: number + 3))</Keyword><Abstract xml:lang="en">\(text(160, seed: number + 1))</Abstract></Publication>
    """
  }

  private static let ntis = ReaderSample(
    format: "NTIS", before: "<RESULT><TOTALHITS>1</TOTALHITS><RESULTSET>", after: "</RESULTSET></RESULT>"
  ) { number in
    """
    <HIT NO="\(number)"><ProjectNumber>\(1_700_000_000 + number)</ProjectNumber><ProjectTitle><Korean><span class="search_word">양자</span> \(text(8, seed: number))</Korean>
    <English>\(text(8, seed: number + 7))</English></ProjectTitle><Manager><Name>홍길동</Name></Manager><Researchers><Name>홍길동;김연구</Name><ManCount>3</ManCount></Researchers>
    <Goal><Full>\(text(60, seed: number + 1))</Full><Teaser/></Goal><Abstract><Full>\(text(90, seed: number + 2))</Full><Teaser>\(text(20, seed: number))</Teaser></Abstract>
    <Effect><Full>\(text(50, seed: number + 3))</Full></Effect><Keyword><Korean>양자, 센서, 측정</Korean><English>quantum,sensor,measurement</English></Keyword>
    <OrderAgency><Name>가나재단</Name></OrderAgency><ResearchAgency><Name>가나대학교 \(number % 499)</Name></ResearchAgency><ManageAgency><Name>가나재단</Name></ManageAgency>
    <BudgetProject><Name>사업</Name></BudgetProject><Ministry><Name>과학기술정보통신부</Name></Ministry><ProjectYear>2024</ProjectYear>
    <ProjectPeriod><Start>20240301</Start><End>20261231</End><TotalStart>2024-03-01 00:00:00.0</TotalStart></ProjectPeriod>
    <ScienceClass type="new" sequence="1"><Large code="ED">전기/전자</Large><Medium>소자</Medium><Small>양자소자</Small></ScienceClass>
    <ScienceClass type="new" sequence="2"><Large/></ScienceClass><Region>서울특별시</Region><PerformAgent>대학</PerformAgent><TotalFunds>100</TotalFunds></HIT>
    """
  }

  private static let kci = ReaderSample(
    format: "KCI", before: "<MetaData><outputData>", after: "</outputData></MetaData>"
  ) { number in
    """
    <record><journalInfo><journal-name>학회지</journal-name><publisher-name>가나학회</publisher-name><pub-year>2024</pub-year><pub-mon>06</pub-mon><volume>8</volume></journalInfo>
    <articleInfo article-id="ART\(number)"><article-categories>공학 &gt; 물리</article-categories><title-group><article-title lang="original"><![CDATA[\(text(9, seed: number))]]></article-title>
    <article-title lang="english"><![CDATA[\(text(9, seed: number + 1))]]></article-title></title-group><author-group><author english="X">홍길동(가나대학교 \(number % 499))</author>
    <author english="Y">김철수(다라대학교)</author></author-group><abstract-group><abstract lang="original"><![CDATA[\(text(100, seed: number + 2))]]></abstract>
    <abstract lang="english"><![CDATA[\(text(100, seed: number + 3))]]></abstract></abstract-group><fpage>1</fpage><lpage>9</lpage><doi/><citation-count kci="4">4</citation-count></articleInfo></record>
    """
  }

  private static let kipris = ReaderSample(
    format: "KIPRIS", before: "<response><header><resultCode/></header><body><items>",
    after: "</items></body></response>"
  ) { number in
    """
    <PatentUtilityInfo><Applicant>주식회사 가나\(number % 499)|다라대학교 산학협력단</Applicant><ApplicationDate>20240102</ApplicationDate>
    <ApplicationNumber>10\(20_240_000_000 + number)</ApplicationNumber><Abstract>\(text(120, seed: number))</Abstract>
    <DrawingPath>http://plus.kipris.or.kr/kiprisplusws/fileToss.jsp?arg=\(number)</DrawingPath><ThumbnailPath>http://plus.kipris.or.kr/x?arg=\(number)</ThumbnailPath>
    <SerialNumber>\(number)</SerialNumber><InventionName>\(text(7, seed: number + 1))</InventionName>
    <InternationalpatentclassificationNumber>H04L 9/08|G06N 10/00</InternationalpatentclassificationNumber><OpeningDate>20240708</OpeningDate>
    <OpeningNumber>1</OpeningNumber><PublicNumber></PublicNumber><RegistrationStatus>등록</RegistrationStatus></PatentUtilityInfo>
    """
  }

  private static let scienceOn = ReaderSample(
    format: "ScienceON", before: "<MetaData><recordList>", after: "</recordList></MetaData>"
  ) { number in
    let fields: [(code: String, text: String)] = [
      ("CN", "JAKO\(number)"), ("DBCode", "JAKO"), ("Title", text(9, seed: number)),
      ("Title2", text(9, seed: number + 1)),
      ("Author", "홍길동;김철수"), ("AuthorInstKor", "가나대학교 \(number % 499);(주)다라"), ("JournalName", "학회지"),
      ("Publisher", "가나학회"),
      ("Pubyear", "2024"), ("VolNo1", "34"), ("ISSN", "0000-0000"), ("DOI", "10.1/\(number)"),
      ("Abstract", "<font color='blue'>양자</font> " + text(110, seed: number + 2)),
      ("Abstract2", text(60, seed: number + 3)),
      ("Keyword", "양자 . 격자 . QKD"), ("Lang", "한국어"), ("ContentURL", "http://example.kr/\(number)"),
    ]
    let items = fields.map { "<item metaCode=\"\($0.code)\" metaName=\"\($0.code)\"><![CDATA[\($0.text)]]></item>\n" }
    return "<record rownum=\"\(number)\">\(items.joined())</record>"
  }

  private static let dart = ReaderSample(format: "DART", before: "<result>", after: "</result>") { number in
    """
    <list>
        <corp_code>\(10_000_000 + number)</corp_code>
        <corp_name>가나전자 \(number)</corp_name>
        <corp_eng_name>Gana Electronics \(number) Co., Ltd.</corp_eng_name>
        <stock_code>\(number % 999_999)</stock_code>
        <modify_date>20240630</modify_date>
    </list>

    """
  }

  private static let dublinCore = ReaderSample(
    format: "Dublin Core", before: "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><ListRecords>",
    after: "</ListRecords></OAI-PMH>"
  ) { number in
    """
    <record><header><identifier>oai:\(number)</identifier></header><metadata><oai_dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"><dc:title lang="original">\(text(9, seed: number))</dc:title><dc:creator>홍길동(가나대학교)</dc:creator>
    <dc:subject>\(text(2, seed: number + 5))</dc:subject><dc:description lang="original">\(text(150, seed: number + 1))</dc:description><dc:publisher>가나학회</dc:publisher>
    <dc:date>2024-04</dc:date><dc:type>Article</dc:type><dc:language>한국어</dc:language></oai_dc:dc></metadata></record>
    """
  }
}
