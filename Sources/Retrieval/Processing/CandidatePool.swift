/// Documents that may be among the k best, as long as scores are known between two bounds only.
///
/// A document whose upper bound is below the k-th largest lower bound cannot be; the threshold is that number, and
/// rises as candidates come.
package struct CandidatePool {
  let limit: Int
  /// Upper bounds, each above its document, in the order of insertion.
  private var entries: [UInt64] = []
  /// Of few documents that are wanted: the largest lower bounds, and the one that came since they were chosen.
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

  /// - Parameter threshold: a lower bound that so many documents are known to reach.
  package init(limit: Int, threshold: Int32 = 0) {
    self.limit = limit
    self.threshold = max(0, threshold)
    largeCount = 2 * min(limit, 1 << 30) + 64
    if limit > Self.fewDocuments { counts = Array(repeating: 0, count: Self.stepCount) }
  }

  /// - Parameter upper: not negative.
  package mutating func insert(document: UInt32, lower: Int32, upper: Int32) {
    entries.append(UInt64(UInt32(bitPattern: upper)) << 32 | UInt64(document))
    guard lower > threshold else { return }
    if limit > Self.fewDocuments {
      count(lower)
    } else {
      lowers.append(lower)
      if lowers.count > limit || threshold == 0 { chooseLowers() }
    }
    if entries.count > largeCount {
      prune()
      largeCount = max(largeCount, 2 * entries.count)
    }
  }

  /// Takes over what is known from elsewhere.
  ///
  /// - Parameter bound: a lower bound that as many documents reach as are wanted.
  mutating func raise(to bound: Int32) { threshold = max(threshold, bound) }

  /// The candidates that are left, in ascending order.
  package mutating func finish() -> [UInt32] {
    prune()
    if entries.count < 48 { return entries.map { UInt32(truncatingIfNeeded: $0) }.sorted() }
    RadixOrder.sort(&entries, byBytes: 0..<4)
    return entries.map { UInt32(truncatingIfNeeded: $0) }
  }

  private mutating func chooseLowers() {
    guard limit > 0, lowers.count >= limit else { return }
    Selection.moveLargest(limit, toFrontOf: &lowers)
    lowers.removeSubrange(limit...)
    threshold = max(threshold, lowers.min() ?? 0)
  }

  /// Keeps no heap: the threshold is where the last step begins that with all behind it holds enough.
  private mutating func count(_ lower: Int32) {
    while lower >> stepBits >= Self.stepCount { widenSteps() }
    let step = Int(lower >> stepBits)
    // What lies before the first step that counts will never count again.
    guard step >= firstStep else { return }
    counts[step] += 1
    countedCount += 1
    while countedCount - counts[firstStep] >= limit {
      countedCount -= counts[firstStep]
      counts[firstStep] = 0
      firstStep += 1
    }
    if countedCount >= limit { threshold = max(threshold, Int32(firstStep) << stepBits) }
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

/// Partial sorting.
enum Selection {
  /// Moves the largest numbers to the front, in no order (Hoare's FIND, CACM 1961, with the median of three).
  ///
  /// - Complexity: linear on average.
  static func moveLargest(_ count: Int, toFrontOf values: inout [Int32]) {
    var (low, high) = (0, values.count - 1)
    while low < high {
      let middle = (low + high) / 2
      let pivot = max(min(values[low], values[middle]), min(max(values[low], values[middle]), values[high]))
      var (left, right) = (low, high)
      while left <= right {
        while values[left] > pivot { left += 1 }
        while values[right] < pivot { right -= 1 }
        if left <= right {
          values.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if count - 1 <= right {
        high = right
      } else if count - 1 >= left {
        low = left
      } else {
        return
      }
    }
  }
}
