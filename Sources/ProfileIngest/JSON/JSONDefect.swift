/// Why bytes are no JSON value.
struct JSONDefect: Error, Equatable {
  /// Into the bytes that were parsed.
  var offset: Int
  var reason: IngestText
}
