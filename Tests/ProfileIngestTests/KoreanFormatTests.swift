import ProfileIngest
import ResearchProfiles
import Testing

/// Answers of Korean research systems, as small invented ones.
struct KoreanFormatTests {
  private func roles(_ evidence: Evidence) -> [String] {
    evidence.participations.map { "\($0.organization.rawValue) \($0.role.rawValue)" }
  }

  @Test func `an NTIS project gives its agencies and no person`() throws {
    let ingestion = try Ingestion(
      """
      <RESULT><TOTALHITS>1</TOTALHITS><RESULTSET><HIT NO="1">
        <ProjectNumber>0123456789</ProjectNumber>
        <ProjectTitle><Korean><span class="search_word">양자</span>센서 개발</Korean><English>&lt;b&gt;Quantum&lt;/b&gt; sensor</English></ProjectTitle>
        <Manager><Name>홍길동</Name></Manager><Researchers><Name>홍길동;김연구</Name></Researchers>
        <Goal><Full/><Teaser>목표</Teaser></Goal><Abstract><Full>요약</Full><Teaser>짧은 요약</Teaser></Abstract>
        <Keyword><Korean>양자, 센서</Korean><English>quantum,sensor</English></Keyword>
        <OrderAgency><Name>가나재단</Name></OrderAgency><ResearchAgency><Name>&lt;span class="search_word"&gt;가나&lt;/span&gt;대학교</Name></ResearchAgency>
        <Ministry code="1">과학부</Ministry><ProjectPeriod><Start>20210301</Start></ProjectPeriod>
        <ScienceClass type="old"><Small>옛 분류</Small></ScienceClass><ScienceClass type="new"><Small>양자센싱</Small></ScienceClass>
        <Region>서울특별시</Region><PerformAgent>대학</PerformAgent>
      </HIT></RESULTSET></RESULT>
      """)
    let evidence = try #require(ingestion.evidence.first)
    #expect(evidence.id.rawValue == "0123456789")
    #expect(evidence.kind == .project)
    #expect(evidence.title["ko"] == "양자센서 개발" && evidence.title["en"] == "Quantum sensor")
    #expect(evidence.text.entries.map(\.text) == ["목표", "요약"])
    #expect(evidence.keywords == ["양자", "센서", "quantum", "sensor", "양자센싱"])
    #expect(evidence.date == CalendarDate("2021-03-01"))
    #expect(roles(evidence) == ["name:가나대학교 coordinator", "name:가나재단 funder", "name:과학부 funder"])
    let university = try #require(ingestion.records[0].mentions.first)
    #expect(university.kind == .university && university.region == "서울특별시" && university.country == "KR")
    #expect(ingestion.warnings.map(\.occurrences) == [3])
    #expect("\(ingestion.records)".contains("홍길동") == false)
  }

  @Test func `where NTIS names the performer in PerformAgent, the managing agency is no coordinator`() throws {
    let ingestion = try Ingestion(
      """
      <RESULT><RESULTSET><HIT><ProjectNumber>1</ProjectNumber><ProjectTitle><Korean>과제</Korean></ProjectTitle>
      <ResearchAgency><Name>가나재단</Name></ResearchAgency><ManageAgency><Name>가나재단</Name></ManageAgency>
      <PerformAgent code="9">다라연구원</PerformAgent></HIT></RESULTSET></RESULT>
      """)
    #expect(try roles(#require(ingestion.evidence.first)) == ["name:다라연구원 coordinator", "name:가나재단 funder"])
  }

  @Test func `NTIS partners, papers, patents and institutions are told apart at the same place`() throws {
    let ingestion = try Ingestion(
      """
      <RESULT><RESULTSET>
      <HIT><ProjectNumber>1</ProjectNumber><CommissionNumber>1-C1</CommissionNumber><ProjectTitle><Korean>과제</Korean><Commission>분석</Commission></ProjectTitle>
        <LeadAgency>가나(주)</LeadAgency><CommissionLeadAgency>다라대학교</CommissionLeadAgency><CommissionType>위탁</CommissionType></HIT>
      <HIT><ResultID>P1</ResultID><ResultTitle>논문</ResultTitle><PubYear>2023</PubYear><PerformAgency>다라대학교</PerformAgency><Author>김보안</Author></HIT>
      <HIT><ResultID>P2</ResultID><ResultTitle>특허</ResultTitle><RegistNumber>10-2023-1</RegistNumber><Registrant>마바연구원</Registrant></HIT>
      <HIT><TermSn>1</TermSn><KorWord>말</KorWord></HIT>
      </RESULTSET></RESULT>
      """)
    #expect(ingestion.evidence.map(\.kind) == [.project, .publication, .patent])
    #expect(roles(ingestion.evidence[0]) == ["name:다라대학교 subcontractor", "name:가나(주) coordinator"])
    #expect(roles(ingestion.evidence[2]) == ["name:마바연구원 owner"])
    #expect(ingestion.rejections.map(\.line) == [6])
    let institution = try Ingestion(
      "<orgRndInfo><resultCode>00</resultCode><orgName>가나연구원</orgName><rndKorKeyword>양자,광학</rndKorKeyword></orgRndInfo>"
    )
    #expect(institution.organizations.map(\.keywords) == [["양자", "광학"]])
    #expect(institution.organizations.map(\.kind) == [.institute])
  }

  @Test func `KCI articles give where authors work, in both shapes and over OAI-PMH`() throws {
    let article = """
      <journalInfo><publisher-name>가나학회</publisher-name><pub-year>2018</pub-year><pub-mon>06</pub-mon></journalInfo>
      <articleInfo article-id="ART1"><title-group><article-title lang="original"><![CDATA[제목]]></article-title>
      <article-title lang="english">Title</article-title></title-group><author-group>
      <author english="KIM">김갑수(다라대학교)</author><author><name>홍명희</name><institution>마바대학교</institution></author></author-group>
      <abstract lang="original">초록</abstract></articleInfo>
      """
    let answers = [
      "<MetaData><inputData><key>K</key></inputData><outputData><result><total>1</total></result><record>\(article)</record></outputData></MetaData>",
      """
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><identifier>oai:1</identifier></header>
      <metadata><oai_kci xmlns="http://www.kci.go.kr/kciportal/OAI/">\(article)</oai_kci></metadata></record></ListRecords></OAI-PMH>
      """,
    ]
    for answer in answers {
      let ingestion = try Ingestion(answer)
      let evidence = try #require(ingestion.evidence.first)
      #expect(evidence.id.rawValue == "ART1" && evidence.date == CalendarDate("2018-06-01"))
      #expect(evidence.title["ko"] == "제목" && evidence.title["en"] == "Title" && evidence.text["ko"] == "초록")
      #expect(
        roles(evidence).sorted() == ["name:가나학회 publisher", "name:다라대학교 author", "name:마바대학교 author"])
      #expect(ingestion.warnings.map(\.occurrences) == [2])
    }
  }

  @Test func `Dublin Core takes its id from the envelope`() throws {
    let ingestion = try Ingestion(
      """
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header><identifier>oai:x:7</identifier></header>
      <metadata><oai_dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/">
      <dc:title xml:lang="en-GB">Title</dc:title><dc:creator>Doe, Jane</dc:creator><dc:subject>a; b</dc:subject><dc:date>2015-04</dc:date>
      <dc:publisher>Some Press</dc:publisher><dc:type>Dataset</dc:type></oai_dc:dc></metadata></record></ListRecords></OAI-PMH>
      """)
    let evidence = try #require(ingestion.evidence.first)
    #expect(evidence.id.rawValue == "oai:x:7" && evidence.kind == .product && evidence.title["en"] == "Title")
    #expect(evidence.keywords == ["a", "b"] && roles(evidence) == ["name:Some Press publisher"])
  }

  @Test func `applicants of KIPRIS patents that may be persons are counted and left out`() throws {
    let ingestion = try Ingestion(
      """
      <response><header><resultCode>00</resultCode></header><body><items><item><inventionTitle>장치</inventionTitle>
      <ipcNumber>H04L 9/08|H04B 10/70</ipcNumber><applicationNumber>10-2020-0012345</applicationNumber><applicationDate>2020/01/31</applicationDate>
      <applicantName>주식회사 가나|홍길동|다라대학교 산학협력단|존 도우</applicantName></item></items></body></response>
      """)
    let evidence = try #require(ingestion.evidence.first)
    #expect(evidence.id.rawValue == "1020200012345" && evidence.kind == .patent)
    #expect(evidence.classifications.map(\.code) == ["H04L 9/08", "H04B 10/70"])
    #expect(evidence.classifications.allSatisfy { $0.scheme == "IPC" })
    #expect(evidence.keywords == ["H04L 9/08", "H04B 10/70"] && evidence.date == CalendarDate("2020-01-31"))
    #expect(roles(evidence) == ["name:주식회사 가나 owner", "name:다라대학교 산학협력단 owner"])
    #expect(ingestion.warnings.map(\.occurrences) == [2])
    #expect("\(ingestion.records)".contains("홍길동") == false)
  }

  @Test func `ScienceON tells fields apart by their metaCode, and leaves nested groups alone`() throws {
    let ingestion = try Ingestion(
      """
      <MetaData><resultSummary><statusCode>200</statusCode></resultSummary><parameterData><item metaCode="Title">not a record</item></parameterData>
      <recordList><record rownum="1"><item metaCode="CN">JAKO1</item><item metaCode="Title"><![CDATA[<font color='blue'>양자</font> 기술]]></item>
      <item metaCode="Title2">Quantum technology</item><item metaCode="Author">홍길동;김철수</item><item metaCode="AuthorInstKor">가나대학교;(주)다라</item>
      <item metaCode="Keyword">양자 . 격자 . QKD</item><item metaCode="Pubyear">2024</item>
      <item metaCode="CallAPIInfo"><item metaCode="Title">nested</item></item></record>
      <record rownum="2"><item metaCode="CN">ORG1</item><item metaCode="OrganKor">가나연구원</item><item metaCode="OrganEng">Gana Institute</item></record>
      <record rownum="3"><item metaCode="CN">R1</item><item metaCode="AuthorNameKor">홍길동</item></record>
      </recordList></MetaData>
      """)
    let evidence = try #require(ingestion.evidence.first)
    #expect(evidence.title.entries.map(\.text) == ["양자 기술", "Quantum technology"])
    #expect(evidence.keywords == ["양자", "격자", "QKD"])
    #expect(roles(evidence) == ["name:가나대학교 author", "name:(주)다라 author"])
    #expect(ingestion.organizations.map(\.names.primary) == ["가나연구원"])
    #expect(ingestion.rejections.map(\.reason) == ["a researcher is a natural person, whose data are not imported"])
    #expect("\(ingestion.records) \(ingestion.issues)".contains("홍길동") == false)
  }

  @Test func `DART codes keep their zeros, and an overview in JSON adds registration numbers`() throws {
    let codes = try Ingestion(
      "<result><list><corp_code>00012345</corp_code><corp_name>가나</corp_name><corp_eng_name>Gana Co., Ltd.</corp_eng_name><stock_code> </stock_code></list></result>"
    )
    #expect(codes.organizations.map(\.id.rawValue) == ["00012345"])
    #expect(codes.organizations[0].identifiers.map(\.scheme) == ["DART"])
    let overview = try Ingestion(
      """
      {
        "status": "000", "message": "정상", "corp_code": "00012345", "corp_name": "가나(주)", "corp_name_eng": "GANA",
        "ceo_nm": "홍길동", "bizr_no": "124-81-00998", "jurir_no": "1301110006246", "adres": "경기도  수원시", "hm_url": "www.example.com"
      }
      """)
    let profile = try #require(overview.organizations.first)
    #expect(profile.identifiers.map(\.value) == ["00012345", "1248100998", "1301110006246"])
    #expect(profile.region == "경기도" && profile.homepage == "www.example.com" && profile.kind == .company)
    #expect(overview.warnings.map(\.occurrences) == [1])
  }

  @Test func `announcements of K-Startup and bizinfo are statements of the bodies that run them`() throws {
    let startup = try Ingestion(
      """
      <results><currentCount>1</currentCount><data><item><col name="pbanc_sn">7</col><col name="biz_pbanc_nm">모집 &lt;R&amp;D&gt;</col>
      <col name="pbanc_ntrp_nm">가나진흥원</col><col name="supt_regin">서울</col><col name="pbanc_rcpt_bgng_dt">20260701</col></item></data></results>
      """)
    #expect(startup.evidence.map(\.id.rawValue) == ["kstartup:7"])
    #expect(startup.evidence[0].title.primary == "모집 <R&D>")
    #expect(startup.records[0].mentions.map(\.region) == ["서울"])
    let json = try Ingestion(
      "{\n \"currentCount\": 2,\n \"data\": [{\"pbanc_sn\": 7, \"biz_pbanc_nm\": \"모집\"}, {\"pbanc_sn\": 8, \"biz_pbanc_nm\": \"공고\", \"pbanc_ctnt\": null}]\n}"
    )
    #expect(json.evidence.map(\.id.rawValue) == ["kstartup:7", "kstartup:8"])
    let bizinfo = try Ingestion(
      "<response><body><items><item><pblancNm>공고</pblancNm><pblancId>P1</pblancId><excInsttNm>가나군</excInsttNm></item></items></body></response>"
    )
    #expect(bizinfo.evidence.map(\.id.rawValue) == ["P1"])
  }

  @Test func `records of another name in a known list are lost aloud, counts are none`() throws {
    let ingestion = try Ingestion(
      """
      <response><body><items><TotalSearchCount>2</TotalSearchCount><OtherInfo><a>1</a><b>2</b></OtherInfo>
      <OtherInfo><a>1</a></OtherInfo></items><totalCount>2</totalCount></body></response>
      """)
    #expect(ingestion.recordsRead == 2 && ingestion.warnings == [])
    #expect(ingestion.rejections.map(\.line) == [1, 2])
    #expect(ingestion.rejections.allSatisfy { $0.reason.contains("<OtherInfo>") })
  }

  @Test func `designs are products, trade marks are none`() throws {
    let ingestion = try Ingestion(
      """
      <response><body><items><DesignInfo><applicationNumber>3020140017534</applicationNumber><articleName>손잡이</articleName>
      <applicantName>주식회사 가나|홍길동</applicantName><agentName>최대리</agentName></DesignInfo>
      <TradeMarkInfo><ApplicationNumber>4</ApplicationNumber></TradeMarkInfo></items></body></response>
      """)
    #expect(ingestion.evidence.map(\.kind) == [.product])
    #expect(roles(ingestion.evidence[0]) == ["name:주식회사 가나 owner"])
    #expect(ingestion.warnings.map(\.occurrences) == [2])
    #expect(ingestion.rejections.map(\.line) == [3])
  }

  @Test func `items of an unknown kind are rejected with the way to a mapping`() throws {
    let ingestion = try Ingestion(
      "<response><header><resultCode>00</resultCode></header><body><items><item><height>15</height></item></items></body></response>"
    )
    #expect(ingestion.rejections.map(\.remedy) == ["write a mapping file for them and import with --map"])
  }
}
