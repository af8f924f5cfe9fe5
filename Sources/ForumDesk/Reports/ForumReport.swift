public import ForumRecords
public import PartnerDiscovery

/// The report on a whole forum: for the city and the institute that pay for it. Names no person and no applicant.
public struct ForumReport: Hashable, Sendable {
  public var forumName: Bilingual
  /// "2026-11-21 – 2026-11-22"; empty for all time.
  public var period: String
  public var statistics: ForumStatistics
  public var landscape: Landscape
  /// The allocation in force.
  public var allocation: AllocationRun.Outcome?
  /// What its constraints cost.
  public var prices: [AllocationRun.Price]
  /// Names of the reasons for no, by code; a code without a name is shown as it is.
  public var reasonNames: [String: Bilingual]

  public init(
    forumName: Bilingual, period: String = "", statistics: ForumStatistics, landscape: Landscape,
    allocation: AllocationRun.Outcome? = nil, prices: [AllocationRun.Price] = [],
    reasonNames: [String: Bilingual] = [:]
  ) {
    self.forumName = forumName
    self.period = period
    self.statistics = statistics
    self.landscape = landscape
    self.allocation = allocation
    self.prices = prices
    self.reasonNames = reasonNames
  }

  public func report(made: ForumTime) -> Report {
    var subtitle = Bilingual("포럼 결과 보고서", "Forum report")
    if !period.isEmpty { subtitle = Bilingual("\(subtitle.korean) · \(period)", "\(subtitle.english) · \(period)") }
    var sections = [
      ReportSection(id: "counts", heading: Bilingual("신청", "Applications"), blocks: applicationBlocks),
      ReportSection(id: "courses", heading: Bilingual("교육과정과 상담", "Courses and counselling"), blocks: courseBlocks),
      ReportSection(id: "landscape", heading: Bilingual("수요와 공급", "Demand and supply"), blocks: landscapeBlocks),
      ReportSection(
        id: "outcomes", heading: Bilingual("소개와 성과", "Introductions and outcomes"), blocks: outcomeBlocks),
      ReportSection(
        id: "provisions", heading: Bilingual("개인정보 제공", "Provision of personal data"), blocks: provisionBlocks),
    ]
    if let allocation {
      sections.append(
        ReportSection(
          id: "allocation", heading: Bilingual("전체 배정", "Allocation"), blocks: allocationBlocks(allocation)))
    }
    return Report(kind: .forumReport, title: forumName, subtitle: subtitle, made: made, sections: sections)
  }

  private static func counts(
    _ caption: Bilingual, _ heading: Bilingual, _ rows: [(Bilingual, Int)]
  ) -> ReportBlock {
    .table(
      ReportTable(
        caption: caption,
        columns: [.init(heading), .init(Bilingual("건수", "Count"), isNumber: true)],
        rows: rows.map { [$0.0, Bilingual($0.1)] }))
  }

  private var applicationBlocks: [ReportBlock] {
    [
      .facts([
        ReportFact(Bilingual("신청", "Applications"), statistics.applicationCount),
        ReportFact(Bilingual("공동연구 희망", "Want joint research"), statistics.jointResearchCount),
        ReportFact(Bilingual("상담 희망", "Want counselling"), statistics.counsellingDemandCount),
      ]),
      Self.counts(
        Bilingual("상태별 신청", "Applications by status"), Bilingual("상태", "Status"),
        statistics.byStatus.map { (Bilingual($0.key), $0.count) }),
      Self.counts(
        Bilingual("접수 경로별 신청", "Applications by channel"), Bilingual("경로", "Channel"),
        statistics.byChannel.map { (Bilingual($0.key), $0.count) }),
    ]
  }

  private var courseBlocks: [ReportBlock] {
    [
      .table(
        ReportTable(
          caption: Bilingual("교육과정 수요와 상담에서의 안내", "Demand for courses, and referrals from counselling"),
          columns: [
            .init(Bilingual("과정", "Course")), .init(Bilingual("신청", "Demand"), isNumber: true),
            .init(Bilingual("상담에서 안내", "Referrals"), isNumber: true),
          ],
          rows: zip(statistics.courseDemand, statistics.referrals).map { demand, referral in
            [Bilingual(demand.key), Bilingual(demand.count), Bilingual(referral.count)]
          })),
      Self.counts(
        Bilingual("상담", "Counselling"), Bilingual("상태", "Status"),
        statistics.counsellingByStatus.map { (Bilingual($0.key), $0.count) }),
    ]
  }

  private var landscapeBlocks: [ReportBlock] {
    let rows = landscape.rows.filter { $0.total.needCount > 0 || $0.total.organizationCount > 0 }
    let sureNeeds = landscape.demandGrounds.percent(.code) + landscape.demandGrounds.percent(.text)
    let sureEvidence = landscape.supplyGrounds.percent(.code) + landscape.supplyGrounds.percent(.text)
    return [
      .paragraph(
        Bilingual(
          "분야는 신청서에 적힌 코드로, 없으면 글에서 판단했습니다. 필요의 \(sureNeeds)%, 근거의 \(sureEvidence)%는 확실하게 판단했고 나머지는 참고용입니다.",
          "Fields are those that applications state, else told from their words: surely for \(sureNeeds) % of the needs and "
            + "\(sureEvidence) % of the evidence; the rest is indicative.")),
      .chart(.demandAndSupply),
      .table(
        ReportTable(
          caption: Bilingual("분야별 수요와 공급", "Demand and supply by field"),
          columns: [
            .init(Bilingual("분야", "Field")), .init(Bilingual("필요", "Needs"), isNumber: true),
            .init(Bilingual("신청", "Applications"), isNumber: true),
            .init(Bilingual("기관", "Organisations"), isNumber: true),
            .init(Bilingual("근거", "Evidence"), isNumber: true),
          ],
          rows: rows.map { row in
            [
              row.field.name, Bilingual(row.total.needCount), Bilingual(row.total.applicationCount),
              Bilingual(row.total.organizationCount), Bilingual(row.total.evidenceCount),
            ]
          })),
      .chart(.demandByRegion),
      .table(demandByRegion(rows.filter { $0.total.needCount > 0 })),
      .heading(Bilingual("공백", "Gaps")),
      landscape.gaps.isEmpty
        ? .paragraph(Bilingual("공백이 없습니다.", "There are none.")) : .list(landscape.gaps.map(\.sentence)),
    ]
  }

  private func demandByRegion(_ rows: [Landscape.Row]) -> ReportTable {
    let regions = landscape.regions.filter { region in rows.contains { $0.regions[region]?.needCount ?? 0 > 0 } }
    return ReportTable(
      caption: Bilingual("지역별 수요 (필요의 수)", "Demand by region (needs)"),
      columns: [.init(Bilingual("분야", "Field"))] + regions.map { .init($0.name, isNumber: true) },
      rows: rows.map { row in
        [row.field.name] + regions.map { Bilingual(row.regions[$0]?.needCount ?? 0) }
      })
  }

  private var outcomeBlocks: [ReportBlock] {
    [
      .facts(
        [ReportFact(Bilingual("소개", "Introductions"), statistics.introductionCount)]
          + statistics.introductionsByState.map { ReportFact(Bilingual($0.key), $0.count) }),
      .chart(.outcomes),
      .table(
        ReportTable(
          caption: Bilingual("단계별 성과", "Outcomes by stage"),
          columns: [
            .init(Bilingual("단계", "Stage")), .init(Bilingual("도달", "Reached"), isNumber: true),
            .init(Bilingual("현재", "Now there"), isNumber: true),
          ],
          rows: statistics.stages.map {
            [Bilingual($0.stage), Bilingual($0.reachedCount), Bilingual($0.restingCount)]
          })),
      .facts([ReportFact(Bilingual("거절 답변", "Answers of no"), statistics.declinedCount)]),
      statistics.reasonsForNo.isEmpty
        ? .paragraph(Bilingual("거절 사유가 기록되지 않았습니다.", "No reasons for no are on record."))
        : Self.counts(
          Bilingual("거절과 종결의 사유", "Reasons for no and for ends"), Bilingual("사유", "Reason"),
          statistics.reasonsForNo.map { (reasonName($0.reason), $0.count) }),
    ]
  }

  private func reasonName(_ code: String) -> Bilingual {
    code.isEmpty ? Bilingual("사유 없음", "No reason given") : reasonNames[code] ?? Bilingual(both: code)
  }

  private var provisionBlocks: [ReportBlock] {
    [
      .paragraph(
        Bilingual(
          "개인정보는 동의가 살아 있는 동안에만, 동의에 적힌 상대에게 적힌 항목만 제공했습니다.",
          "Personal data were provided only under a live consent, to the recipient and with the items that it names.")),
      Self.counts(
        Bilingual("제공받은 자별 제공", "Provisions by recipient"), Bilingual("제공받은 자", "Recipient"),
        statistics.provisionsByRecipient.map { entry in
          let name =
            entry.key == "organization" ? Bilingual("개별 기관", "Single organisations") : Bilingual(recipient: entry.key)
          return (name, entry.count)
        }),
    ]
  }

  private func allocationBlocks(_ outcome: AllocationRun.Outcome) -> [ReportBlock] {
    var blocks: [ReportBlock] = [
      .facts([
        ReportFact(Bilingual("추천을 받은 신청", "Applications served"), outcome.served),
        ReportFact(Bilingual("소개", "Introductions"), outcome.introductions),
        ReportFact(Bilingual("신규 기관 비율", "Share of newcomers"), Self.percent(outcome.newcomerShare)),
        ReportFact(Bilingual("한 기관의 최다 소개", "Most introductions of one body"), outcome.largestExposure),
        ReportFact(Bilingual("쏠림 (지니 계수)", "Concentration (Gini)"), Self.hundredths(outcome.exposureGini)),
        ReportFact(
          Bilingual("최적 증명", "Proven optimal"),
          outcome.isProven ? Bilingual("예", "Yes") : Bilingual("아니요", "No")),
      ])
    ]
    if !prices.isEmpty {
      blocks.append(
        .table(
          ReportTable(
            caption: Bilingual("제약이 드는 값", "What each constraint costs"),
            columns: [
              .init(Bilingual("제약", "Constraint")), .init(Bilingual("잃는 적합도", "Quality lost"), isNumber: true),
              .init(Bilingual("제약이 없을 때 추천을 받은 신청", "Served without it"), isNumber: true),
            ],
            rows: prices.map { price in
              [
                Bilingual(allocationConstraint: price.constraint), Bilingual(both: Self.percent(price.lostShare)),
                Bilingual(price.servedWithout),
              ]
            })))
    }
    return blocks
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private static func hundredths(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let rest = abs(hundredths) % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
