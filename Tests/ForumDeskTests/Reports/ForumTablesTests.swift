import ForumDesk
import ForumRecords
import ResearchProfiles
import TableWriting
import TestCorpora
import Testing

@Suite struct ForumTablesTests {
  private let tables = ForumTables(language: .korean, names: [OrganizationID("inst"): "모의연구원"])
  private let applications = [
    Samples.application(1, courses: [.industry, .commercialisation]), Samples.application(2),
  ]

  private var suggestion: Suggestion {
    Suggestion(
      receipt: "2026-0001", organization: OrganizationID("inst"), rank: 2, score: 1.5, level: .good, made: Samples.noon)
  }

  @Test func `every table has cells for its headings and nobody's data`() {
    let introduction = Introduction(
      id: 3, receipt: "2026-0001", organization: OrganizationID("inst"), state: .mutual, created: Samples.noon, by: "a")
    let event = OutcomeEvent(
      id: 1, introduction: 3, stage: .met, note: "김가상과 통화", time: Samples.noon.adding(seconds: 60), by: "a")
    let profile = OrganizationProfile(
      id: OrganizationID("inst"), names: LocalizedText("모의연구원", language: "ko"), summary: "문의 gaia@lab.example")
    let provision = Provision(
      id: 1, receipt: "2026-0001", recipient: "inst", purpose: "문의 010-1234-5678", items: ["name"], consentID: 7,
      time: Samples.noon, actor: "a")
    let all =
      [
        tables.applications(applications), tables.organizations([profile], evidenceCounts: [profile.id: 4]),
        tables.suggestions([suggestion]) { _ in [Bilingual("담당 virtual@example.org", "")] },
        tables.introductions([introduction], outcomes: [event]), tables.courseDemands(applications),
      ] + tables.consentLedger([Samples.consent()], [provision], at: Samples.noon)
    for table in all {
      #expect(!table.rows.isEmpty && table.rows.allSatisfy { $0.count == table.headings.count }, "\(table.name)")
      #expect(Samples.personal(in: Samples.texts(table)) == [], "\(table.name)")
      #expect(Set(table.headings).count == table.headings.count, "\(table.name)")
    }
  }

  @Test func `times and numbers are times and numbers`() {
    let table = tables.applications(applications)
    #expect(table.rows[0][1] == .time(Samples.noon.secondsSinceEpoch))
    #expect(table.rows[0][table.headings.firstIndex(of: "TRL") ?? 0] == .number(4))
    #expect(table.rows[0][table.headings.firstIndex(of: "필요") ?? 0] == .text("극저온 패키징\n시험 환경 문의 ***"))
  }

  @Test func `suggestions carry the latest answer, courses a row each`() {
    let answers = [
      Interest(receipt: "2026-0001", organization: OrganizationID("inst"), answer: .later, time: Samples.noon),
      Interest(
        receipt: "2026-0001", organization: OrganizationID("inst"), answer: .no, reason: "field",
        time: Samples.noon.adding(seconds: 9)),
    ]
    let table = tables.suggestions([suggestion], interests: answers)
    #expect(table.rows[0].suffix(2) == [.text("관심 없음"), .text("field")])
    #expect(table.rows[0][3] == .text("모의연구원"))
    #expect(tables.courseDemands(applications).rows.map(\.[0]) == [.text("양자 기술사업화 과정"), .text("양자 산업 과정")])
  }

  private func export(_ consents: [Consent], recipient: String = "inst", purpose: String = "공동연구 협의") -> PersonalExport
  {
    PersonalExport(
      recipient: recipient, recipientName: "모의연구원", purpose: purpose, applications: applications,
      contacts: [Samples.contact(1), Samples.contact(2)], consents: consents, at: Samples.noon, by: "officer",
      tables: tables)
  }

  @Test func `a personal export names recipient and purpose, and gives consented items under a live consent only`() {
    let export = export([Samples.consent(), Samples.consent(8, receipt: "2026-0002", recipient: "other")])
    #expect(export.withheldReceipts == ["2026-0002"])
    #expect(export.table.rows.count == 1)
    let texts = Samples.texts(export.table)
    #expect(texts.contains("김가상") && texts.contains("gaia@lab.example"))
    #expect(!texts.contains("010-9876-5432") && !texts.contains("수석"))
    #expect(texts.contains("모의연구원") && texts.contains("공동연구 협의"))
    // The application itself was not consented to.
    #expect(!texts.contains { $0.contains("휴대용 양자 자력계") })
    #expect(export.provisions.map(\.consentID) == [7] && export.provisions[0].items == ["name", "email"])
    #expect(export.provisions[0].actor == "officer")
  }

  @Test(arguments: 0..<300)
  func `no cell holds an item that no live consent for the recipient and purpose names, seed`(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let items = Consent.items
    let consents = (0..<6).map { number in
      Samples.consent(
        Int64(number), receipt: "2026-000\(1 + Int(random.next() % 2))",
        recipient: ["inst", "other"][Int(random.next() % 2)],
        purpose: ["공동연구 협의", "교육"][Int(random.next() % 2)], items: items.filter { _ in random.next() % 2 == 0 },
        until: [0, 3600][Int(random.next() % 2)], withdrawn: random.next() % 3 == 0 ? Samples.noon : nil)
    }
    let export = export(consents)
    let values: [(item: String, text: String)] = [
      ("name", "김가상"), ("email", "gaia@lab.example"), ("phone", "010-9876-5432"), ("position", "수석"),
      ("department", "센서팀"),
    ]
    for (row, provision) in zip(export.table.rows, export.provisions) {
      let allowed = consents.filter {
        $0.receipt == provision.receipt && $0.recipient == "inst" && $0.purpose == "공동연구 협의"
          && $0.isLive(at: Samples.noon)
      }
      for (item, text) in values where row.contains(.text(text)) {
        #expect(allowed.contains { $0.items.contains(item) } && provision.items.contains(item))
      }
    }
    #expect(export.table.rows.count + export.withheldReceipts.count == applications.count)
  }
}
