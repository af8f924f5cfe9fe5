import CallRules

/// Tries every set. The oracle of ``ConsortiumSearch``; exponential in the candidates, for up to about 20 of them.
public struct ExhaustiveConsortiumSearch: Sendable {
  private let problem: ConsortiumProblem

  public init(_ problem: ConsortiumProblem) { self.problem = problem }

  /// The set worth most that breaks no required rule, the first by its numbers among equals; `nil` where there is none.
  public func best() -> FoundSet? {
    let objective = ConsortiumObjective(problem)
    let evaluation = problem.evaluation
    let candidates = problem.candidates.indices.filter { !problem.vetoed.contains($0) }
    var best: FoundSet?
    for pattern in 0..<(UInt64(1) << UInt64(candidates.count)) {
      let partners = candidates.indices.filter { pattern >> UInt64($0) & 1 == 1 }.map { candidates[$0] }
      guard problem.size.contains(partners.count + 1), problem.pinned.allSatisfy(partners.contains) else { continue }
      let members = partners + [problem.applicantNumber]
      let lead = evaluation.lead(of: members, preferring: [problem.applicantNumber])
      let verdicts = evaluation.verdicts(for: members, lead: lead)
      let isBroken = verdicts.contains {
        $0.state == .notMet && problem.book.rules[$0.rule].strength == .required
      }
      if isBroken { continue }
      let value = objective.value(of: partners)
      if value > best?.value ?? .min { best = FoundSet(partners: partners, value: value, bound: value) }
    }
    return best
  }
}
