/// Merges several term sources into one ascending sequence: a binary heap on the sources' current terms.
struct TermMerge {
  private struct Head {
    var term: [UInt8]
    var source: Int
  }

  private let sources: [any TermSource]
  private var heap: [Head] = []

  init(_ sources: [any TermSource]) {
    self.sources = sources
    for source in sources.indices { push(source) }
  }

  /// The next term and all its postings, ascending by document; `nil` at the end.
  ///
  /// - Parameter list: receives the postings; it may come out empty where all documents of a term are deleted.
  mutating func next(into list: inout PostingList) -> [UInt8]? {
    guard let term = heap.first?.term else { return nil }
    list.removeAll()
    while let head = heap.first, head.term == term {
      let source = pop().source
      sources[source].appendPostings(to: &list)
      sources[source].advance()
      push(source)
    }
    list.sortByDocument()
    return term
  }

  private mutating func push(_ source: Int) {
    guard let term = sources[source].currentTerm else { return }
    heap.append(Head(term: term, source: source))
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(child, parent) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func pop() -> Head {
    heap.swapAt(0, heap.count - 1)
    let head = heap.removeLast()
    var parent = 0
    while true {
      var smallest = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(child, smallest) {
        smallest = child
      }
      if smallest == parent { return head }
      heap.swapAt(parent, smallest)
      parent = smallest
    }
  }

  /// Equal terms come in the order of their sources, so that documents arrive in order wherever sources do.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (heap[left], heap[right])
    if a.term == b.term { return a.source < b.source }
    return a.term.lexicographicallyPrecedes(b.term)
  }
}
