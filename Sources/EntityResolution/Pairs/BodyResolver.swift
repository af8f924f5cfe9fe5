public import ParallelExecution

/// Finds the records of a large set that are one body.
///
/// Pairs that share a blocking key are scored; the surest are joined first, and a join must not bring together what
/// conflicts: two bodies with different numbers of an exclusive scheme stay apart, however many others lie between.
/// Deterministic at any thread count: ties go by position.
public struct BodyResolver: Sendable {
  public var executor: ParallelExecutor
  public var thresholds = ResolutionThresholds()
  private let scorer = PairScorer()

  /// Pairs scored by one thread at a time.
  private static let chunkCount = 16_384

  public init(executor: ParallelExecutor = ParallelExecutor()) { self.executor = executor }

  /// - Parameter bodies: in the order in which they became known: the first one of a body gives it its id.
  /// - Parameter isNew: for each body whether it is to be resolved; those that are not are only compared with those that
  ///   are. `nil` for all.
  /// - Complexity: n log n; a million bodies of two names take a minute or two on two cores and 2 GB.
  public func resolve(_ bodies: [BodyFacts], isNew: [Bool]? = nil) -> Resolution {
    var pairs = CandidatePairs.find(bodies, executor: executor)
    if let isNew { pairs.removeAll { !isNew[Int($0 >> 32)] && !isNew[Int($0 & 0xFFFF_FFFF)] } }
    let candidates = pairs
    let chunkCount = (pairs.count + Self.chunkCount - 1) / Self.chunkCount
    let scored = executor.map(count: chunkCount) { chunk, _ in
      var found: [Resolution.Pair] = []
      for pair in candidates[chunk * Self.chunkCount..<min(candidates.count, (chunk + 1) * Self.chunkCount)] {
        let (left, right) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
        let score = scorer.score(bodies[left], bodies[right], keepsReasons: false)
        if thresholds.outcome(of: score) != .new {
          // A forbidden pair is held at best.
          let points = score.isForbidden ? min(score.points, thresholds.merging - 1) : score.points
          found.append(Resolution.Pair(primary: left, other: right, points: points, compared: [left, right]))
        }
      }
      return found
    }.flatMap { $0 }
    var resolution = join(scored, bodies)
    resolution.comparedPairCount = pairs.count
    return resolution
  }

  private func join(_ scored: [Resolution.Pair], _ bodies: [BodyFacts]) -> Resolution {
    let ordered = scored.sorted { left, right in
      if left.points != right.points { return left.points > right.points }
      return left.primary != right.primary ? left.primary < right.primary : left.other < right.other
    }
    let rivals = RivalPairs(ordered)
    var clusters = BodyClusters(bodies)
    var resolution = Resolution(primaries: [])
    var doubtful: [Resolution.Pair] = []
    for pair in ordered {
      let (left, right) = (clusters.root(of: pair.primary), clusters.root(of: pair.other))
      if left == right { continue }
      guard pair.points >= thresholds.merging, !isAmbiguous(pair, rivals, &clusters, bodies),
        clusters.mayJoin(left, right, scorer, thresholds, bodies)
      else {
        doubtful.append(pair)
        continue
      }
      clusters.join(left, right)
      resolution.merged.append(
        Resolution.Pair(
          primary: min(left, right), other: max(left, right), points: pair.points, compared: pair.compared))
    }
    var seen: Set<UInt64> = []
    for pair in doubtful {
      let (left, right) = (clusters.root(of: pair.primary), clusters.root(of: pair.other))
      if left == right { continue }
      let (low, high) = (min(left, right), max(left, right))
      guard seen.insert(UInt64(low) << 32 | UInt64(high)).inserted else { continue }
      resolution.held.append(
        Resolution.Pair(primary: low, other: high, points: pair.points, compared: pair.compared))
    }
    resolution.primaries = bodies.indices.map { clusters.root(of: $0) }
    return resolution
  }

  /// Whether one of the two could as well be another body than the other: a record that gives no city, and namesakes in two.
  private func isAmbiguous(
    _ pair: Resolution.Pair, _ rivals: RivalPairs, _ clusters: inout BodyClusters, _ bodies: [BodyFacts]
  ) -> Bool {
    for (one, other) in [(pair.primary, pair.other), (pair.other, pair.primary)] {
      for rival in rivals.partners(of: one, leastPoints: pair.points - Self.ambiguityPoints) where rival != other {
        if clusters.root(of: rival) == clusters.root(of: other) || clusters.root(of: rival) == clusters.root(of: one) {
          continue
        }
        if scorer.areNamesakes(bodies[rival], bodies[other], thresholds) { return true }
      }
    }
    return false
  }

  /// A lead of fewer points is none.
  private static let ambiguityPoints = 8
}
