import ForumDesk
import HTTPTypes
import Hummingbird
import Logging

/// Turns whatever went wrong into a page that says what to do, or into problem+json (RFC 9457) under `/api`.
struct ErrorPages: RouterMiddleware {
  let renderer: PageRenderer

  struct Content: Sendable {
    var status: Int
    var heading: String
    var explanation: String
  }

  func handle(
    _ request: Request, context: DeskRequestContext,
    next: (Request, DeskRequestContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let redirect as SignInNeeded {
      return redirect.response(context)
    } catch {
      let problem = WebProblem(error)
      if problem.status.code >= 500 {
        // The endpoint's pattern, not the path: a path may hold somebody's link.
        context.logger.error(
          "request failed", metadata: ["endpoint": "\(context.endpointPath ?? "none")", "error": "\(type(of: error))"])
        context.logger.debug("details", metadata: ["error": "\(error)"])
      }
      if request.uri.path.hasPrefix("/api/") { return APIProblem(problem.status, problem.explanation.english).response }
      return try renderer.page(
        "error", title: problem.title,
        Content(
          status: problem.status.code, heading: problem.title[context.language],
          explanation: problem.explanation[context.language]),
        status: problem.status, context)
    }
  }
}
