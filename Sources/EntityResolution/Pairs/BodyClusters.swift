/// Records joined so far: a forest (Tarjan's disjoint sets with path halving) whose roots are the first of their bodies.
struct BodyClusters {
  private var parents: [UInt32]
  /// Of roots with more than one member.
  private var members: [Int: [Int]] = [:]

  init(_ bodies: [BodyFacts]) { parents = Array(0..<UInt32(bodies.count)) }

  mutating func root(of body: Int) -> Int {
    var current = body
    while Int(parents[current]) != current {
      parents[current] = parents[Int(parents[current])]
      current = Int(parents[current])
    }
    return current
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (low, high) = (min(left, right), max(left, right))
    parents[high] = UInt32(low)
    members[low] = members(of: low) + members(of: high)
    members[high] = nil
  }

  private func members(of root: Int) -> [Int] { members[root] ?? [root] }

  /// Two single records that were found sure may be joined. Larger ones only if no two of their members are ruled out to
  /// be one, clearly differ, or are namesakes: a record without a city is like both of two that are in two cities.
  func mayJoin(
    _ left: Int, _ right: Int, _ scorer: PairScorer, _ thresholds: ResolutionThresholds, _ bodies: [BodyFacts]
  ) -> Bool {
    let (ours, theirs) = (members(of: left), members(of: right))
    if ours.count == 1, theirs.count == 1 { return true }
    for one in ours.prefix(8) {
      for other in theirs.prefix(8) {
        let score = scorer.score(bodies[one], bodies[other], keepsReasons: false)
        if score.isForbidden || score.points < 0 { return false }
        if scorer.areNamesakes(bodies[one], bodies[other], thresholds) { return false }
      }
    }
    return true
  }
}
