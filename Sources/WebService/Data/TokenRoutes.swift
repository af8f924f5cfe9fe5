import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird

/// Which programs may call the REST interface, as `moim token` has it.
struct TokenRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  private let clients: ClientDesk

  init(desk: ForumDesk, renderer: PageRenderer) {
    self.desk = desk
    self.renderer = renderer
    clients = ClientDesk(store: desk.store) { desk.now }
  }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/desk/administration/tokens") { request, context in
      try context.account(withRole: .administrator)
      return try page(
        notice: request.query["done"] == "revoked"
          ? Bilingual("토큰을 취소했습니다. 이제 아무도 쓸 수 없습니다.", "The token was revoked: it admits nobody any more.") : nil,
        context)
    }
    router.post("/desk/administration/tokens") { request, context in
      let account = try context.account(withRole: .administrator)
      return try add(try await context.form(request, desk), actor: account.name, context)
    }
    router.post("/desk/administration/tokens/:id/revoke") { request, context in
      let account = try context.account(withRole: .administrator)
      _ = try await context.form(request, desk)
      guard let id = Int64(try context.parameters.require("id")),
        try desk.store.clientTokens().contains(where: { $0.id == id })
      else { throw WebProblem.notFound(Bilingual("토큰", "token")) }
      try desk.store.revokeClientToken(id: id, actor: account.name, time: desk.now)
      return Response.seeOther(AdministrationTab.tokens.address + "?done=revoked")
    }
  }

  /// The answer to the form itself shows the token: it stands in no address, and on no page that can be asked for again.
  private func add(_ form: FormFields, actor: String, _ context: DeskRequestContext) throws -> Response {
    guard let role = form["role"].flatMap(UserRole.init(rawValue:)) else {
      throw WebProblem.invalid(Bilingual("권한을 골라 주십시오.", "Choose a role."))
    }
    var filled = Filled(name: form["name"] ?? "", role: role, days: form["days"])
    do {
      let days = try filled.days.map { text in
        guard let days = Int(text) else { throw ClientDesk.Problem.malformedDays(0) }
        return days
      }
      let (token, record) = try clients.add(filled.name, role: role, days: days, actor: actor)
      return try page(made: Content.Made(name: record.name, token: token), context)
    } catch let problem as ClientDesk.Problem {
      filled.problem = Self.text(problem)
      return try page(filled: filled, context)
    }
  }

  private static func text(_ problem: ClientDesk.Problem) -> Bilingual {
    switch problem {
    case .malformedName:
      let lengths = ClientDesk.nameLengths
      return Bilingual(
        "이름은 글자, 숫자, 빈칸, ‘-’, ‘.’, ‘_’로 \(lengths.lowerBound)~\(lengths.upperBound)자입니다.", problem.description)
    case .malformedDays:
      let days = ClientDesk.dayCounts
      return Bilingual(
        "기한은 \(days.lowerBound)일부터 \(days.upperBound)일까지입니다.",
        "A token expires after \(days.lowerBound) to \(days.upperBound) days, or never.")
    }
  }

  private struct Filled: Sendable {
    var name = ""
    var role = UserRole.viewer
    /// As it was chosen; `nil` for never.
    var days: String? = "90"
    var problem: Bilingual?
  }

  private struct Content: Sendable {
    struct Made: Sendable {
      var name: String
      var token: String
    }

    struct Row: Sendable {
      var number: Int64
      var name: String
      var role: String
      var created: String
      var expires: String?
      var lastUsed: String?
      var state: String
      var stateClass: String
      var revokeAddress: String?
    }

    var tabs: [PageLayout.Link]
    var made: Made?
    var tokens: [Row]
    var isEmpty: Bool
    var name: String
    var roles: [Choice]
    var periods: [Choice]
    var problem: String?
    var formToken: String
  }

  private func row(_ token: ClientToken, _ language: Language) -> Content.Row {
    let isLive = token.isLive(at: desk.now)
    let state: Bilingual =
      if let revoked = token.revoked {
        Bilingual("\(revoked.minute) 취소", "revoked \(revoked.minute)")
      } else {
        isLive ? Bilingual("사용 가능", "live") : Bilingual("기한 지남", "expired")
      }
    return Content.Row(
      number: token.id, name: token.name, role: Bilingual(token.role)[language],
      created: token.created.minute, expires: token.expires.map { $0.minute },
      lastUsed: token.lastUsed.map { $0.minute }, state: state[language], stateClass: isLive ? "good" : "bad",
      revokeAddress: token.revoked == nil ? AdministrationTab.tokens.address + "/\(token.id)/revoke" : nil)
  }

  private func page(
    notice: Bilingual? = nil, filled: Filled = Filled(), made: Content.Made? = nil, _ context: DeskRequestContext
  ) throws -> Response {
    let language = context.language
    let tokens = try desk.store.clientTokens()
    // Those that admit somebody stand before those that are history.
    let ordered = tokens.filter { $0.isLive(at: desk.now) } + tokens.filter { !$0.isLive(at: desk.now) }
    let periods = [
      ("30", Bilingual("30일", "30 days")), ("90", Bilingual("90일", "90 days")), ("365", Bilingual("1년", "a year")),
      ("", Bilingual("기한 없음", "never")),
    ]
    let content = Content(
      tabs: AdministrationTab.links(current: .tokens, language), made: made,
      tokens: ordered.map { row($0, language) }, isEmpty: ordered.isEmpty, name: filled.name,
      roles: UserRole.allCases.map {
        Choice(value: $0.rawValue, label: Bilingual($0)[language], isChosen: $0 == filled.role)
      },
      periods: periods.map { Choice(value: $0, label: $1[language], isChosen: $0 == filled.days ?? "") },
      problem: filled.problem?[language], formToken: context.formToken)
    return try renderer.page(
      "tokens", title: Bilingual("API 토큰", "API tokens"), content, status: filled.problem == nil ? .ok : .badRequest,
      notice: notice, context)
  }
}
