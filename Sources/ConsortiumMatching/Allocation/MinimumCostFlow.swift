/// A network in which supplies are sent to one sink as cheaply as possible.
///
/// Successive shortest paths with potentials (Edmonds and Karp, "Theoretical improvements in algorithmic efficiency for
/// network flow problems", JACM 19, 1972): one unit after the other takes the cheapest way in the residual network,
/// found by Dijkstra's algorithm on reduced costs, stopped at the sink. Every cost is at least 0 at the start. The
/// potentials that remain prove the flow to be optimal: no residual arc has a negative reduced cost.
struct MinimumCostFlow {
  private(set) var heads: [Int32] = []
  private var tails: [Int32] = []
  private var room: [Int32] = []
  private var costs: [Int] = []
  private var starts: [Int32] = []
  private var arcs: [Int32] = []
  private var potentials: [Int]
  private var distances: [Int]
  private var cameBy: [Int32]
  private var touched: [Int32] = []
  private var heap = DistanceHeap()
  let nodeCount: Int
  private let sink: Int

  init(nodeCount: Int, sink: Int) {
    self.nodeCount = nodeCount
    self.sink = sink
    potentials = Array(repeating: 0, count: nodeCount)
    distances = Array(repeating: .max, count: nodeCount)
    cameBy = Array(repeating: -1, count: nodeCount)
  }

  /// - Parameter cost: at least 0.
  /// - Returns: the arc's number, for ``flow(of:)``.
  mutating func addArc(from tail: Int, to head: Int, capacity: Int, cost: Int) -> Int {
    precondition(cost >= 0 && capacity >= 0, "costs and capacities are not negative")
    let number = heads.count
    heads += [Int32(head), Int32(tail)]
    tails += [Int32(tail), Int32(head)]
    room += [Int32(clamping: capacity), 0]
    costs += [cost, -cost]
    return number
  }

  /// Units on an arc.
  func flow(of arc: Int) -> Int { Int(room[arc ^ 1]) }

  /// To be called once, when all arcs are there.
  mutating func close() {
    starts = Array(repeating: 0, count: nodeCount + 1)
    for tail in tails { starts[Int(tail) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    arcs = Array(repeating: 0, count: heads.count)
    for (arc, tail) in tails.enumerated() {
      arcs[Int(next[Int(tail)])] = Int32(arc)
      next[Int(tail)] += 1
    }
  }

  /// Sends one unit from a node to the sink.
  ///
  /// - Returns: `false` where there is no way.
  /// - Complexity: of one search, which ends at the sink.
  mutating func send(from source: Int) -> Bool {
    for node in touched {
      distances[Int(node)] = .max
      cameBy[Int(node)] = -1
    }
    touched.removeAll(keepingCapacity: true)
    heap.removeAll()
    distances[source] = 0
    touched.append(Int32(source))
    heap.push(distance: 0, node: Int32(source))
    while let (distance, node32) = heap.pop() {
      let node = Int(node32)
      if distance > distances[node] { continue }
      if distance >= distances[sink] { break }
      let potential = potentials[node]
      for place in Int(starts[node])..<Int(starts[node + 1]) {
        let arc = Int(arcs[place])
        guard room[arc] > 0 else { continue }
        let head = Int(heads[arc])
        let reached = distance + costs[arc] + potential - potentials[head]
        guard reached < distances[head] else { continue }
        if distances[head] == .max { touched.append(heads[arc]) }
        distances[head] = reached
        cameBy[head] = Int32(arc)
        heap.push(distance: reached, node: heads[arc])
      }
    }
    let length = distances[sink]
    guard length < .max else { return false }
    // Potentials of what is nearer than the sink fall by the difference: reduced costs stay at least 0.
    for node32 in touched {
      let node = Int(node32)
      if distances[node] < length { potentials[node] += distances[node] - length }
    }
    var node = sink
    while node != source {
      let arc = Int(cameBy[node])
      room[arc] -= 1
      room[arc ^ 1] += 1
      node = Int(tails[arc])
    }
    return true
  }

  /// Whether the potentials prove that no other flow of the same supplies is cheaper.
  ///
  /// - Complexity: linear in the arcs.
  var isProvenOptimal: Bool {
    heads.indices.allSatisfy { arc in
      room[arc] == 0 || costs[arc] + potentials[Int(tails[arc])] - potentials[Int(heads[arc])] >= 0
    }
  }
}
