/// The k best documents seen so far: a binary heap with the worst on top.
///
/// Better means a higher score, then a lower document number, so that what is kept does not depend on the order in
/// which documents come.
package struct TopDocuments {
  package struct Entry: Equatable {
    package var score: Int32
    package var document: UInt32
  }

  private let capacity: Int
  private var heap: [Entry] = []

  package init(capacity: Int) {
    self.capacity = capacity
    heap.reserveCapacity(min(capacity, 1 << 16))
  }

  /// Scores at or below this cannot enter, as long as documents come in ascending order.
  package var threshold: Int32 { heap.count < capacity ? 0 : heap[0].score }

  package mutating func insert(score: Int32, document: UInt32) {
    let entry = Entry(score: score, document: document)
    if heap.count < capacity {
      heap.append(entry)
      siftUp()
    } else if capacity > 0, Self.isWorse(heap[0], entry) {
      heap[0] = entry
      siftDown()
    }
  }

  /// Best first.
  package var sorted: [Entry] { heap.sorted { Self.isWorse($1, $0) } }

  private static func isWorse(_ left: Entry, _ right: Entry) -> Bool {
    left.score != right.score ? left.score < right.score : left.document > right.document
  }

  private mutating func siftUp() {
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard Self.isWorse(heap[child], heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var worst = parent
      let left = 2 * parent + 1
      if left < heap.count, Self.isWorse(heap[left], heap[worst]) { worst = left }
      if left + 1 < heap.count, Self.isWorse(heap[left + 1], heap[worst]) { worst = left + 1 }
      if worst == parent { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
