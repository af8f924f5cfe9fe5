/// A binary heap of nodes by distance; equal distances by number of node.
struct DistanceHeap {
  private var entries: [(distance: Int, node: Int32)] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (entries[left], entries[right])
    return left.distance != right.distance ? left.distance < right.distance : left.node < right.node
  }

  mutating func push(distance: Int, node: Int32) {
    entries.append((distance, node))
    var place = entries.count - 1
    while place > 0, precedes(place, (place - 1) / 2) {
      entries.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> (distance: Int, node: Int32)? {
    guard let first = entries.first else { return nil }
    let last = entries.removeLast()
    guard !entries.isEmpty else { return first }
    entries[0] = last
    var place = 0
    while true {
      var smallest = place
      for child in [2 * place + 1, 2 * place + 2] where child < entries.count && precedes(child, smallest) {
        smallest = child
      }
      if smallest == place { break }
      entries.swapAt(place, smallest)
      place = smallest
    }
    return first
  }
}
