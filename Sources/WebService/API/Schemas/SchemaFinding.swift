/// Where a value is not as its schema wants it.
struct SchemaFinding: Hashable, Sendable, Encodable {
  /// A JSON Pointer (RFC 6901); empty for the whole.
  var pointer: String
  var detail: String
}
