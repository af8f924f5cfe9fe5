import ForumDesk
import ForumRecords
import HTTPTypes
import Hummingbird

/// Lets in who has a token, as often as a token may come.
struct APIGate: Sendable {
  let desk: ForumDesk
  let clients: ClientDesk
  private let limiter: RateLimiter
  /// Of addresses whose tokens are wrong.
  private let refusals: RateLimiter

  init(desk: ForumDesk, requestsPerMinute: Double) {
    self.desk = desk
    clients = ClientDesk(store: desk.store) { desk.now }
    let burst = max(20, Int(requestsPerMinute / 6))
    limiter = RateLimiter(burst: burst, perMinute: requestsPerMinute)
    refusals = RateLimiter(burst: burst, perMinute: requestsPerMinute)
  }

  /// Who asks.
  ///
  /// - Throws: an ``APIProblem`` with status 401, 403 or 429.
  func client(_ request: Request, _ context: DeskRequestContext, role: UserRole) throws -> ClientToken {
    guard let client = try client(request) else {
      guard refusals.admits(context.remoteAddress) else { throw Self.tooMany }
      throw APIProblem(
        .unauthorized, "Send a token that is known, not revoked and not expired, as 'Authorization: Bearer TOKEN'.",
        headers: [.wwwAuthenticate: "Bearer realm=\"moim\""])
    }
    guard limiter.admits(String(client.id)) else { throw Self.tooMany }
    guard client.role >= role else {
      throw APIProblem(
        .forbidden,
        "This needs a token with the role \(role.rawValue) or higher; this one's is \(client.role.rawValue).")
    }
    return client
  }

  /// Whose token stands in the request; `nil` for none, or one that admits nobody.
  func client(_ request: Request) throws -> ClientToken? {
    guard let header = request.headers[.authorization] else { return nil }
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return try clients.client(ofToken: parts[1].trimmingPrefix(" ").description)
  }

  private static let tooMany = APIProblem(
    .tooManyRequests, "Too many requests: wait, and ask less often.", headers: [.retryAfter: "5"])
}
