import ForumRecords
import HTTPTypes

/// One thing that a client can ask for. The routes, the checks of requests and the OpenAPI document all derive from it.
struct APIOperation: Sendable {
  /// In camel case, as clients made from the document will call it.
  var id: String
  var method: HTTPRequest.Method
  /// Below `/api/v1`, with parameters in braces: `/applications/{receipt}`.
  var path: String
  var tag: APITag
  var summary: String
  var description: String
  /// The least role that may ask; `nil` for everybody, without a token.
  var role: UserRole?
  var parameters: [APIParameter]
  var body: APIBody?
  var answers: [APIAnswer]
  /// Statuses of problems beside those that follow from the rest, with when they come.
  var problems: [HTTPResponse.Status: String]
  var handle: @Sendable (APICall) async throws -> APIReply

  init(
    _ id: String, _ method: HTTPRequest.Method, _ path: String, _ tag: APITag, role: UserRole?, _ summary: String,
    _ description: String = "", parameters: [APIParameter] = [], body: APIBody? = nil, answers: [APIAnswer],
    problems: [HTTPResponse.Status: String] = [:], handle: @escaping @Sendable (APICall) async throws -> APIReply
  ) {
    self.id = id
    self.method = method
    self.path = path
    self.tag = tag
    self.role = role
    self.summary = summary
    self.description = description
    self.parameters = parameters
    self.body = body
    self.answers = answers
    self.problems = problems
    self.handle = handle
  }

  /// All of them, in the order of the document.
  static var all: [APIOperation] {
    searchOperations + applicationOperations + partnerOperations + introductionOperations + deskOperations
      + [ofItself]
  }

  /// All problems that it may answer with, by status.
  var allProblems: [HTTPResponse.Status: String] {
    var all: [HTTPResponse.Status: String] = [.internalServerError: "The server had a problem; nothing was changed."]
    if role != nil {
      all[.unauthorized] = "There is no token, or it is unknown, revoked or expired."
      all[.serviceUnavailable] = "The store is busy; try again."
      all[.tooManyRequests] = "The token has made too many requests; `Retry-After` says when to try again."
    }
    if let role, role > .viewer { all[.forbidden] = "The token's role is not at least `\(role.rawValue)`." }
    // Also parameters that there are not.
    all[.badRequest] = "A parameter is missing, unknown or of another form, or the body is no JSON."
    if body != nil {
      all[.contentTooLarge] = "The body is larger than \(body?.byteLimit ?? 0) bytes."
      all[.unsupportedMediaType] = "The body is not `\(body?.mediaType ?? "")`."
      all[.unprocessableContent] = "The body is JSON, but not what is asked for; `errors` says where."
    }
    if parameters.contains(where: { $0.place == .path }) { all[.notFound] = "There is no such thing." }
    return all.merging(problems) { $1 }
  }
}
