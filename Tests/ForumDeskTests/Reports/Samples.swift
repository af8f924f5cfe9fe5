import ForumDesk
import ForumRecords
import PartnerDiscovery
import ResearchProfiles
import TableWriting

/// Records with persons in them who must not come out where nobody asked for them.
enum Samples {
  /// What must never stand in a report or a table that is not made for a recipient.
  static let personalTexts = ["김가상", "virtual@example.org", "010-1234-5678", "gaia@lab.example", "010-9876-5432", "수석"]
  static let noon = ForumTime(secondsSinceEpoch: 1_795_230_000)

  static func application(_ number: Int = 1, courses: [Course] = []) -> ForumApplication {
    var stored = ForumApplication(
      receipt: "2026-000\(number)",
      application: Application(
        id: "2026-000\(number)", title: "휴대용 양자 자력계 \(number)", summary: "연락은 virtual@example.org 로 주세요",
        keywords: ["양자센싱"],
        needs: [Need(statement: "극저온 패키징"), Need(statement: "시험 환경 문의 010-1234-5678", urgency: .wished)],
        offers: [Need(statement: "자력계 시제품")],
        applicant: Applicant(id: OrganizationID("co"), name: "가상퀀텀", kind: .company, country: "KR")),
      submitted: noon, updated: noon, status: .published)
    stored.region = "서울"
    stored.field = "quantum.sensing"
    stored.courses = courses
    stored.readinessLevel = 4
    return stored
  }

  static func contact(_ number: Int = 1) -> ContactDetails {
    ContactDetails(
      receipt: "2026-000\(number)", personName: "김가상", email: "gaia@lab.example", phone: "010-9876-5432",
      position: "수석",
      department: "센서팀")
  }

  static func consent(
    _ id: Int64 = 7, receipt: String = "2026-0001", recipient: String = "inst", purpose: String = "공동연구 협의",
    items: [String] = ["name", "email"], until: Int64 = 3600, withdrawn: ForumTime? = nil
  ) -> Consent {
    Consent(
      id: id, receipt: receipt, recipient: recipient, purpose: purpose, items: items,
      validUntil: noon.adding(seconds: until), method: .web, given: noon.adding(seconds: -3600), withdrawn: withdrawn)
  }

  static let partner = BriefPartner(
    rank: 1,
    organization: OrganizationSummary(
      id: OrganizationID("inst"), name: "모의연구원", kind: .institute, country: "KR", region: "대전"),
    level: .strong, reasons: [Bilingual("극저온 과제 3건", "Three cryogenic projects")],
    quotations: [
      .init(
        kind: .project, title: "극저온 패키지", year: 2024, role: .coordinator,
        text: "담당 gaia@lab.example 극저온 패키징을 개발")
    ], interest: .yes)

  /// Every text that a report holds, in a language.
  static func texts(_ report: Report, _ language: Language) -> [String] {
    let page = ReportPage(report, language: language)
    var texts = [page.title, page.subtitle]
    for section in page.sections {
      texts.append(section.heading)
      for block in section.blocks {
        texts += [block.paragraph, block.heading, block.quotation?.text, block.quotation?.source].compactMap { $0 }
        texts += block.list ?? []
        texts += (block.facts ?? []).flatMap { [$0.label, $0.value] }
        guard let table = block.table else { continue }
        texts += [table.caption] + table.columns.map(\.text)
        texts += table.rows.flatMap { [$0.heading] + $0.cells.map(\.text) }
      }
    }
    return texts
  }

  static func texts(_ table: Table) -> [String] {
    table.headings
      + table.rows.joined().compactMap { cell in
        if case .text(let text) = cell { text } else { nil }
      }
  }

  static func personal(in texts: [String]) -> [String] {
    personalTexts.filter { personal in texts.contains { $0.contains(personal) } }
  }
}
