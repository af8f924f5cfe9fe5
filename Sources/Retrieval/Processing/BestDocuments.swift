/// Documents with their scores in one number each, so that they are chosen and sorted fast.
package enum BestDocuments {
  /// Larger scores give smaller keys.
  ///
  /// - Parameter score: not negative.
  @inline(__always)
  package static func key(score: Int32, document: UInt32) -> UInt64 {
    UInt64(~UInt32(bitPattern: score)) << 32 | UInt64(document)
  }

  /// The best documents, best first; equal scores in ascending order of document.
  ///
  /// - Parameter keys: of different documents in ascending order.
  /// - Complexity: linear in the keys; for few of them like sorting.
  package static func choose(_ keys: inout [UInt64], limit: Int) -> [ScoredDocument] {
    if keys.count > 2 * limit, keys.count > 64 { dropMost(&keys, limit: limit) }
    // Counting bytes pays from a few dozen keys on.
    if keys.count < 48 { keys.sort() } else { RadixOrder.sort(&keys, byBytes: 4..<8) }
    return keys.prefix(limit).map {
      ScoredDocument(
        score: Int32(bitPattern: ~UInt32(truncatingIfNeeded: $0 >> 32)), document: UInt32(truncatingIfNeeded: $0))
    }
  }

  /// A score that so many reach and not many more, as far as scores differ; at least 1.
  ///
  /// They are counted in steps, then those of the step that decides in smaller ones.
  ///
  /// - Parameters:
  ///   - scores: not negative.
  ///   - bound: no score reaches it.
  ///   - isAdmitted: which of the scores count.
  /// - Complexity: linear.
  @inline(__always)
  package static func leastScore(
    ofBest count: Int, in scores: Span<Int32>, below bound: Int32, isAdmitted: (_ index: Int) -> Bool
  ) -> Int32 {
    let countBits = 10
    var (least, bits) = (Int32(0), 32 - bound.leadingZeroBitCount)
    var wanted = count
    while true {
      let stepBits = max(0, bits - countBits)
      // Four counts a step: one number is not counted up twice in a row as fast as two numbers.
      var counts = Array(repeating: SIMD4<Int32>(), count: 1 << (bits - stepBits))
      for index in scores.indices where isAdmitted(index) {
        let step = UInt32(bitPattern: scores[index] &- least) &>> UInt32(stepBits)
        if step < counts.count { counts[Int(step)][index & 3] &+= 1 }
      }
      var (step, found) = (counts.count, 0)
      while found < wanted, step > 0 {
        step -= 1
        wanted -= found
        found = Int(counts[step].wrappedSum())
      }
      least += Int32(step) << Int32(stepBits)
      if stepBits == 0 || found - wanted <= count / 2 + 64 { return max(1, least) }
      bits = stepBits
    }
  }

  /// Drops keys that are surely not among the best, by counting scores in steps.
  private static func dropMost(_ keys: inout [UInt64], limit: Int) {
    let largest = ~UInt32(truncatingIfNeeded: (keys.min() ?? 0) >> 32)
    let stepBits = UInt32(max(0, 32 - largest.leadingZeroBitCount - 10))
    var counts = Array(repeating: 0, count: 1024)
    for key in keys { counts[Int(~UInt32(truncatingIfNeeded: key >> 32) >> stepBits)] += 1 }
    var (step, found) = (1023, counts[1023])
    while found < limit, step > 0 {
      step -= 1
      found += counts[step]
    }
    let last = key(score: Int32(bitPattern: UInt32(step) << stepBits), document: .max)
    keys.removeAll { $0 > last }
  }
}
