extension Array {
  /// Brings the first `count` elements of the sorted order to the front, in no particular order (Hoare, "Algorithm 65:
  /// FIND", CACM 1961, with the median of three as pivot).
  ///
  /// - Parameter precedes: a strict order of all elements: no two are equal in it.
  /// - Complexity: linear on average.
  package mutating func selectFirst(_ count: Int, by precedes: (Element, Element) -> Bool) {
    guard count > 0, count < self.count else { return }
    var (low, high) = (0, self.count - 1)
    while low < high {
      let middle = low + (high - low) / 2
      if precedes(self[middle], self[low]) { swapAt(middle, low) }
      if precedes(self[high], self[low]) { swapAt(high, low) }
      if precedes(self[high], self[middle]) { swapAt(high, middle) }
      let pivot = self[middle]
      var (left, right) = (low, high)
      while left <= right {
        while precedes(self[left], pivot) { left += 1 }
        while precedes(pivot, self[right]) { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if count - 1 <= right { high = right } else if count - 1 >= left { low = left } else { return }
    }
  }
}
