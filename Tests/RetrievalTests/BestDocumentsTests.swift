import Retrieval
import TestCorpora
import Testing

@Suite struct BestDocumentsTests {
  @Test(arguments: [0, 1, 40, 60, 500, 5000])
  func `the best of any number of documents are chosen as sorting all of them does`(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    for largestScore in [1, 7, 300, 1 << 29] as [Int32] {
      var keys: [UInt64] = []
      var found: [ScoredDocument] = []
      for document in 0..<UInt32(count) where Bool.random(using: &random) {
        let score = Int32.random(in: 1...largestScore, using: &random)
        keys.append(BestDocuments.key(score: score, document: document))
        found.append(ScoredDocument(score: score, document: document))
      }
      found.sort(by: ScoredDocument.precedes)
      for limit in [1, 10, 200, 10_000] {
        var keys = keys
        #expect(BestDocuments.choose(&keys, limit: limit) == Array(found.prefix(limit)))
      }
    }
  }

  /// Scores that agree in their first bits, in all, or in none, up to a million times apart.
  @Test(arguments: 0..<100)
  func `a score that the best reach leaves none of them out and few others in`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let base = Int32.random(in: 0...1 << 28, using: &random)
    let scores = (0..<3000).map { _ in
      Int.random(in: 0..<4, using: &random) == 0
        ? 0 : base + Int32.random(in: 0...1 << [0, 3, 9, 14, 27][Int(seed % 5)], using: &random)
    }
    let bound = (scores.max() ?? 0) + Int32.random(in: 1...1 << 20, using: &random)
    let counted = scores.indices.filter { seed % 2 == 0 || $0 % 3 > 0 }
    let sorted = counted.map { scores[$0] }.filter { $0 > 0 }.sorted(by: >)
    for count in [1, 10, 300, 1900, 10_000, .max] {
      let least = BestDocuments.leastScore(ofBest: count, in: scores.span, below: bound) {
        seed % 2 == 0 || $0 % 3 > 0
      }
      let last = sorted.count < count ? 1 : sorted[count - 1]
      #expect(least <= last && least >= 1)
      let foundCount = sorted.prefix { $0 >= least }.count
      #expect(least == last || foundCount <= min(count, 3000) * 3 / 2 + 64, "best \(count)")
    }
  }

  @Test func `keys are sorted by some of their bytes, and keep their order where these agree`() {
    var random = SplitMix64(seed: 5)
    for count in [1, 2, 255, 3000] {
      let keys = (0..<count).map { _ in UInt64.random(in: 0..<1 << 40, using: &random) & 0xFF_0F0F_01FF }
      for bytes in [0..<1, 0..<4, 1..<3, 4..<8] {
        let mask = bytes.reduce(UInt64(0)) { $0 | 255 << UInt64($1 * 8) }
        var sorted = keys
        RadixOrder.sort(&sorted, byBytes: bytes)
        let expected = keys.enumerated().sorted {
          ($0.element & mask, $0.offset) < ($1.element & mask, $1.offset)
        }
        #expect(sorted == expected.map(\.element))
      }
    }
  }
}
