import ParallelExecution
import PartnerRanking
public import ResearchProfiles

extension ApplicationMatcher {
  /// Ranks partners for many applications. One without text gets an empty answer.
  ///
  /// Where places are reserved or capped, scores are raised by as little as keeps them falling from place to place, for
  /// readers of runs that sort by them.
  ///
  /// - Parameter threadCount: `nil` for one a core.
  public func run(
    _ applications: [Application], limit: Int, threadCount: Int?, isWarmed: Bool,
    filter: SearchFilter = SearchFilter()
  ) -> BatchRun {
    let depth = policy.capShare == nil ? limit : max(limit, Self.cappedDepth)
    var run = BatchRun.run(
      ids: applications.map(\.id), executor: ParallelExecutor(threadCount: threadCount), isWarmed: isWarmed
    ) { index in
      let ranked = (try? self.rank(applications[index], limit: depth, filter: filter)) ?? []
      return ranked.map { BatchRun.Result(id: $0.id.rawValue, score: $0.score.total) }
    }
    if policy.capShare != nil {
      let orders = cappedOrders(
        run.answers.map { answer in
          answer.results.map { result in
            // Every result is an organisation of the directory.
            (session.directory.number(of: OrganizationID(result.id)) ?? 0, result.score)
          }
        }, limit: limit)
      for (index, order) in orders.enumerated() {
        run.answers[index].results = order.map { run.answers[index].results[$0] }
      }
    }
    for index in run.answers.indices { Self.makeScoresFall(&run.answers[index].results) }
    return run
  }

  /// The partners of many applications with their evidence, in the order of the applications.
  ///
  /// - Parameter threadCount: `nil` for one a core.
  public func matchAll(
    _ applications: [Application], limit: Int, threadCount: Int?, filter: SearchFilter = SearchFilter()
  ) throws(DiscoveryError) -> [[PartnerMatch]] {
    let executor = ParallelExecutor(threadCount: threadCount)
    guard policy.capShare != nil else {
      return try executor.map(count: applications.count) { index, _ throws(DiscoveryError) in
        try self.match(applications[index], limit: limit, filter: filter)
      }
    }
    // Who gets which place is known once all applications are ranked; evidence is looked up afterwards.
    let depth = max(limit, Self.cappedDepth)
    let rankings = try executor.map(count: applications.count) { index, _ throws(DiscoveryError) in
      try self.ranked(applications[index], limit: depth, filter: filter).partners
    }
    let orders = cappedOrders(rankings.map { $0.map { ($0.organization, $0.score.total) } }, limit: limit)
    return try executor.map(count: applications.count) { index, _ throws(DiscoveryError) in
      let preparation = try self.ranked(applications[index], limit: 1, filter: filter).preparation
      return self.describe(orders[index].map { rankings[index][$0] }, preparation, evidenceLimit: Self.evidenceLimit)
    }
  }

  /// Candidates of an application that are looked at where bodies are capped.
  private static let cappedDepth = 200

  /// For each application the places of its partners in the order that the cap leaves, at most `limit`.
  private func cappedOrders(_ rankings: [[(organization: UInt32, score: Double)]], limit: Int) -> [[Int]] {
    guard let share = policy.capShare else { return rankings.map { Array($0.indices.prefix(limit)) } }
    let cap = ExposureCap(share: share, rankingCount: rankings.count)
    return cap.apply(to: rankings.map { $0.map { .init(organization: $0.organization, score: $0.score) } })
      .map { Array($0.prefix(limit)) }
  }

  private static func makeScoresFall(_ results: inout [BatchRun.Result]) {
    for place in results.indices.dropLast().reversed() where results[place].score < results[place + 1].score {
      results[place].score = results[place + 1].score + 1e-6
    }
  }
}
