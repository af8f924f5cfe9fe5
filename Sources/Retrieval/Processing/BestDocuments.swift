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
