import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import PartnerDiscovery

/// Demand and supply by field and region: drawings with the same numbers as tables, and in words what is missing.
struct LandscapeRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let landscapes: LandscapeDesk

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/landscape") { request, context in
      try context.account(withRole: .viewer)
      let level = request.query["level"].flatMap(LandscapeLevel.init(rawValue:)) ?? .areas
      let answer = try await landscapes.answer(waitingMilliseconds: 800)
      return try renderer.page(
        "landscape", title: Bilingual("수요·공급", "Landscape"), Self.content(answer, level, desk, context), context)
    }
  }

  private struct Content: Sendable {
    struct Drawing: Sendable {
      var id: String
      var title: String
      var svg: String
      var table: Table
    }

    struct Table: Sendable {
      struct Row: Sendable {
        var heading: String
        var cells: [String]
      }

      var caption: String
      var corner: String
      var columns: [String]
      var rows: [Row]
    }

    struct Unmet: Sendable {
      var statement: String
      var application: PageLayout.Link
      var isRequired: Bool
      var advice: String
      var nearest: PageLayout.Link?
      var level: String
    }

    struct Sole: Sendable {
      var supplier: PageLayout.Link
      var needs: [Statement]
    }

    struct Statement: Sendable {
      var statement: String
      var application: PageLayout.Link
    }

    var address: String
    var levels: [PageLayout.Link]
    var isCounting: Bool
    var failure: String?
    var hasContent: Bool
    var made: String
    var applicationCount: Int
    var trust: String
    var gaps: [String]
    var hasGaps: Bool
    var drawings: [Drawing]
    var hasNeeds: Bool
    var needsText: String
    var unmet: [Unmet]
    var hasUnmet: Bool
    var sole: [Sole]
    var hasSole: Bool
    var unwanted: [Statement]
    var hasUnwanted: Bool
    var unreadable: [PageLayout.Link]
    var hasUnreadable: Bool
  }

  private static func link(_ receipt: String) -> PageLayout.Link {
    PageLayout.Link(label: receipt, address: ApplicationHead.address(of: receipt))
  }

  private static func content(
    _ answer: LandscapeDesk.Answer, _ level: LandscapeLevel, _ desk: ForumDesk, _ context: DeskRequestContext
  ) -> Content {
    let language = context.language
    let levels = LandscapeLevel.allCases.map { each in
      PageLayout.Link(
        label: (each == .areas ? Bilingual("큰 분야", "Areas") : Bilingual("세부 분야", "Fields"))[language],
        address: "/desk/landscape" + AddressText.query([("level", each.rawValue)]), isCurrent: each == level)
    }
    var content = Content(
      address: "/desk/landscape" + AddressText.query([("level", level.rawValue)]), levels: levels,
      isCounting: answer.isCounting, failure: answer.failure, hasContent: false, made: "", applicationCount: 0,
      trust: "",
      gaps: [], hasGaps: false, drawings: [], hasNeeds: false, needsText: "", unmet: [], hasUnmet: false, sole: [],
      hasSole: false, unwanted: [], hasUnwanted: false, unreadable: [], hasUnreadable: false)
    guard let counted = answer.content else { return content }
    let landscape = counted[level]
    content.hasContent = true
    content.made = counted.made.minute
    content.applicationCount = landscape.applicationCount
    let (needs, evidence) = (landscape.demandGrounds, landscape.supplyGrounds)
    let (sureNeeds, sureEvidence) = (
      needs.percent(.code) + needs.percent(.text), evidence.percent(.code) + evidence.percent(.text)
    )
    content.trust =
      Bilingual(
        "분야는 신청서에 적힌 대로, 적히지 않았으면 글에서 판단합니다. 필요의 \(sureNeeds) %, 실적의 \(sureEvidence) %는 확실하고 나머지는 참고용입니다.",
        "Fields are those that applications state, else told from their words: surely for \(sureNeeds) % of the needs and "
          + "\(sureEvidence) % of the evidence. The rest is indicative.")[language]
    content.gaps = landscape.gaps.map { $0.sentence[language] }
    content.hasGaps = !content.gaps.isEmpty
    let charts = LandscapeCharts(landscape)
    let drawn: [(String, any Chart)] = [
      ("demand-supply", charts.demandAndSupply), ("demand-region", charts.demandByRegion),
      ("supply-region", charts.supplyByRegion), ("balance-region", charts.balanceByRegion),
    ]
    content.drawings = drawn.map { id, chart in
      Content.Drawing(
        id: id, title: chart.title[language], svg: chart.svg(language: language, id: id, width: 1000),
        table: table(chart.accompanyingTable(language: language)))
    }
    guard let forum = counted.needs else { return content }
    content.hasNeeds = true
    let sole = forum.soleSuppliers.reduce(0) { $0 + $1.needs.count }
    content.needsText =
      Bilingual(
        "필요 \(forum.needCount)건 가운데 \(forum.wellMetCount)건은 여러 기관이, \(sole)건은 한 기관만 채울 수 있고, \(forum.unmet.count)건은 채울 곳이 없습니다.",
        "Of \(forum.needCount) needs \(forum.wellMetCount) can be met by several bodies, \(sole) by one alone, and "
          + "\(forum.unmet.count) by nobody.")[language]
    content.unmet = forum.unmet.map { unmet in
      Content.Unmet(
        statement: unmet.statement, application: link(unmet.receipt), isRequired: unmet.isRequired,
        advice: unmet.advice[language],
        nearest: unmet.nearest.map { PageLayout.Link(label: $0.name, address: SearchRoutes.address(of: $0.id)) },
        level: unmet.nearestLevel[language])
    }
    content.hasUnmet = !forum.unmet.isEmpty
    content.sole = forum.soleSuppliers.map { sole in
      Content.Sole(
        supplier: PageLayout.Link(label: sole.supplier.name, address: SearchRoutes.address(of: sole.supplier.id)),
        needs: sole.needs.map(statement))
    }
    content.hasSole = !forum.soleSuppliers.isEmpty
    content.unwanted = forum.unwantedOffers.map(statement)
    content.hasUnwanted = !forum.unwantedOffers.isEmpty
    content.unreadable = forum.unreadableReceipts.map(link)
    content.hasUnreadable = !forum.unreadableReceipts.isEmpty
    return content
  }

  private static func statement(_ offer: ForumNeeds.Offer) -> Content.Statement {
    Content.Statement(statement: offer.statement, application: link(offer.receipt))
  }

  private static func table(_ table: ChartTable) -> Content.Table {
    Content.Table(
      caption: table.caption, corner: table.cornerHeading, columns: table.columnHeadings,
      rows: table.rows.map { Content.Table.Row(heading: $0.heading, cells: $0.cells) })
  }
}
