/// Which candidates have worked together, a bit for each pair.
struct TieTable: Sendable {
  private let candidateCount: Int
  private let wordCount: Int
  private var bits: [UInt64]

  init(candidateCount: Int, ties: [(Int, Int)]) {
    self.candidateCount = candidateCount
    wordCount = (candidateCount + 63) / 64
    bits = Array(repeating: 0, count: wordCount * candidateCount)
    for (left, right) in ties where left != right {
      bits[left * wordCount + right >> 6] |= 1 << UInt64(right & 63)
      bits[right * wordCount + left >> 6] |= 1 << UInt64(left & 63)
    }
  }

  func areTied(_ left: Int, _ right: Int) -> Bool {
    bits[left * wordCount + right >> 6] >> UInt64(right & 63) & 1 == 1
  }

  func hasTies(_ candidate: Int) -> Bool {
    bits[candidate * wordCount..<(candidate + 1) * wordCount].contains { $0 != 0 }
  }
}
