/// Draws ranks with the frequencies of words in text: p(rank) ∝ 1 / (rank + 2.7), rank from 0 (Zipf's law as Mandelbrot
/// corrected it).
///
/// Sampling is by alias table (Walker 1977, in Vose's construction of 1991): two random numbers a draw, no logarithm.
public struct ZipfDistribution: Sendable {
  public let rankCount: Int
  private let probabilities: [Double]
  private let thresholds: [UInt32]
  private let aliases: [UInt32]
  private static let shift = 2.7

  /// - Complexity: linear in the ranks.
  public init(rankCount: Int) {
    precondition(rankCount > 0, "a vocabulary needs a word")
    self.rankCount = rankCount
    var probabilities = (0..<rankCount).map { 1 / (Double($0) + Self.shift) }
    let total = probabilities.reduce(0, +)
    for rank in probabilities.indices { probabilities[rank] /= total }
    self.probabilities = probabilities

    var scaled = probabilities.map { $0 * Double(rankCount) }
    var thresholds = Array(repeating: UInt32.max, count: rankCount)
    var aliases = (0..<rankCount).map { UInt32($0) }
    var small = scaled.indices.filter { scaled[$0] < 1 }
    var large = scaled.indices.filter { scaled[$0] >= 1 }
    while let poor = small.popLast(), let rich = large.popLast() {
      thresholds[poor] = UInt32(scaled[poor] * 4_294_967_295)
      aliases[poor] = UInt32(rich)
      scaled[rich] -= 1 - scaled[poor]
      if scaled[rich] < 1 { small.append(rich) } else { large.append(rich) }
    }
    self.thresholds = thresholds
    self.aliases = aliases
  }

  /// How likely one draw gives a rank.
  public func probability(ofRank rank: Int) -> Double { probabilities[rank] }

  public func draw(_ random: inout SeededGenerator) -> Int {
    let bits = random.next()
    let rank = Int(((bits >> 32) &* UInt64(rankCount)) >> 32)
    return UInt32(truncatingIfNeeded: bits) <= thresholds[rank] ? rank : Int(aliases[rank])
  }
}
