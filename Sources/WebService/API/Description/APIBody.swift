/// What an operation takes as its body.
struct APIBody: Sendable {
  var schema: JSONSchema
  var description: String
  var example: JSONValue
  /// Bytes, at most.
  var byteLimit: Int = 256 << 10
  /// Other types than this are refused.
  var mediaType = "application/json"
}
