import CallRules
import ConsortiumMatching
import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import PartnerDiscovery
import ResearchProfiles

/// Introductions for the whole forum at once: runs with their prices, what changed, and going back.
struct AllocationRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static func address(of id: String) -> String { "/desk/allocations/\(id)" }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/allocations") { _, context in
      let account = try context.account(withRole: .viewer)
      return try renderer.page(
        "allocations", title: Bilingual("전체 배정", "Allocation"), list(account, context), context)
    }
    router.post("/desk/allocations") { request, context in
      let account = try context.account(withRole: .officer)
      let id = try await desk.allocate(Self.request(try await context.form(request, desk)), actor: account.name)
      return Response.seeOther(Self.address(of: id))
    }
    router.get("/desk/allocations/:id") { request, context in
      let account = try context.account(withRole: .viewer)
      let id = try context.parameters.require("id")
      return try renderer.page(
        "allocation", title: Bilingual("배정 \(id)", "Allocation \(id)"),
        one(id, against: request.query["against"], account, context), context)
    }
    router.post("/desk/allocations/:id/current") { request, context in
      let account = try context.account(withRole: .officer)
      _ = try await context.form(request, desk)
      let id = try known(try context.parameters.require("id"))
      _ = try desk.allocations.rollBack(to: id)
      try desk.store.recordAudit(action: "allocation.roll_back", subject: id, actor: account.name, time: desk.now)
      return Response.seeOther(Self.address(of: id))
    }
  }

  private static func request(_ form: FormFields) throws -> ForumDesk.AllocationRequest {
    var request = ForumDesk.AllocationRequest()
    func number(_ name: String, _ range: ClosedRange<Int>) throws -> Int {
      guard let number = form[name].flatMap({ Int($0) }), range.contains(number) else {
        throw WebProblem.invalid(
          Bilingual(
            "\(range.lowerBound)에서 \(range.upperBound) 사이의 수를 적어 주십시오.",
            "Enter numbers from \(range.lowerBound) to \(range.upperBound)."))
      }
      return number
    }
    request.capacity = try number("capacity", 1...1000)
    request.suggestionCount = try number("suggestions", 1...20)
    request.newcomerPercent = try number("newcomers", 0...100)
    request.rules = form["rules"]
    return request
  }

  private func known(_ id: String) throws -> String {
    guard let known = desk.allocations.ids.first(where: { $0 == id }) else {
      throw WebProblem.notFound(Bilingual("배정", "allocation"))
    }
    return known
  }

  private struct List: Sendable {
    struct Row: Sendable {
      var id: String
      var address: String
      var isCurrent: Bool
      var served: Int
      var introductions: Int
      var settings: String
    }

    var rows: [Row]
    var isEmpty: Bool
    var canChange: Bool
    var rules: [Choice]
    var formToken: String
  }

  private func list(_ account: UserAccount, _ context: DeskRequestContext) throws -> List {
    let language = context.language
    let store = desk.allocations
    let current = store.currentID
    let rows = try store.ids.reversed().prefix(50).map { id in
      let run = try store.run(id)
      return List.Row(
        id: id, address: Self.address(of: id), isCurrent: id == current, served: run.outcome.served,
        introductions: run.outcome.introductions, settings: Self.settings(run, language))
    }
    return List(
      rows: rows, isEmpty: rows.isEmpty, canChange: account.role >= .officer,
      rules: [Choice(value: "", label: Bilingual("규칙 없이", "Without rules")[language])]
        + (try desk.ruleBooks().map {
          Choice(
            value: $0.name,
            label: $0.book.title.isEmpty ? $0.name : $0.book.title.text(preferring: [language.rawValue]))
        }), formToken: context.formToken)
  }

  private static func settings(_ run: AllocationRun, _ language: Language) -> String {
    Bilingual(
      "기관마다 많아야 \(run.settings.capacity)건, 신청마다 \(run.settings.suggestions)건, 신규 기관 \(run.settings.newcomerPercent) % 이상",
      "at most \(run.settings.capacity) for each body, \(run.settings.suggestions) for each application, "
        + "\(run.settings.newcomerPercent) % or more for newcomers")[language]
  }

  private struct Content: Sendable {
    struct Introduced: Sendable {
      var name: String
      var address: String
      var isPinned: Bool
      var isNew: Bool
    }

    struct Row: Sendable {
      var receipt: String
      var address: String
      var title: String
      var introductions: [Introduced]
      var removed: [String]
      var hasRemoved: Bool
      var reason: String?
    }

    struct Price: Sendable {
      var constraint: String
      var lost: String
      var served: Int
    }

    var id: String
    var isCurrent: Bool
    var canChange: Bool
    var settings: String
    var pairs: [LabelledText]
    var prices: [Price]
    var others: [Choice]
    var hasOthers: Bool
    var comparison: String?
    var rows: [Row]
    var formToken: String
  }

  private func one(
    _ asked: String, against other: String?, _ account: UserAccount, _ context: DeskRequestContext
  ) throws -> Content {
    let language = context.language
    let store = desk.allocations
    let id = try known(asked)
    let run = try store.run(id)
    let against = try other.map { try known($0) }
    let difference = try against.map { AllocationDifference(from: try store.run($0), to: run) }
    let changes = Dictionary(uniqueKeysWithValues: (difference?.changes ?? []).map { ($0.application, $0) })
    let outcome = run.outcome
    let rows = try run.applications.map { entry -> Content.Row in
      let application = try desk.store.application(receipt: entry.id)
      let change = changes[entry.id]
      return Content.Row(
        receipt: entry.id, address: ApplicationHead.address(of: entry.id),
        title: application.map { ApplicationHead.title(of: $0, language) } ?? entry.id,
        introductions: entry.introductions.map {
          Content.Introduced(
            name: desk.name(of: $0.organization), address: SearchRoutes.address(of: $0.organization),
            isPinned: $0.isPinned, isNew: change?.added.contains($0.organization) == true)
        }, removed: change?.removed.map { desk.name(of: $0) } ?? [], hasRemoved: change?.removed.isEmpty == false,
        reason: entry.introductions.isEmpty
          ? Bilingual("소개할 곳을 찾지 못했습니다", "nobody could be found")[language] : nil)
    }
    return Content(
      id: id, isCurrent: id == store.currentID, canChange: account.role >= .officer,
      settings: Self.settings(run, language),
      pairs: [
        .init(label: Bilingual("소개받는 신청", "Applications served")[language], value: "\(outcome.served)"),
        .init(label: Bilingual("소개", "Introductions")[language], value: "\(outcome.introductions)"),
        .init(
          label: Bilingual("가장 많이 소개되는 기관", "Most for one body")[language], value: "\(outcome.largestExposure)"),
        .init(
          label: Bilingual("신규 기관의 몫", "Share of newcomers")[language], value: Number.percent(outcome.newcomerShare)),
        .init(
          label: Bilingual("최적 확인", "Proven best")[language],
          value: outcome.isProven ? Bilingual("예", "yes")[language] : Bilingual("아니요", "no")[language]),
      ],
      prices: run.prices.map {
        Content.Price(
          constraint: Bilingual(allocationConstraint: $0.constraint)[language],
          lost: Number.decimal(100 * $0.lostShare, places: 1),
          served: $0.servedWithout)
      },
      others: store.ids.reversed().filter { $0 != id }.prefix(50).map {
        Choice(value: $0, label: $0, isChosen: $0 == against)
      }, hasOthers: store.ids.count > 1,
      comparison: difference.map { difference in
        Bilingual(
          "\(against ?? "")번과 견주어 신청 \(difference.changes.count)건이 달라졌고 소개 \(difference.keptCount)건은 그대로입니다.",
          "Against \(against ?? ""): \(difference.changes.count) applications differ, "
            + "\(difference.keptCount) introductions are the same.")[language]
      }, rows: rows, formToken: context.formToken)
  }
}
