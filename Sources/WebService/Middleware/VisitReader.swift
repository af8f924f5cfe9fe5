import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird

/// Finds out who asks and in which language, and sees to the cookies of both.
struct VisitReader: RouterMiddleware {
  static let sessionCookie = "moim_session"
  static let visitCookie = "moim_visit"
  static let languageCookie = "moim_language"

  let desk: ForumDesk
  var isSecure: Bool

  func handle(
    _ request: Request, context: DeskRequestContext,
    next: (Request, DeskRequestContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.location = request.uri.string
    let cookies = request.cookies
    context.language = language(request)
    if let token = cookies[Self.sessionCookie]?.value, let account = try desk.accounts.account(ofSession: token) {
      context.account = account
      context.visit = token
    } else if let visit = cookies[Self.visitCookie]?.value, visit.utf8.count == 43 {
      context.visit = visit
    } else {
      context.visit = RandomToken.make()
      context.isNewVisit = true
    }
    context.formToken = desk.links.formToken(of: context.visit)
    var response = try await next(request, context)
    if context.isNewVisit, response.headers[.contentType]?.hasPrefix("text/html") == true {
      response.setCookie(cookie(Self.visitCookie, context.visit, maxAge: nil))
    }
    return response
  }

  /// What was chosen, else the first of the browser's languages that there is, else Korean.
  private func language(_ request: Request) -> Language {
    if let chosen = request.cookies[Self.languageCookie]?.value, let language = Language(rawValue: chosen) {
      return language
    }
    let wanted = (request.headers[.acceptLanguage] ?? "").split(separator: ",").map {
      $0.prefix { $0 != ";" && $0 != "-" }.trimmingPrefix(" ").lowercased()
    }
    return wanted.lazy.compactMap { Language(rawValue: $0) }.first ?? .korean
  }

  func cookie(_ name: String, _ value: String, maxAge: Int?) -> Cookie {
    // Lax: a link in a letter must find its reader signed in; forms carry a token of their own.
    Cookie(name: name, value: value, maxAge: maxAge, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
  }
}
