/// Documents that may be among the k best, as long as scores are known between two bounds only.
///
/// A document whose upper bound is below the k-th largest lower bound cannot be; the threshold is that number, and
/// rises as candidates come.
///
/// Of many documents that are wanted only some can be expected of the first part of the work, and the threshold may be
/// guessed from these (``expect(share:)``): then it must be asked in the end whether it was too high.
package struct CandidatePool {
  private let limit: Int
  /// So many should have been found by now: the limit, but where that is guessed.
  private(set) var wantedCount: Int
  /// Upper bounds, each above its document, in the order of insertion.
  private var entries: [UInt64] = []
  /// Of few documents that are wanted: as many of the largest lower bounds, descending.
  private var lowers: [Int32] = []
  /// Of many: how many lower bounds are in each step, and how many in the first step that counts and behind it.
  private var counts: [Int] = []
  private var firstStep = 0
  private var countedCount = 0
  /// Bits of a bound within a step; more where bounds come that would be beyond the last step.
  private var stepBits: Int32 = 4
  private static let stepCount = 1 << 12
  private static let fewDocuments = 64
  /// So many entries are worth looking for some that can go.
  private var largeCount: Int
  /// Documents whose upper bound is less need not be inserted.
  package private(set) var threshold: Int32 = 0
  /// As far as it is known from elsewhere.
  private var givenThreshold: Int32

  /// - Parameter threshold: a lower bound that so many documents are known to reach.
  package init(limit: Int, threshold: Int32 = 0) {
    self.limit = limit
    wantedCount = limit
    givenThreshold = max(0, threshold)
    self.threshold = givenThreshold
    largeCount = 2 * min(limit, 1 << 30) + 64
    if limit > Self.fewDocuments { counts = Array(repeating: 0, count: Self.stepCount) }
  }

  /// - Parameter upper: not negative.
  package mutating func insert(document: UInt32, lower: Int32, upper: Int32) {
    entries.append(UInt64(UInt32(bitPattern: upper)) << 32 | UInt64(document))
    if limit > Self.fewDocuments {
      if lower >= threshold { count(lower) }
    } else if lower > threshold {
      insert(lower)
    }
    if entries.count > largeCount {
      prune()
      largeCount = max(largeCount, 2 * entries.count)
    }
  }

  /// Takes over what is known from elsewhere.
  ///
  /// - Parameter bound: a lower bound that as many documents reach as are wanted.
  mutating func raise(to bound: Int32) {
    givenThreshold = max(givenThreshold, bound)
    threshold = max(threshold, bound)
  }

  /// Takes it that of the best documents about this share comes until this is called again, with all that came before.
  ///
  /// More of them than chance would leave out are waited for (four standard deviations, and a tenth for what is no chance).
  ///
  /// - Parameter share: 0 to 1, not less than before; 1 where nothing is left out.
  mutating func expect(share: Double) {
    guard limit > Self.fewDocuments else { return }
    let expected = Double(limit) * share
    wantedCount = min(limit, Int(1.1 * expected + 4 * expected.squareRoot() + 4))
  }

  /// A score that as many documents as are wanted reach for certain.
  var certainThreshold: Int32 { limit <= Self.fewDocuments || countedCount >= limit ? threshold : givenThreshold }

  /// The candidates that are left, in ascending order.
  package mutating func finish() -> [UInt32] {
    prune()
    if entries.count < 48 { return entries.map { UInt32(truncatingIfNeeded: $0) }.sorted() }
    RadixOrder.sort(&entries, byBytes: 0..<4)
    return entries.map { UInt32(truncatingIfNeeded: $0) }
  }

  private mutating func insert(_ lower: Int32) {
    var place = lowers.count
    lowers.append(lower)
    while place > 0, lowers[place - 1] < lower {
      lowers[place] = lowers[place - 1]
      place -= 1
    }
    lowers[place] = lower
    if lowers.count > limit { lowers.removeLast() }
    if lowers.count == limit, let last = lowers.last { threshold = max(threshold, last) }
  }

  /// Keeps no heap: the threshold is where the last step begins that with all behind it holds enough.
  private mutating func count(_ lower: Int32) {
    guard lower > 0 else { return }
    while lower >> stepBits >= Self.stepCount { widenSteps() }
    let step = Int(lower >> stepBits)
    // What lies before the first step that counts will never count again.
    guard step >= firstStep else { return }
    counts[step] += 1
    countedCount += 1
    while countedCount - counts[firstStep] >= wantedCount {
      countedCount -= counts[firstStep]
      counts[firstStep] = 0
      firstStep += 1
    }
    if countedCount >= wantedCount { threshold = max(threshold, Int32(firstStep) << stepBits) }
  }

  /// Makes one step of every two.
  private mutating func widenSteps() {
    for step in 0..<Self.stepCount / 2 { counts[step] = counts[2 * step] + counts[2 * step + 1] }
    for step in Self.stepCount / 2..<Self.stepCount { counts[step] = 0 }
    firstStep /= 2
    stepBits += 1
  }

  private mutating func prune() {
    let least = UInt64(UInt32(bitPattern: threshold)) << 32
    entries.removeAll { $0 < least }
  }
}
