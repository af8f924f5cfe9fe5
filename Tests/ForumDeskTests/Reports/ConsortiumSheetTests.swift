import ConsortiumMatching
import ForumDesk
import ForumRecords
import PartnerDiscovery
import ResearchProfiles
import Testing

@Suite struct ConsortiumSheetTests {
  private func summary(_ id: String, _ kind: OrganizationKind) -> OrganizationSummary {
    OrganizationSummary(id: OrganizationID(id), name: id, kind: kind, country: "KR", region: "서울")
  }

  private var sheet: ConsortiumSheet {
    ConsortiumSheet(
      receipt: "2026-0001", title: "자력계", callTitle: Bilingual("공고", "Call"),
      needs: [ConsortiumNeed(statement: "패키징"), ConsortiumNeed(statement: "시험", isRequired: false)],
      members: [
        .init(organization: summary("갑", .company), role: .coordinator, isApplicant: true, levels: [:]),
        .init(
          organization: summary("을", .institute), role: .partner, isPinned: true, levels: [0: .high, 1: .low],
          evidence: [Bilingual("과제 A (과제)", "과제 A (Project)")], alternates: [summary("병", .university)]),
      ],
      rules: [
        .init(title: Bilingual("기업 포함", "A company"), isRequired: true, state: .met),
        .init(title: Bilingual("서울 과반", "Seoul half"), isRequired: false, state: .notMet, members: ["을"]),
        .init(
          title: Bilingual("3책5공", "Load"), isRequired: true, state: .unknown, members: ["을"],
          missing: [.runningProjects], reference: "규정 64조"),
      ],
      coverage: [.high, .low], singleSupplierNeeds: [0])
  }

  @Test func `members, coverage, rules and alternates stand in it in words`() throws {
    let report = sheet.report(made: Samples.noon)
    #expect(report.sections.map(\.id) == ["members", "coverage", "rules", "alternates"])
    let korean = Samples.texts(report, .korean)
    for expected in [
      "갑 (신청기관)", "을 (고정)", "1번 높음, 2번 낮음", "충족되지 않은 필요: 2번. 기관을 더 찾아야 합니다.", "한 기관만 충족하는 필요: 1번.",
      "조건 3개 가운데 충족 1, 미충족 1, 확인 필요 1.", "을, 수행 중인 과제 수", "규정 64조", "병", "과제 A (과제)",
    ] { #expect(korean.contains(expected), "\(expected)") }
    let english = Samples.texts(report, .english)
    for expected in ["Not met", "Unknown", "을, Running projects", "Needs not met: no. 2. More partners must be found."]
    {
      #expect(english.contains(expected), "\(expected)")
    }
  }

  @Test func `a sheet without needs, rules or alternates says so`() {
    let empty = ConsortiumSheet(
      receipt: "r", title: "", callTitle: Bilingual("", ""), needs: [], members: [], rules: [], coverage: [])
    let texts = Samples.texts(empty.report(made: Samples.noon), .english)
    #expect(
      texts.contains("No needs are stated.") && texts.contains("No rules apply.") && texts.contains("There are none."))
    #expect(texts.first == "r")
  }
}
