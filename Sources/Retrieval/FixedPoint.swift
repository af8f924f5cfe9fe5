/// Scores as whole numbers of a fixed unit, chosen for each query.
///
/// Sums of whole numbers do not depend on their order: every processor, at any number of threads and segments, gives
/// the same score to the last bit, and the parts of an explanation add up to it exactly. The unit is a power of two,
/// so that the score as a `Double` is exact too. It is chosen such that no sum can reach 2^30.
struct FixedPoint: Equatable, Sendable {
  /// Units in a score of 1.
  let unitsPerOne: Float

  /// - Parameter largestScore: no score of the query is larger.
  init(largestScore: Float) {
    var units: Float = 0x1p24
    while units * largestScore >= 0x1p29, units > 1 { units /= 2 }
    unitsPerOne = units
  }

  func score(_ units: Int32) -> Double { Double(units) / Double(unitsPerOne) }
}
