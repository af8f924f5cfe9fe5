import EntityResolution
import ForumRecords
import ParallelExecution
import ResearchProfiles

/// Finds which organisations that are new, or say something new, are known under another id already, and joins them or
/// holds them for a person.
struct ResolveBodies {
  let registry: Registry
  var executor = ParallelExecutor()
  let date: CalendarDate

  struct Outcome {
    /// Organisations that now answer with another one's body.
    var merged: Set<OrganizationID> = []
    /// New organisations that may be one with another.
    var held: Set<OrganizationID> = []
  }

  /// Fewer are looked up one by one; for more everything is compared at once.
  private static let lookUpLimit = 256

  /// Looks at all that has changed since the last time, also by an import that was killed.
  ///
  /// - Complexity: for few, linear in what shares a key with them; for many, n log n in all bodies.
  func run() throws -> Outcome {
    var outcome = Outcome()
    let sequence = try registry.resolvedSequence()
    guard try registry.currentSequence() > sequence else { return outcome }
    _ = try registry.restoreMerges(changedAfter: sequence)
    let changed = try registry.bodies(changedAfter: sequence)
    if changed.isEmpty { return outcome }
    let isFew = changed.count <= Self.lookUpLimit
    let executor = isFew ? .serial : executor
    let changedFacts = executor.map(count: changed.count) { index, _ in BodyFacts(changed[index]) }
    let keys = executor.map(count: changed.count) { index, _ in BlockingKeys.keys(of: changedFacts[index]) }

    let isChanged = Set(changed.map(\.id))
    let known =
      try isFew
      ? registry.bodies(sharing: Array(Set(keys.joined())).sorted())
      : sequence == 0 ? [] : registry.bodies(changedAfter: 0)
    let others = known.filter { !isChanged.contains($0.id) }
    let facts = executor.map(count: others.count) { index, _ in BodyFacts(others[index]) } + changedFacts
    let resolution = BodyResolver(executor: executor).resolve(
      facts, isNew: facts.indices.map { $0 >= others.count })

    let decisions = resolution.merged.map { pair in
      let score = score(of: pair, facts)
      return BodyDecision(
        kind: .merged, primary: facts[pair.primary].id, other: facts[pair.other].id, decider: .rules, date: date,
        points: score.points, reasons: Self.reasons(score))
    }
    for (decision, isDone) in zip(decisions, try registry.decide(decisions)) where isDone {
      outcome.merged.insert(decision.other)
    }
    let held = resolution.held.map { pair in
      let score = score(of: pair, facts)
      return HeldPair(
        primary: facts[pair.primary].id, other: facts[pair.other].id, points: score.points,
        reasons: Self.reasons(score), date: date)
    }
    _ = try registry.hold(held)
    let waiting = try held.isEmpty ? [] : registry.heldPairs()
    for pair in waiting where isChanged.contains(pair.other) && !outcome.merged.contains(pair.other) {
      outcome.held.insert(pair.other)
    }
    try registry.keep(keys: zip(changed, keys).map { ($0.id, $1) })
    return outcome
  }

  private func score(of pair: Resolution.Pair, _ facts: [BodyFacts]) -> ResolutionScore {
    PairScorer().score(facts[pair.compared[0]], facts[pair.compared[1]])
  }

  private static func reasons(_ score: ResolutionScore) -> [BodyDecision.Reason] {
    score.reasons.map { .init(kind: $0.kind.rawValue, detail: $0.detail, points: $0.points) }
  }
}
