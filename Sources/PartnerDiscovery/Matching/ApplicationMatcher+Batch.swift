import ParallelExecution
import PartnerRanking
public import ResearchProfiles

extension ApplicationMatcher {
  /// Ranks partners for many applications. One without text gets an empty answer.
  ///
  /// - Parameter threadCount: `nil` for one a core.
  public func run(
    _ applications: [Application], limit: Int, threadCount: Int?, isWarmed: Bool,
    filter: SearchFilter = SearchFilter()
  ) -> BatchRun {
    BatchRun.run(
      ids: applications.map(\.id), executor: ParallelExecutor(threadCount: threadCount), isWarmed: isWarmed
    ) { index in
      let ranked = (try? self.rank(applications[index], limit: limit, filter: filter)) ?? []
      return ranked.map { BatchRun.Result(id: $0.id.rawValue, score: $0.score.total) }
    }
  }

  /// The partners of many applications with their evidence, in the order of the applications.
  ///
  /// - Parameter threadCount: `nil` for one a core.
  public func matchAll(
    _ applications: [Application], limit: Int, threadCount: Int?, filter: SearchFilter = SearchFilter()
  ) throws(DiscoveryError) -> [[PartnerMatch]] {
    try ParallelExecutor(threadCount: threadCount).map(count: applications.count) {
      index, _ throws(DiscoveryError) in
      try self.match(applications[index], limit: limit, filter: filter)
    }
  }
}
