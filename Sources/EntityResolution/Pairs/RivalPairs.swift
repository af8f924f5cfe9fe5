/// For each record the others that it may be one with.
struct RivalPairs {
  private let starts: [UInt32]
  private let partners: [(body: UInt32, points: Int32)]

  /// - Parameter pairs: the surest first; so are the partners of each record.
  init(_ pairs: [Resolution.Pair]) {
    let count = pairs.reduce(0) { max($0, max($1.primary, $1.other) + 1) }
    var counts = [UInt32](repeating: 0, count: count + 1)
    for pair in pairs {
      counts[pair.primary + 1] += 1
      counts[pair.other + 1] += 1
    }
    for index in counts.indices.dropFirst() { counts[index] += counts[index - 1] }
    var next = counts
    var partners = [(body: UInt32, points: Int32)](repeating: (0, 0), count: pairs.count * 2)
    for pair in pairs {
      for (one, other) in [(pair.primary, pair.other), (pair.other, pair.primary)] {
        partners[Int(next[one])] = (UInt32(other), Int32(clamping: pair.points))
        next[one] += 1
      }
    }
    starts = counts
    self.partners = partners
  }

  func partners(of body: Int, leastPoints: Int) -> some Sequence<Int> {
    partners[Int(starts[body])..<Int(starts[body + 1])].lazy.prefix { Int($0.points) >= leastPoints }.map {
      Int($0.body)
    }
  }
}
