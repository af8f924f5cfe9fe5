import Foundation
package import ParallelExecution
package import PartnerRanking

/// Learns the curves and the kind table of a policy from past consortia.
///
/// The loss of one consortium with partners P among its candidates is listwise,
///
///     0.8 · (-1/|P| Σ_{i∈P} ln softmax(i)) + 0.2 · (-ln Σ_{i∈P} softmax(i)),
///
/// the first part as in ListNet (Cao et al., ICML 2007), the second content with any partner on top. Curvature is
/// penalised, so that rare features stay near straight lines. The fame damping is no part of what is learnt, which would
/// undo it. Full batches and a fixed number of steps of Adam (Kingma and
/// Ba, ICLR 2015): no sampling, and sums are made in a fixed order, so that any number of threads learns the same.
package struct PolicyTrainer {
  package var executor = ParallelExecutor()
  package var stepCount = 120
  package var learningRate = 0.05
  package var anyPartnerShare = 0.2
  package var curvaturePenalty = 3e-3
  package var sizePenalty = 2e-6
  package var tablePenalty = 1e-4

  package init() {}

  /// Slopes that training starts from; 0 for the others.
  private static let startSlopes: [PartnerScore.Part: Double] = [
    .votes: 0.7, .network: 0.4, .coverage: 2, .sharedProjects: 0.1, .named: 4.5, .acronymNamed: 1.3, .cityNamed: 3,
    .countryNamed: 2.6, .country: 0.3,
  ]

  /// A policy like `base` with the curves and kind table that the examples ask for. Parts that the examples do not speak
  /// of keep their curves.
  ///
  /// - Complexity: steps times candidates times features.
  package func train(_ examples: TrainingExamples, base: RankingPolicy) -> RankingPolicy {
    var curves: [FeatureCurve] = []
    var lanes: [Int] = []
    for (lane, part) in PartnerScore.Part.curved.enumerated() {
      guard var curve = CurveKnots.curve(of: part, lane: lane, in: examples) else { continue }
      let slope = Self.startSlopes[part] ?? 0
      curve.values = curve.knots.map { slope * ($0 - curve.knots[0]) }
      curves.append(curve)
      lanes.append(lane)
    }
    let problem = ListwiseProblem(examples, curves: curves, lanes: lanes, anyPartnerShare: anyPartnerShare)
    var weights = curves.flatMap(\.values) + Array(repeating: 0, count: problem.cellCount)
    var (mean, square) = (weights.map { _ in 0.0 }, weights.map { _ in 0.0 })
    for step in 0..<stepCount {
      var gradient = problem.gradient(weights, executor: executor)
      addPenalties(to: &gradient, weights, curves)
      let rate = learningRate * (1 - Double(step) / Double(stepCount))
      let (meanBias, squareBias) = (1 - pow(0.9, Double(step + 1)), 1 - pow(0.999, Double(step + 1)))
      for index in weights.indices {
        mean[index] = 0.9 * mean[index] + 0.1 * gradient[index]
        square[index] = 0.999 * square[index] + 0.001 * gradient[index] * gradient[index]
        weights[index] -= rate * (mean[index] / meanBias) / ((square[index] / squareBias).squareRoot() + 1e-8)
      }
    }
    return policy(base, curves, weights)
  }

  private func addPenalties(to gradient: inout [Double], _ weights: [Double], _ curves: [FeatureCurve]) {
    var first = 0
    for curve in curves {
      let (knots, count) = (curve.knots, curve.knots.count)
      let range = max(knots[count - 1] - knots[0], 1e-9)
      let strength = curvaturePenalty / Double(count)
      for knot in 1..<max(1, count - 1) {
        let (before, after) = (range / (knots[knot] - knots[knot - 1]), range / (knots[knot + 1] - knots[knot]))
        let index = first + knot
        let bend =
          before * weights[index - 1] - (before + after) * weights[index] + after * weights[index + 1]
        gradient[index - 1] += strength * bend * before
        gradient[index] -= strength * bend * (before + after)
        gradient[index + 1] += strength * bend * after
      }
      for index in first..<first + count { gradient[index] += sizePenalty * weights[index] }
      first += count
    }
    for index in first..<weights.count { gradient[index] += tablePenalty * weights[index] }
  }

  /// Curves are moved so that a feature of 0 makes no part.
  private func policy(_ base: RankingPolicy, _ curves: [FeatureCurve], _ weights: [Double]) -> RankingPolicy {
    func rounded(_ value: Double) -> Double { (value * 100_000).rounded() / 100_000 }
    var policy = base
    policy.curves = []
    var first = 0
    var learnt: [PartnerScore.Part: FeatureCurve] = [:]
    for var curve in curves {
      curve.values = Array(weights[first..<first + curve.knots.count])
      let nothing = curve.value(of: 0)
      curve.values = curve.values.map { rounded($0 - nothing) }
      learnt[curve.part] = curve
      first += curve.knots.count
    }
    policy.curves = PartnerScore.Part.curved.compactMap { part in
      learnt[part] ?? base.curves.first { $0.part == part }
    }
    let kindCount = KindTable.kinds.count
    for cell in 0..<kindCount * kindCount {
      let isKnown = cell / kindCount < kindCount - 1 && cell % kindCount < kindCount - 1
      policy.kindTable.values[cell / kindCount][cell % kindCount] = isKnown ? rounded(weights[first + cell]) : 0
    }
    return policy
  }
}
