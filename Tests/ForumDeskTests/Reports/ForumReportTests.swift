import ForumDesk
import ForumRecords
import ResearchProfiles
import Testing

@Suite struct ForumReportTests {
  private let answerNo = IntroductionAnswer(answer: .no, time: Samples.noon, means: .link, by: "partner")

  private func introduction(_ id: Int64, _ state: Introduction.State, partner: IntroductionAnswer? = nil)
    -> Introduction
  {
    Introduction(
      id: id, receipt: "2026-0001", organization: OrganizationID("o\(id)"), state: state, partnerAnswer: partner,
      created: Samples.noon, by: "officer")
  }

  private func event(_ id: Int64, _ of: Int64, _ stage: OutcomeEvent.Stage, _ seconds: Int64, _ reason: String? = nil)
    -> OutcomeEvent
  {
    OutcomeEvent(
      id: id, introduction: of, stage: stage, reason: reason, note: "김가상 010-9876-5432",
      time: Samples.noon.adding(seconds: seconds),
      by: "officer")
  }

  private var statistics: ForumStatistics {
    var withdrawn = Samples.application(3, courses: [.industry])
    withdrawn.status = .withdrawn
    return ForumStatistics(
      applications: [
        Samples.application(1, courses: [.industry, .commercialisation]), Samples.application(2), withdrawn,
      ],
      interests: [
        Interest(
          receipt: "2026-0002", organization: OrganizationID("x"), answer: .no, reason: "field", time: Samples.noon),
        Interest(receipt: "2026-0002", organization: OrganizationID("y"), answer: .yes, time: Samples.noon),
      ],
      introductions: [
        introduction(1, .mutual), introduction(2, .declined, partner: answerNo), introduction(3, .mutual),
      ],
      outcomes: [
        event(1, 1, .introduced, 0), event(2, 1, .met, 10), event(3, 1, .agreed, 20), event(4, 3, .introduced, 0),
        event(5, 3, .met, 5), event(6, 3, .ended, 30, "budget"), event(7, 3, .met, 6),
      ],
      counselling: [
        CounsellingSession(
          id: 1, receipt: "2026-0001", status: .done, queued: Samples.noon, notes: "김가상", referral: .industry)
      ],
      provisions: [
        Provision(
          receipt: "2026-0001", recipient: "o1", purpose: "p", items: ["name"], consentID: 1, time: Samples.noon,
          actor: "a"),
        Provision(
          receipt: "2026-0001", recipient: "training", purpose: "p", items: ["name"], consentID: 2, time: Samples.noon,
          actor: "a"),
      ])
  }

  @Test func `stages count each introduction once, where it came to and where it rests`() {
    let stages = statistics.stages
    #expect(stages.map(\.stage) == OutcomeEvent.Stage.allCases)
    #expect(stages.map(\.reachedCount) == [2, 2, 1, 0, 0, 1])
    #expect(stages.map(\.restingCount) == [0, 0, 1, 0, 0, 1])
    #expect(statistics.introductionsByState.map(\.count) == [0, 2, 1, 0])
    #expect(statistics.declinedCount == 2)
    #expect(statistics.reasonsForNo.map { "\($0.reason) \($0.count)" } == ["budget 1", "field 1"])
    #expect(statistics.courseDemand.map(\.count) == [1, 1])
    #expect(statistics.referrals.map(\.count) == [0, 1])
    #expect(statistics.provisionsByRecipient.map(\.count) == [0, 0, 1, 1])
    #expect(statistics.byStatus.map(\.count) == [0, 2, 0, 1])
  }

  @Test(arguments: Language.allCases)
  func `the report names nobody, and gives figures in each section`(language: Language) throws {
    let report = ForumReport(
      forumName: Bilingual("서울 퀀텀 플랫폼 포럼", "Seoul Quantum Platform Forum"), period: "2026-11-21",
      statistics: statistics,
      landscape: Landscape(applications: [Samples.application()], supply: SupplyCounts()),
      reasonNames: ["field": Bilingual("분야가 다름", "Other field")]
    ).report(made: Samples.noon)
    let texts = Samples.texts(report, language)
    #expect(Samples.personal(in: texts) == [] && !texts.contains { $0.contains("가상퀀텀") })
    #expect(texts.contains(language == .korean ? "분야가 다름" : "Other field") && texts.contains("budget"))
    #expect(report.sections.map(\.id) == ["counts", "courses", "landscape", "outcomes", "provisions"])
    let charts = report.sections.flatMap(\.blocks).compactMap { block in
      if case .chart(let chart) = block { chart } else { nil }
    }
    #expect(charts == [.demandAndSupply, .demandByRegion, .outcomes])
  }

  @Test func `an empty forum makes a report too`() {
    let report = ForumReport(
      forumName: Bilingual("포럼", "Forum"), statistics: ForumStatistics(applications: []),
      landscape: Landscape(applications: [], supply: SupplyCounts())
    ).report(made: Samples.noon)
    #expect(Samples.texts(report, .english).contains("No reasons for no are on record."))
  }
}
