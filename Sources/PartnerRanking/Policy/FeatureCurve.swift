import Glibc

/// How one feature of a partner becomes a part of its score: a piecewise linear curve.
///
/// The feature x, or ln(x + offset), is looked up among the knots. Below the first knot the first value holds; above the
/// last one the last piece goes on.
public struct FeatureCurve: Hashable, Sendable, Codable {
  /// Knots of one curve, at most.
  public static let largestKnotCount = 32

  public var part: PartnerScore.Part
  /// For a logarithmic scale what is added to x before, above 0; `nil` for x itself.
  public var logOffset: Double?
  /// At least two, ascending.
  public var knots: [Double]
  /// The part of the score at each knot.
  public var values: [Double]

  public init(part: PartnerScore.Part, logOffset: Double? = nil, knots: [Double], values: [Double]) {
    self.part = part
    self.logOffset = logOffset
    self.knots = knots
    self.values = values
  }

  /// A straight line from 0 at "nothing", which is x = 0.
  public static func line(_ part: PartnerScore.Part, slope: Double, logOffset: Double? = nil) -> Self {
    let start = logOffset.map { log($0) } ?? 0
    return FeatureCurve(part: part, logOffset: logOffset, knots: [start, start + 1], values: [0, slope])
  }

  /// The feature on the scale of the knots.
  public func position(of feature: Double) -> Double { logOffset.map { log(feature + $0) } ?? feature }

  /// The part of the score that a feature makes.
  public func value(of feature: Double) -> Double {
    let position = position(of: feature)
    guard position > knots[0] else { return values[0] }
    let upper = min(knots.firstIndex { $0 > position } ?? knots.count - 1, knots.count - 1)
    let share = (position - knots[upper - 1]) / (knots[upper] - knots[upper - 1])
    return values[upper - 1] + share * (values[upper] - values[upper - 1])
  }

  enum CodingKeys: String, CodingKey {
    case part = "name"
    case logOffset = "log_offset"
    case knots, values
  }
}
