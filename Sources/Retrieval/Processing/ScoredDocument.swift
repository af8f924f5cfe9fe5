/// A document of a segment with its exact score in units of the query's ``FixedPoint``.
package struct ScoredDocument: Equatable, Sendable {
  package var score: Int32
  package var document: UInt32

  package init(score: Int32, document: UInt32) {
    self.score = score
    self.document = document
  }

  /// Higher scores first, then lower document numbers, so that an order never depends on how documents were found.
  package static func precedes(_ left: ScoredDocument, _ right: ScoredDocument) -> Bool {
    left.score != right.score ? left.score > right.score : left.document < right.document
  }
}
