import CallRules
import ResearchProfiles

/// Proposes consortia: the best set, then the best that differs from it in at least half of its members, and so on.
public struct ConsortiumPlanner: Sendable {
  /// Alternates that are named for each seat.
  public static let alternateCount = 3

  public let problem: ConsortiumProblem
  private let limits: SearchLimits

  /// - Throws: where the problem cannot be solved as it is put.
  public init(_ problem: ConsortiumProblem, limits: SearchLimits = SearchLimits()) throws(ConsortiumError) {
    try problem.validate()
    self.problem = problem
    self.limits = limits
  }

  /// - Parameter count: proposals, at most.
  /// - Throws: ``ConsortiumError/cancelled``.
  public func plan(count: Int) throws(ConsortiumError) -> ConsortiumPlan {
    let table = CandidateTable(problem)
    var earlier: [(partners: Set<Int>, sharedCount: Int)] = []
    var plan = ConsortiumPlan(proposals: [], stepCount: 0)
    while plan.proposals.count < count {
      let search = ConsortiumSearch(problem, table: table, limits: limits, earlier: earlier)
      var result = search.run()
      plan.stepCount += search.stepCount
      if search.isCancelled { throw .cancelled }
      if let found = result.found, !result.isComplete {
        result.found = SwapImprovement(problem, table: table, earlier: earlier).improve(found)
      }
      guard let found = result.found else { break }
      plan.proposals.append(ProposalWriter(problem, table: table).proposal(for: found))
      let free = Set(found.partners).subtracting(problem.pinned)
      if free.isEmpty { break }
      earlier.append((free, free.count / 2))
    }
    if plan.proposals.isEmpty { plan.conflict = ConflictFinder(problem).conflict() }
    return plan
  }

  /// The same problem with other wishes: somebody must be in, somebody must not be, somebody declines.
  public func with(pinned: [Int] = [], vetoed: [Int] = [], declined: [Int] = []) throws(ConsortiumError) -> Self {
    var changed = problem
    changed.vetoed = (problem.vetoed + vetoed + declined).uniqued
    changed.pinned = (problem.pinned.filter { !declined.contains($0) } + pinned).uniqued
    return try ConsortiumPlanner(changed, limits: limits)
  }
}

extension [Int] {
  fileprivate var uniqued: [Int] { Set(self).sorted() }
}
