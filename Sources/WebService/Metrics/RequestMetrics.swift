import CoreMetrics
import HTTPTypes
import Hummingbird

/// Counts requests and how long they take, by the endpoint's pattern, the method and the status: never by anything that a
/// client sends.
struct RequestMetrics: RouterMiddleware {
  let registry: MetricsRegistry

  static let help = [
    "moim_http_requests_total": "Requests that were answered.",
    "moim_http_request_duration_seconds": "How long requests took until their answer began.",
    "moim_http_requests_active": "Requests that are being worked on.",
  ]

  func handle(
    _ request: Request, context: DeskRequestContext,
    next: (Request, DeskRequestContext) async throws -> Response
  ) async throws -> Response {
    let begun = ContinuousClock.now
    let active = Meter(label: "moim_http_requests_active", factory: registry)
    active.increment()
    defer { active.decrement() }
    do {
      let response = try await next(request, context)
      record(request, context, status: response.status, begun)
      return response
    } catch {
      record(request, context, status: (error as? any HTTPResponseError)?.status ?? .internalServerError, begun)
      throw error
    }
  }

  private func record(
    _ request: Request, _ context: DeskRequestContext, status: HTTPResponse.Status, _ begun: ContinuousClock.Instant
  ) {
    let dimensions = [
      ("endpoint", context.endpointPath ?? "none"),
      ("method", APIRoutes.methods.contains(request.method) ? request.method.rawValue : "other"),
      ("status", String(status.code)),
    ]
    let elapsed = begun.duration(to: .now).components
    Counter(label: "moim_http_requests", dimensions: dimensions, factory: registry).increment()
    Timer(label: "moim_http_request_duration", dimensions: dimensions, factory: registry)
      .recordNanoseconds(elapsed.seconds * 1_000_000_000 + elapsed.attoseconds / 1_000_000_000)
  }
}
