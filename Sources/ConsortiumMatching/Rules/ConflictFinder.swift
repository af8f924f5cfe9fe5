import CallRules

/// Finds out which demands of a problem cannot hold together: a minimal unsatisfiable set, by deletion (Marques-Silva,
/// "Minimal unsatisfiability: models, algorithms and applications", ISMVL 2010): one demand after the other is left out
/// for good if the others still cannot hold.
public struct ConflictFinder: Sendable {
  private let problem: ConsortiumProblem
  private let evaluation: RuleEvaluation

  public init(_ problem: ConsortiumProblem) {
    self.problem = problem
    evaluation = problem.evaluation
  }

  /// The conflict; `nil` where some set keeps everything, or none could be excluded within the steps.
  public func conflict() -> RuleConflict? {
    var demands: [RuleConflict.Demand] = CompiledRules.requiredRules(of: evaluation).map { .rule($0) }
    demands.append(.size(problem.size))
    if !problem.pinned.isEmpty { demands.append(.pins(problem.pinned)) }
    if !problem.vetoed.isEmpty { demands.append(.vetoes(problem.vetoed)) }
    guard case .impossible = answer(demands) else { return nil }
    var isMinimal = true
    for demand in demands {
      let others = demands.filter { $0 != demand }
      switch answer(others) {
      case .impossible: demands = others
      case .undecided: isMinimal = false
      case .possible: break
      }
    }
    return RuleConflict(demands: demands, isMinimal: isMinimal)
  }

  /// A set that keeps all these demands.
  private func answer(_ demands: [RuleConflict.Demand]) -> FeasibilitySearch.Answer {
    var rules: [Int] = []
    var size = 1...(problem.candidates.count + 1)
    var (pinned, vetoed): ([Int], Set<Int>) = ([], [])
    for demand in demands {
      switch demand {
      case .rule(let place): rules.append(place)
      case .size(let range): size = range
      case .pins(let candidates): pinned = candidates
      case .vetoes(let candidates): vetoed = Set(candidates)
      }
    }
    let required = [problem.applicantNumber] + Array(Set(pinned)).sorted()
    let compiled = CompiledRules(evaluation, rules: rules, size: size)
    let pool = problem.candidates.indices.filter { !vetoed.contains($0) && !required.contains($0) }
    var search = FeasibilitySearch(compiled, required: required, pool: pool)
    return search.run()
  }
}
