import HTTPTypes

/// What an operation answers when all went well.
struct APIAnswer: Sendable {
  var status: HTTPResponse.Status
  var description: String
  var schema: JSONSchema
  /// Names of headers with what they say.
  var headers: [String: String] = [:]
  var example: JSONValue?
}
