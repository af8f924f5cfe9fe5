import Foundation
import ParallelExecution
import PartnerRanking

/// The examples on the scale of the knots, and the gradient of the listwise loss over them. Millions of rows times a
/// hundred steps: plain memory.
///
/// Invariants: each position p stands for the knots ⌊p⌋ and ⌊p⌋ + 1 of its curve, both below the curve's knot count; kind
/// cells are below ``cellCount``; rows of consortia ascend and end with the number of rows. All are made here and never
/// change.
struct ListwiseProblem: Sendable {
  /// Consortia whose gradients are summed in one piece of work. Fixed, so that sums do not depend on threads.
  private static let consortiaPerPiece = 32

  let cellCount = KindTable.kinds.count * KindTable.kinds.count
  private let curveCount: Int
  /// Where each curve begins among the weights; the kind table behind the last.
  private let firstWeights: [Int]
  private let positions: [Float]
  private let isPartner: [Bool]
  private let kindCells: [UInt8]
  private let starts: [Int]
  private let anyPartnerShare: Double

  init(_ examples: TrainingExamples, curves: [FeatureCurve], lanes: [Int], anyPartnerShare: Double) {
    curveCount = curves.count
    var firstWeights = [0]
    for curve in curves { firstWeights.append(firstWeights[firstWeights.count - 1] + curve.knots.count) }
    self.firstWeights = firstWeights
    isPartner = examples.isPartner
    kindCells = examples.kindCells
    starts = examples.starts
    self.anyPartnerShare = anyPartnerShare
    var positions: [Float] = []
    positions.reserveCapacity(curves.count * examples.isPartner.count)
    for row in examples.isPartner.indices {
      for (curve, lane) in zip(curves, lanes) {
        let feature = Double(examples.features[row * TrainingExamples.featureCount + lane])
        positions.append(Self.place(of: curve.position(of: feature), among: curve.knots))
      }
    }
    self.positions = positions
  }

  /// The number of the knot below plus the share of the way to the next, below the last knot.
  private static func place(of position: Double, among knots: [Double]) -> Float {
    guard position > knots[0] else { return 0 }
    let upper = knots.firstIndex { $0 > position } ?? knots.count
    guard upper < knots.count else { return Float(knots.count - 1).nextDown }
    let share = Float((position - knots[upper - 1]) / (knots[upper] - knots[upper - 1]))
    return min(Float(upper - 1) + share, Float(upper).nextDown)
  }

  /// The gradient of the mean loss by each weight.
  func gradient(_ weights: [Double], executor: ParallelExecutor) -> [Double] {
    let consortiumCount = starts.count - 1
    let pieceCount = (consortiumCount + Self.consortiaPerPiece - 1) / Self.consortiaPerPiece
    let pieces = executor.map(count: pieceCount) { piece, _ in
      let first = piece * Self.consortiaPerPiece
      return gradient(weights, of: first..<min(first + Self.consortiaPerPiece, consortiumCount))
    }
    var sum = weights.map { _ in 0.0 }
    for piece in pieces {
      for index in sum.indices { sum[index] += piece[index] }
    }
    return sum.map { $0 / Double(max(1, consortiumCount)) }
  }

  private func gradient(_ weights: [Double], of consortia: Range<Int>) -> [Double] {
    var gradient = weights.map { _ in 0.0 }
    var scores: [Double] = []
    unsafe gradient.withUnsafeMutableBufferPointer { gradient in
      unsafe weights.withUnsafeBufferPointer { weights in
        unsafe positions.withUnsafeBufferPointer { positions in
          unsafe firstWeights.withUnsafeBufferPointer { firstWeights in
            let cells = unsafe firstWeights[curveCount]
            for consortium in consortia {
              let rows = starts[consortium]..<starts[consortium + 1]
              scores.removeAll(keepingCapacity: true)
              for row in rows {
                var score = unsafe weights[cells + Int(kindCells[row])]
                for curve in 0..<curveCount {
                  let position = unsafe positions[row * curveCount + curve]
                  let knot = Int(position)
                  let share = Double(position - Float(knot))
                  let weight = unsafe firstWeights[curve] + knot
                  score += unsafe weights[weight] * (1 - share) + weights[weight + 1] * share
                }
                scores.append(score)
              }
              guard turnIntoSlopes(&scores, rows: rows) else { continue }
              for (row, slope) in zip(rows, scores) {
                unsafe gradient[cells + Int(kindCells[row])] += slope
                for curve in 0..<curveCount {
                  let position = unsafe positions[row * curveCount + curve]
                  let knot = Int(position)
                  let share = Double(position - Float(knot))
                  let weight = unsafe firstWeights[curve] + knot
                  unsafe gradient[weight] += slope * (1 - share)
                  unsafe gradient[weight + 1] += slope * share
                }
              }
            }
          }
        }
      }
    }
    return gradient
  }

  /// Replaces the scores of a consortium's candidates by how much the loss grows with each.
  ///
  /// - Returns: whether there is a loss at all: no partner, none.
  private func turnIntoSlopes(_ scores: inout [Double], rows: Range<Int>) -> Bool {
    let partnerCount = rows.count { isPartner[$0] }
    guard partnerCount > 0, let largest = scores.max() else { return false }
    var (total, partnerTotal) = (0.0, 0.0)
    for (index, row) in rows.enumerated() {
      scores[index] = exp(scores[index] - largest)
      total += scores[index]
      if isPartner[row] { partnerTotal += scores[index] }
    }
    // A partner so far behind that it underflows pulls by the first part alone.
    let anyShare = partnerTotal > 0 ? anyPartnerShare / partnerTotal : 0
    for (index, row) in rows.enumerated() {
      let target =
        isPartner[row] ? (1 - anyPartnerShare) / Double(partnerCount) + anyShare * scores[index] : 0
      scores[index] = scores[index] / total - target
    }
    return true
  }
}
