/// A term in a document.
struct Posting: Sendable {
  var document: UInt32
  /// Weighted frequency tf', at least 1.
  var frequency: UInt32
  /// Of its positions, as ``PositionCode`` has them.
  var positionByteCount: UInt32
}
