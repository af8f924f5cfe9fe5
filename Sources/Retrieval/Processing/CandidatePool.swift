/// Documents that may be among the k best, as long as scores are known between two bounds only.
///
/// A document whose upper bound is below the k-th largest lower bound cannot be; the threshold is that number, and
/// rises as candidates come.
package struct CandidatePool {
  let limit: Int
  private let capacity: Int
  /// Upper bounds, each above its document, in the order of insertion.
  private var entries: [UInt64] = []
  /// The largest lower bounds, and those that came since they were chosen.
  private var lowers: [Int32] = []
  /// Documents whose upper bound is less need not be inserted.
  package private(set) var threshold: Int32 = 0

  /// - Parameter threshold: a lower bound that so many documents are known to reach.
  package init(limit: Int, threshold: Int32 = 0) {
    self.limit = limit
    self.threshold = max(0, threshold)
    // Choosing among many costs about as much as so many insertions: the threshold lags a little and no heap is kept.
    capacity = limit <= 64 ? limit + 1 : limit + min(limit, 1 << 14)
  }

  /// - Parameter upper: not negative.
  package mutating func insert(document: UInt32, lower: Int32, upper: Int32) {
    entries.append(UInt64(UInt32(bitPattern: upper)) << 32 | UInt64(document))
    guard lower > threshold else { return }
    lowers.append(lower)
    if lowers.count >= (threshold == 0 ? limit : capacity) { raiseThreshold() }
  }

  /// The candidates that are left, in ascending order.
  package mutating func finish() -> [UInt32] {
    raiseThreshold()
    prune()
    return entries.map { UInt32(truncatingIfNeeded: $0) }.sorted()
  }

  private mutating func raiseThreshold() {
    guard limit > 0, lowers.count >= limit else { return }
    Selection.moveLargest(limit, toFrontOf: &lowers)
    lowers.removeSubrange(limit...)
    threshold = max(threshold, lowers.min() ?? 0)
    if entries.count > 2 * limit + 64 { prune() }
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
