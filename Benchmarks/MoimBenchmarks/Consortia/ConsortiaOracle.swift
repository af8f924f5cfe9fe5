import ConsortiumMatching
import CorpusSynthesis
import Foundation

/// Holds the search for consortia and the allocation of forums against exhaustive searches on many random instances.
struct ConsortiaOracle {
  /// Sets; allocations are a tenth of them.
  let instanceCount: Int

  /// Prints what was compared; throws at the first difference.
  func run() throws {
    try compareSets()
    try compareAllocations()
  }

  private func compareSets() throws {
    var random = SeededGenerator(seed: 2026)
    var (possible, impossible, nodes) = (0, 0, 0)
    for number in 0..<instanceCount {
      let problem = RandomConsortiumProblem.make(using: &random)
      let expected = ExhaustiveConsortiumSearch(problem).best()
      let plan = try ConsortiumPlanner(problem).plan(count: 1)
      let found = plan.proposals.first?.found
      guard found?.value == expected?.value, found?.isOptimal ?? true, found != nil || plan.conflict != nil else {
        throw BenchmarkError.wrongAnswer(
          benchmark: "consortia-oracle", detail: "set \(number): \(found?.value ?? -1), not \(expected?.value ?? -1)")
      }
      if expected == nil { impossible += 1 } else { possible += 1 }
      nodes += plan.stepCount
    }
    print(
      "\(instanceCount) random problems of up to 14 candidates, 6 needs and 4 rules: the same optimum every time "
        + "(\(possible) can be solved; for \(impossible) a conflict is named), \(nodes / max(1, instanceCount)) steps each"
    )
  }

  private func compareAllocations() throws {
    var random = SeededGenerator(seed: 2027)
    let count = max(1, instanceCount / 10)
    for number in 0..<count {
      let problem = RandomAllocationProblem.make(optionLimit: 12, using: &random)
      let allocation = try AllocationSolver(problem).solve()
      let expected = ExhaustiveAllocation(problem).best()
      guard allocation.outcome == expected, allocation.isProven else {
        throw BenchmarkError.wrongAnswer(
          benchmark: "consortia-oracle", detail: "allocation \(number): \(allocation.outcome), not \(expected)")
      }
    }
    print("\(count) random allocations: the same number served, lane, worst served and sum every time, all proven")
  }
}
