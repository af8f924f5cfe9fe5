import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import PartnerDiscovery
import ResearchProfiles

/// Reports that are printed: an application's brief, a proposed consortium, the whole forum.
struct ReportRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let landscapes: LandscapeDesk

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/applications/:receipt/brief") { _, context in
      try context.account(withRole: .viewer)
      let application = try desk.application(in: context)
      return try page(
        desk.brief(of: application), back: ApplicationHead.address(of: application.receipt), context)
    }
    router.get("/desk/applications/:receipt/proposal") { request, context in
      try context.account(withRole: .viewer)
      let application = try desk.application(in: context)
      return try page(
        proposal(for: application, request.query),
        back: ApplicationHead.address(of: application.receipt) + "/consortium",
        context)
    }
    router.get("/desk/reports/forum") { _, context in
      try context.account(withRole: .viewer)
      let answer = try await landscapes.answer(waitingMilliseconds: 800)
      guard let counted = answer.content else {
        return try renderer.page(
          "report-counting", title: Bilingual("포럼 보고서", "Forum report"), Counting(failure: answer.failure), context)
      }
      let report = try desk.forumReport(landscape: counted.areas)
      return try page(report.report(made: desk.now), charts: ReportCharts(report), back: "/desk/landscape", context)
    }
  }

  private struct Counting: Sendable {
    var failure: String?
  }

  /// The consortium that the page of consortia shows for the same query; `proposal` is its number.
  private func proposal(for application: ForumApplication, _ fields: FormFields) throws -> Report {
    let name = fields["rules"] ?? "forum-default"
    guard let book = try desk.ruleBooks().first(where: { $0.name == name })?.book else {
      throw WebProblem.invalid(Bilingual("그런 규칙은 없습니다.", "There are no such rules."))
    }
    let size = fields["size"].flatMap { Int($0) }.flatMap { (3...6).contains($0) ? $0 : nil }
    let marks = try desk.store.marks(receipt: application.receipt)
    func marked(_ kind: PartnerMark.Kind) -> [OrganizationID] { marks.filter { $0.kind == kind }.map(\.organization) }
    guard application.application.hasText, desk.live != nil else { throw Self.noProposal }
    do {
      let answer = try desk.consortia(
        for: application, rules: book, size: size.map { $0...$0 }, pinned: marked(.pin), vetoed: marked(.veto),
        declined: fields["decline"].map { OrganizationID($0) })
      guard let report = desk.proposal(fields["proposal"].flatMap { Int($0) } ?? 1, of: answer) else {
        throw Self.noProposal
      }
      return report
    } catch let error as ConsortiumInputError {
      throw WebProblem.invalid(Bilingual(error))
    }
  }

  private static let noProposal = WebProblem(
    .notFound, title: Bilingual("제안이 없습니다", "No proposal"),
    explanation: Bilingual(
      "이 조건으로는 구성을 찾지 못했습니다. ‘컨소시엄’ 화면에서 조건을 바꾸어 보십시오.",
      "No consortium was found within these demands. Change them on the page “Consortium”."))

  private struct Content: Sendable {
    struct Section: Sendable {
      var id: String
      var heading: String
      var blocks: [Block]
    }

    struct Block: Sendable {
      var paragraph: String?
      /// Not `heading`: where it is missing, a template would find the section's.
      var subheading: String?
      var facts: [ReportPage.Fact]
      var hasFacts: Bool
      var list: [String]
      var hasList: Bool
      var table: ReportPage.PageTable?
      var quotation: ReportPage.Quotation?
      var svg: String?
    }

    var title: String
    var subtitle: String
    var made: String
    var back: String
    var hasPersonalData: Bool
    var sections: [Section]
  }

  private func page(
    _ report: Report, charts: ReportCharts? = nil, back: String, _ context: DeskRequestContext
  ) throws -> Response {
    let language = context.language
    let page = ReportPage(report, language: language)
    let content = Content(
      title: page.title, subtitle: page.subtitle, made: page.made, back: back, hasPersonalData: page.hasPersonalData,
      sections: page.sections.map { section in
        Content.Section(
          id: section.id, heading: section.heading,
          blocks: section.blocks.map { block in
            Content.Block(
              paragraph: block.paragraph, subheading: block.heading, facts: block.facts ?? [],
              hasFacts: block.facts != nil,
              list: block.list ?? [], hasList: block.list != nil, table: block.table, quotation: block.quotation,
              svg: block.chart.flatMap { charts?.svg($0, language: language) })
          })
      })
    return try renderer.page("report", title: report.title, content, scripts: ["print.js"], context)
  }
}
