import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

struct HwpxTests {
  private let namespaces =
    #"xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph""#

  private func paragraph(_ text: String) -> String {
    "<hp:p id=\"0\"><hp:run charPrIDRef=\"0\"><hp:t>\(text)</hp:t></hp:run></hp:p>"
  }

  private func table(_ rows: [[String]]) -> String {
    let cells = rows.map { row in
      "<hp:tr>" + row.map { "<hp:tc><hp:subList>\(paragraph($0))</hp:subList><hp:cellAddr/></hp:tc>" }.joined()
        + "</hp:tr>"
    }
    return "<hp:p><hp:run><hp:tbl rowCnt=\"\(rows.count)\">\(cells.joined())</hp:tbl></hp:run></hp:p>"
  }

  private func document(_ body: String) -> [UInt8] {
    TestArchive.bytes([
      TestArchive.Entry("mimetype", "application/hwp+zip"),
      TestArchive.Entry("Contents/content.hpf", "<package/>"),
      TestArchive.Entry("Contents/section0.xml", "<?xml version=\"1.0\"?><hs:sec \(namespaces)>\(body)</hs:sec>"),
    ])
  }

  @Test func `a form's labels and text become an application`() throws {
    let form = document(
      paragraph("양자 공동연구 신청서")
        + table([
          ["1. 과제명", "양자내성암호 기반 QKD 실증"], ["2. 신청기관", "(주)가상퀀텀", "기관유형", "기업"], ["담당자", "홍길동", "연락처", "010-1234-5678"],
          ["3. 연구내용", "격자기반 암호를 결합한다"], ["4. 필요기술", "QKD 장비; 극저온"],
        ])
        + paragraph("본 연구는 두 해에 걸쳐 서울에서 실증을 진행하는 것을 목표로 한다."))
    let file = try ApplicationReader().read(form, name: "forms/forum-7.hwpx")
    let application = try #require(file.applications.first)
    #expect(application.id == "forum-7")
    #expect(application.title == "양자내성암호 기반 QKD 실증")
    #expect(application.needs.map(\.statement) == ["QKD 장비", "극저온"])
    #expect(application.applicant == Applicant(name: "(주)가상퀀텀", kind: .company))
    #expect(application.summary.contains("격자기반") && application.summary.contains("두 해에 걸쳐"))
    #expect(!"\(application)".contains("홍길동") && !"\(application)".contains("1234"))
    let imported = try Ingestion(content: form)
    #expect(imported.rejections.map(\.remedy) == ["give the file to 'moim match'"])
  }

  @Test func `an introduction becomes a statement of the body that it names`() throws {
    let introduction = document(
      paragraph("기업 소개서")
        + table([
          ["기업명", "모의센서㈜"], ["사업자등록번호", "124-81-00998"], ["대표자", "홍길동"], ["보유기술", "NV 센서 배열"], ["키워드", "NV, 자력계"],
        ]))
    let ingestion = try Ingestion(content: introduction)
    let evidence = try #require(ingestion.evidence.first)
    #expect(evidence.kind == .statement)
    #expect(evidence.title.primary == "기업 소개서")
    #expect(evidence.text.primary == "보유기술: NV 센서 배열")
    #expect(evidence.keywords == ["NV", "자력계"])
    #expect(evidence.participations == [Participation(organization: OrganizationID("BRN:1248100998"), role: .owner)])
    #expect(!"\(ingestion.records)".contains("홍길동"))
  }

  @Test func `a damaged section is told with its part and line`() throws {
    let broken = TestArchive.bytes([
      TestArchive.Entry("mimetype", "application/hwp+zip"),
      TestArchive.Entry("Contents/section0.xml", "<hs:sec \(namespaces)>\n<hp:p></hs:sec>"),
    ])
    let ingestion = try Ingestion(content: broken)
    #expect(ingestion.recordsRead == 1)
    #expect(ingestion.rejections.first?.reason.hasPrefix("Contents/section0.xml, line 2") == true)
  }
}
