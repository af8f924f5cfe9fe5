import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import ResearchProfiles

/// The counselling desk: who waits, what to know before, what was said, what comes next.
struct CounsellingRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer

  private static func address(of id: Int64) -> String { "/desk/counselling/\(id)" }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/counselling") { _, context in
      try context.account(withRole: .counsellor)
      return try renderer.page("counselling", title: Bilingual("상담", "Counselling"), queue(context), context)
    }
    router.post("/desk/counselling") { request, context in
      let account = try context.account(withRole: .counsellor)
      let form = try await context.form(request, desk)
      guard let receipt = form["receipt"], try desk.store.application(receipt: receipt) != nil else {
        throw WebProblem.invalid(Bilingual("그런 접수번호는 없습니다.", "There is no such receipt."))
      }
      let session = try desk.store.queueCounselling(receipt: receipt, actor: account.name, time: desk.now)
      return Response.seeOther(Self.address(of: session.id))
    }
    router.get("/desk/counselling/:id") { _, context in
      try context.account(withRole: .counsellor)
      return try renderer.page(
        "counselling-session", title: Bilingual("상담", "Counselling"), content(session(in: context), context), context)
    }
    router.post("/desk/counselling/:id") { request, context in try await save(request, context) }
  }

  private func session(in context: DeskRequestContext) throws -> CounsellingSession {
    guard let id = Int64(try context.parameters.require("id")),
      let found = try desk.store.counsellingSession(id: id)
    else { throw WebProblem.notFound(Bilingual("상담", "counselling session")) }
    return found
  }

  private struct Queue: Sendable {
    struct Row: Sendable {
      var address: String
      var title: String
      var applicant: String
      var status: String
      var statusClass: String
      var since: String
      var counsellor: String?
    }

    struct Wish: Sendable {
      var receipt: String
      var title: String
      var formToken: String
    }

    var rows: [Row]
    var isEmpty: Bool
    /// Applications that ask for counselling and have had none.
    var wishes: [Wish]
    var hasWishes: Bool
    var formToken: String
  }

  private func queue(_ context: DeskRequestContext) throws -> Queue {
    let language = context.language
    let sessions = try desk.store.counsellingSessions().items
    var filter = ApplicationFilter()
    filter.wantsCounselling = true
    filter.order = .oldestFirst
    let served = Set(sessions.map(\.receipt))
    let waiting = try desk.store.applications(filter).items.filter {
      !served.contains($0.receipt) && $0.status != .withdrawn
    }
    let rows = try sessions.sorted { ($0.status.order, $0.queued) < ($1.status.order, $1.queued) }.map {
      session -> Queue.Row in
      let application = try desk.store.application(receipt: session.receipt)
      return Queue.Row(
        address: Self.address(of: session.id),
        title: application.map { ApplicationHead.title(of: $0, language) } ?? session.receipt,
        applicant: application?.application.applicant?.name ?? session.receipt,
        status: Bilingual(session.status)[language], statusClass: session.status.badge,
        since: (session.ended ?? session.begun ?? session.queued).minute, counsellor: session.counsellor)
    }
    return Queue(
      rows: rows, isEmpty: rows.isEmpty,
      wishes: waiting.map {
        Queue.Wish(
          receipt: $0.receipt, title: ApplicationHead.title(of: $0, language), formToken: context.formToken)
      }, hasWishes: !waiting.isEmpty, formToken: context.formToken)
  }

  private struct Content: Sendable {
    var head: ApplicationHead
    var address: String
    var status: String
    var statusClass: String
    var summary: String
    var needs: [String]
    var offers: [String]
    var partners: [Partner]
    var hasPartners: Bool
    var earlier: [Earlier]
    var hasEarlier: Bool
    var notes: String
    var nextStep: String
    var referrals: [Choice]
    var canBegin: Bool
    var isDone: Bool
    var formToken: String

    struct Partner: Sendable {
      var name: String
      var address: String
      var level: String
    }

    struct Earlier: Sendable {
      var time: String
      var counsellor: String
      var notes: String
      var nextStep: String
    }
  }

  private func content(_ session: CounsellingSession, _ context: DeskRequestContext) throws -> Content {
    let language = context.language
    guard let application = try desk.store.application(receipt: session.receipt) else {
      throw WebProblem.notFound(Bilingual("신청", "application"))
    }
    var filter = CounsellingFilter()
    filter.receipt = session.receipt
    let earlier = try desk.store.counsellingSessions(filter).items.filter { $0.id != session.id && $0.ended != nil }
    let suggestions = try desk.suggestions(of: session.receipt).prefix(5)
    return Content(
      head: ApplicationHead(application, tab: .overview, language), address: Self.address(of: session.id),
      status: Bilingual(session.status)[language], statusClass: session.status.badge,
      summary: application.application.summary, needs: application.application.needs.map(\.statement),
      offers: application.application.offers.map(\.statement),
      partners: suggestions.map {
        Content.Partner(
          name: desk.name(of: $0.organization), address: SearchRoutes.address(of: $0.organization),
          level: Bilingual($0.level)[language])
      }, hasPartners: !suggestions.isEmpty,
      earlier: earlier.map {
        Content.Earlier(
          time: ($0.ended ?? $0.queued).minute, counsellor: $0.counsellor ?? "", notes: $0.notes,
          nextStep: $0.nextStep)
      }, hasEarlier: !earlier.isEmpty, notes: session.notes, nextStep: session.nextStep,
      referrals: [
        Choice(value: "", label: Bilingual("없음", "None")[language], isChosen: session.referral == nil)
      ]
        + Course.allCases.map {
          Choice(value: $0.rawValue, label: Bilingual($0)[language], isChosen: session.referral == $0)
        }, canBegin: session.status == .queued, isDone: session.status == .done, formToken: context.formToken)
  }

  private func save(_ request: Request, _ context: DeskRequestContext) async throws -> Response {
    let account = try context.account(withRole: .counsellor)
    let form = try await context.form(request, desk)
    let session = try session(in: context)
    let notes = String((form["notes"] ?? "").prefix(20_000))
    let nextStep = String((form["next_step"] ?? "").prefix(2000))
    let referral = form["referral"].flatMap(Course.init(rawValue:))
    switch form["action"] {
    case "begin":
      _ = try desk.store.beginCounselling(
        id: session.id, counsellor: account.name, actor: account.name, time: desk.now)
    case "finish":
      _ = try desk.store.finishCounselling(
        id: session.id, notes: notes, nextStep: nextStep, referral: referral, actor: account.name, time: desk.now)
      return Response.seeOther("/desk/counselling")
    default:
      _ = try desk.store.saveCounselling(
        id: session.id, notes: notes, nextStep: nextStep, referral: referral, actor: account.name, time: desk.now)
    }
    return Response.seeOther(Self.address(of: session.id))
  }
}

extension CounsellingSession.Status {
  /// Those who wait come first.
  fileprivate var order: Int {
    switch self {
    case .inProgress: 0
    case .queued: 1
    case .done: 2
    }
  }
}
