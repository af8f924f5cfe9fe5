import Foundation
import PartnerRanking

/// Where the knots of a curve lie: nothing, and equal steps over what occurs.
enum CurveKnots {
  private static let count = 12
  /// Features that differ by less say nothing, and knots must stay apart when they are rounded.
  private static let smallestRange = 1e-3
  /// What is added to a feature before its logarithm is taken, for features that span magnitudes.
  private static let logOffsets: [PartnerScore.Part: Double] = [
    .votes: 0.1, .network: 0.003, .sharedProjects: 0.001, .partnerNetwork: 0.01,
  ]
  /// Features that are 0 or 1.
  private static let switches: Set<PartnerScore.Part> = [.country, .city, .ownCountryNamed]
  /// Features that are 0 for most.
  private static let sparse: Set<PartnerScore.Part> = [
    .needs, .partnerNetwork, .sharedProjects, .named, .acronymNamed, .cityNamed, .countryNamed,
  ]

  /// A curve without values for a part; `nil` where the feature is the same for all.
  ///
  /// - Complexity: that of sorting the examples.
  static func curve(of part: PartnerScore.Part, lane: Int, in examples: TrainingExamples) -> FeatureCurve? {
    let offset = logOffsets[part]
    var positions: [Double] = []
    positions.reserveCapacity(examples.isPartner.count)
    for row in examples.isPartner.indices {
      let feature = Double(examples.features[row * TrainingExamples.featureCount + lane])
      positions.append(offset.map { log(feature + $0) } ?? feature)
    }
    guard let least = positions.min(), let most = positions.max(), most - least > smallestRange else { return nil }
    if switches.contains(part) { return FeatureCurve(part: part, knots: [0, 1], values: [0, 0]) }
    var knots: [Double]
    if sparse.contains(part) {
      let occurring = positions.filter { $0 > least + 1e-6 }.sorted()
      guard !occurring.isEmpty else { return nil }
      knots = [least] + steps(from: occurring[occurring.count / 100], to: most, count: count - 1)
    } else {
      knots = steps(from: positions.sorted()[positions.count / 100], to: most, count: count)
    }
    // Knots that are too near to the one before say nothing of their own.
    let range = knots[knots.count - 1] - knots[0]
    knots = knots.reduce(into: []) { kept, knot in
      if kept.last.map({ knot - $0 > 0.01 * range }) ?? true { kept.append((knot * 1_000_000).rounded() / 1_000_000) }
    }
    guard knots.count >= 2 else { return nil }
    return FeatureCurve(part: part, logOffset: offset, knots: knots, values: knots.map { _ in 0 })
  }

  private static func steps(from low: Double, to high: Double, count: Int) -> [Double] {
    (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
  }
}
