import HTTPTypes
import Hummingbird

/// Believes a proxy's word for where a request came from.
struct ForwardedAddress: RouterMiddleware {
  var isTrusted: Bool

  func handle(
    _ request: Request, context: DeskRequestContext,
    next: (Request, DeskRequestContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    // The last entry is the proxy's own; whatever stands before it anybody may have written.
    if isTrusted, let entry = request.headers[HTTPField.Name("X-Forwarded-For")!]?.split(separator: ",").last {
      context.remoteAddress = String(entry.trimmingPrefix(" "))
    }
    return try await next(request, context)
  }
}
