/// A document of a segment with its exact score in units of the query's ``FixedPoint``.
struct ScoredDocument: Equatable, Sendable {
  var score: Int32
  var document: UInt32

  /// Higher scores first, then lower document numbers, so that an order never depends on how documents were found.
  static func precedes(_ left: ScoredDocument, _ right: ScoredDocument) -> Bool {
    left.score != right.score ? left.score > right.score : left.document < right.document
  }
}
