import Hummingbird
import Logging

/// One line for each request: the endpoint's pattern, never the path or the query, which may hold names and links.
struct RequestLog: RouterMiddleware {
  func handle(
    _ request: Request, context: DeskRequestContext,
    next: (Request, DeskRequestContext) async throws -> Response
  ) async throws -> Response {
    let begun = ContinuousClock.now
    let response = try await next(request, context)
    let elapsed = begun.duration(to: .now)
    context.logger.info(
      "request",
      metadata: [
        "method": "\(request.method)", "endpoint": "\(context.endpointPath ?? "none")",
        "status": "\(response.status.code)",
        "milliseconds": "\(elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000)",
      ])
    return response
  }
}
