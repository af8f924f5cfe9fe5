import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird
import NIOCore

/// The start page, signing in and out, and the choice of language.
struct SignInRoutes: Sendable {
  let desk: ForumDesk
  let renderer: PageRenderer
  let visits: VisitReader
  private let limiter: RateLimiter

  init(desk: ForumDesk, renderer: PageRenderer, visits: VisitReader, configuration: WebConfiguration) {
    self.desk = desk
    self.renderer = renderer
    self.visits = visits
    limiter = RateLimiter(burst: 10, perMinute: configuration.signInsPerMinute)
  }

  private struct Content: Sendable {
    var formToken: String
    var next: String
    var name = ""
    var problem: String?
  }

  func add(to router: Router<DeskRequestContext>) {
    router.get("/") { _, context in
      if context.account != nil { return Response.seeOther("/desk/applications") }
      return try renderer.page("start", title: Bilingual("공동연구 상대 찾기", "Find research partners"), NoContent(), context)
    }
    router.get("/desk") { _, _ in Response.seeOther("/desk/applications") }
    router.get("/login") { request, context in
      try page(Content(formToken: context.formToken, next: Self.local(request.query["next"])), context)
    }
    router.post("/login") { request, context in try await signIn(request, context) }
    router.post("/logout") { request, context in
      _ = try await context.form(request, desk)
      try desk.accounts.signOut(context.visit)
      var response = Response.seeOther("/")
      response.setCookie(visits.cookie(VisitReader.sessionCookie, "", maxAge: 0))
      return response
    }
    router.get("/language/:code") { request, context in
      guard let language = Language(rawValue: try context.parameters.require("code")) else {
        throw WebProblem.notFound()
      }
      var response = Response.seeOther(Self.local(request.query["back"], otherwise: "/"))
      response.setCookie(visits.cookie(VisitReader.languageCookie, language.rawValue, maxAge: 365 * 86_400))
      return response
    }
  }

  private func page(
    _ content: Content, status: HTTPResponse.Status = .ok, _ context: DeskRequestContext
  ) throws -> Response {
    try renderer.page("login", title: Bilingual("담당자 로그인", "Sign in"), content, status: status, context)
  }

  private func signIn(_ request: Request, _ context: DeskRequestContext) async throws -> Response {
    let form = try await context.form(request, desk)
    guard limiter.admits(context.remoteAddress) else { throw WebProblem.tooMany }
    let next = Self.local(form["next"])
    guard let name = form["name"], let token = try await desk.accounts.signIn(name, password: form["password"] ?? "")
    else {
      let problem = Bilingual("아이디나 비밀번호가 맞지 않습니다.", "The user name or the password is wrong.")
      return try page(
        Content(
          formToken: context.formToken, next: next, name: form["name"] ?? "", problem: problem[context.language]),
        status: .unprocessableContent, context)
    }
    var response = Response.seeOther(next)
    response.setCookie(visits.cookie(VisitReader.sessionCookie, token, maxAge: nil))
    response.setCookie(visits.cookie(VisitReader.visitCookie, "", maxAge: 0))
    return response
  }

  /// An address on this server; anything else would let a link send people elsewhere.
  static func local(_ address: String?, otherwise: String = "/desk/applications") -> String {
    guard let address, address.hasPrefix("/"), !address.hasPrefix("//"), !address.contains("\\"),
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return otherwise }
    return address
  }
}
