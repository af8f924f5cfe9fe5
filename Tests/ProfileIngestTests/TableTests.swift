import Foundation
import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

struct TableTests {
  private func tables(_ text: String, name: String = "table.csv") throws -> ([TableReading], Ingestion) {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, text)
    var tables: [TableReading] = []
    try IngestReader(sources: [path]).read(threadCount: 1) { tables += $0.tables }
    return (tables, try Ingestion([path]))
  }

  private func fields(_ table: TableReading?) -> [String?] { (table?.columns ?? []).map { $0.field?.description } }

  // MARK: Organisations

  @Test func `a Korean table of companies is mapped by its headings`() throws {
    let (tables, ingestion) = try tables(
      """
      연번,기업명,영문 기업명,사업자등록번호,대표자,본사 주소,홈페이지,기업규모,주요 기술,담당자 이메일
      1,(주)가상퀀텀,"Virtual Quantum Co., Ltd.",124-81-00998,홍길동,서울특별시 성북구 화랑로 14,https://vq.example,중소기업,극저온 제어,a@vq.example
      2,모의센서㈜,,101-81-00001,김철수,경기도 수원시 영통구 1,www.sensor.example,대기업,NV 센서,b@s.example
      3,예시소재,,999-99-99999,이영희,대전광역시 유성구 1,,중견기업,,c@m.example
      """)
    #expect(tables.count == 1)
    #expect(
      fields(tables.first) == [
        "ignored", "name", "name.en", "identifier.BRN", "personal", "address", "homepage", "size_class", "summary",
        "personal",
      ])
    #expect(tables.first?.records == .organization)
    let first = try #require(ingestion.organizations.first)
    #expect(first.id.rawValue == "BRN:1248100998")
    #expect(first.names.entries.map(\.text) == ["(주)가상퀀텀", "Virtual Quantum Co., Ltd."])
    #expect(first.names["en"] == "Virtual Quantum Co., Ltd.")
    #expect([first.country, first.region, first.city, first.sizeClass] == ["KR", "서울", nil, "sme"])
    #expect(first.kind == .company)
    #expect(first.homepage == "https://vq.example")
    #expect(first.summary.primary == "극저온 제어")
    #expect(ingestion.organizations.map(\.city) == [nil, "수원시", nil])
    #expect(ingestion.organizations[2].identifiers == [], "a number with a wrong check digit is left out")
    #expect(ingestion.organizations[2].id.rawValue == "name:예시소재")
    #expect(ingestion.warnings.contains { $0.reason.contains("BRN") })
    let everything = "\(ingestion.records)"
    for person in ["홍길동", "김철수", "@"] { #expect(!everything.contains(person)) }
  }

  @Test func `an English table with semicolons, a title above and kinds in words`() throws {
    let (_, ingestion) = try tables(
      """
      Members of the forum 2026;;;
      ;;;
      Organisation;Type;Country;Keywords
      University of Somewhere;university;Germany;"photonics, cryogenics"
      Some Institute;research institute;KR;sensing
      """)
    #expect(ingestion.organizations.map(\.kind) == [.university, .institute])
    #expect(ingestion.organizations.map(\.country) == ["DE", "KR"])
    #expect(ingestion.organizations.map(\.keywords) == [["photonics", "cryogenics"], ["sensing"]])
    #expect(ingestion.rejections == [])
  }

  @Test func `a column is read by its cells where its heading says nothing or something else`() throws {
    let (tables, _) = try tables(
      """
      company,x,country
      A,124-81-00998,yes
      B,101-81-00001,no
      C,220-81-62517,yes
      """)
    #expect(fields(tables.first) == ["name", "identifier.BRN", nil])
    #expect(tables.first?.columns.last?.reason.contains("no countries") == true)
  }

  // MARK: Evidence

  @Test func `projects have their participants by role, each name one organisation`() throws {
    let (tables, ingestion) = try tables(
      """
      과제번호,과제명(국문),과제명(영문),주관기관,공동연구기관,위탁기관,연구책임자,연구시작일,키워드
      2024-1,양자 센서,Quantum sensing,한국대학교,"(주)가상퀀텀, Quantum Bridge Co., Ltd.; 모의연구원",예시연구소,홍길동,2024.03.01,"NV, 다이아몬드"
      """)
    #expect(tables.first?.records == .evidence(.project))
    let evidence = try #require(ingestion.evidence.first)
    #expect(evidence.id.rawValue == "2024-1")
    #expect(evidence.title["ko"] == "양자 센서")
    #expect(evidence.title["en"] == "Quantum sensing")
    #expect(evidence.date?.description == "2024-03-01")
    #expect(evidence.keywords == ["NV", "다이아몬드"])
    #expect(
      evidence.participations.map { "\($0.role.rawValue) \($0.organization)" } == [
        "coordinator name:한국대학교", "participant name:(주)가상퀀텀, Quantum Bridge Co., Ltd.", "participant name:모의연구원",
        "subcontractor name:예시연구소",
      ])
    #expect(!"\(ingestion.records)".contains("홍길동"))
  }

  @Test func `a list with commas keeps the comma before a legal form`() throws {
    let (_, ingestion) = try tables(
      """
      project id,project title,partners
      1,T,"KIST, Quantum Bridge Co., Ltd., ETRI"
      """)
    #expect(
      ingestion.records.first?.mentions.map(\.names.primary) == ["KIST", "Quantum Bridge Co., Ltd.", "ETRI"])
  }

  @Test func `rows of one project are one record`() throws {
    let (_, ingestion) = try tables(
      """
      과제번호,과제명,기관명,사업자등록번호
      P1,양자 통신,가상대학교 (주관),
      P1,양자 통신,(주)가상퀀텀,124-81-00998
      ,,모의연구원,
      P2,다른 과제,모의연구원,
      """)
    #expect(ingestion.evidence.map(\.participations.count) == [3, 1])
    #expect(ingestion.evidence.first?.participations.map(\.role) == [.coordinator, .participant, .participant])
    #expect(ingestion.evidence.first?.participations[1].organization.rawValue == "BRN:1248100998")
    #expect(ingestion.recordsRead == 2)
  }

  @Test(arguments: [
    (
      "출원번호,발명의 명칭,출원인,출원일,요약\n10-2020-1,극저온 스위치,가상대학교 산학협력단,20200102,요약문", EvidenceKind.patent, ParticipationRole.owner
    ),
    ("논문명,저널,저자,소속,게재연도\n큐비트 제어,학술지,김 아무개,가상대학교,2021", .publication, .author),
    ("장비명,보유기관,제조사,모델명,도입일\n희석냉동기,모의연구원,제조회사,X1,2022-05-01", .equipment, .owner),
    ("제품명,회사명,제품설명\nQKD 단말,(주)가상퀀텀,암호키를 나눈다", .product, .owner),
  ])
  func `evidence of each kind is told by its headings`(text: String, kind: EvidenceKind, role: ParticipationRole) throws
  {
    let (_, ingestion) = try tables(text)
    let evidence = try #require(ingestion.evidence.first)
    #expect(evidence.kind == kind)
    #expect(evidence.participations.map(\.role) == [role])
    #expect(!evidence.title.isEmpty)
  }

  @Test func `evidence without an id has one that its content gives again`() throws {
    let text = "과제명,주관기관\n양자 통신,가상대학교\n"
    let (_, first) = try tables(text)
    let (_, second) = try tables("과제명,주관기관\n다른 것,모의연구원\n양자 통신,가상대학교\n")
    #expect(first.ids.first?.hasPrefix("row:") == true)
    #expect(second.ids.last == first.ids.first)
  }

  // MARK: What is refused

  @Test func `a table of applications is refused with where to give it`() throws {
    let (_, ingestion) = try tables("접수번호,과제명,필요 기술,기관명\n1,양자,극저온,가상대학교\n")
    #expect(ingestion.records == [])
    #expect(ingestion.rejections.first?.remedy.contains("moim match") == true)
  }

  @Test func `a table whose columns nobody knows is refused with its headings`() throws {
    let (_, ingestion) = try tables("alpha,beta\n1,2\n3,4\n")
    #expect(ingestion.recordsRead == 1)
    #expect(ingestion.rejections.first?.reason.contains("'alpha', 'beta'") == true)
    #expect(ingestion.rejections.first?.remedy.contains("--map") == true)
  }

  @Test func `a row without a name costs itself only`() throws {
    let (_, ingestion) = try tables("기업명,국가\nA,한국\n,일본\nC,미국\n")
    #expect(ingestion.organizations.map(\.country) == ["KR", "US"])
    #expect(ingestion.rejections.map(\.line) == [3])
  }

  // MARK: Rows

  @Test func `rows do not depend on how the file is cut into chunks`() throws {
    let text = "기업명,설명\r\n\"A \"\"B\"\"\nC\",\"x,y\"\r\nD,E\r\n"
    let (_, whole) = try tables(text)
    // 64 KiB chunks: move the table across the border byte by byte.
    for shift in stride(from: 0, to: 40, by: 5) {
      let filler = String(repeating: "f", count: (64 << 10) - 40 + shift)
      let (_, cut) = try tables("기업명,설명\r\nX,\(filler)\r\n" + text.dropFirst("기업명,설명\r\n".count))
      #expect(Array(cut.organizations.dropFirst()) == whole.organizations, "shift \(shift)")
    }
    #expect(whole.organizations.map(\.names.primary) == ["A \"B\" C", "D"])
  }

  @Test func `an unclosed quotation mark costs its line`() throws {
    let (_, ingestion) = try tables("기업명,설명\nA,\"open\nB,closed\nC,x\n")
    #expect(ingestion.organizations.map(\.names.primary) == ["B", "C"])
    #expect(ingestion.rejections.map(\.line) == [2])
    #expect(ingestion.rejections.first?.reason.contains("quotation mark") == true)
  }
}
