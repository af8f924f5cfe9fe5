/// What an engine answers: one line of JSON, whose keys are those of every engine of the comparison.
struct EngineReply: Encodable {
  var error: String?

  // Building.
  var seconds: Double?
  var note: String?

  // Searching, in microseconds; the rate is of all threads together.
  var p50: Double?
  var p95: Double?
  var p99: Double?
  var rate: Double?
  /// With the query's analysis.
  var medianFromText: Double?

  // Opening and adding, in milliseconds.
  var medianMilliseconds: Double?
  var worstMilliseconds: Double?

  /// Bytes of the index by part.
  var parts: [String: Int]?

  enum CodingKeys: String, CodingKey {
    case error, seconds, note, p50, p95, p99, rate, parts
    case medianFromText = "p50_from_text"
    case medianMilliseconds = "median_ms"
    case worstMilliseconds = "worst_ms"
  }
}
