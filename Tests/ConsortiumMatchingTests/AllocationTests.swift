import ConsortiumMatching
import TestCorpora
import Testing

@Suite struct AllocationTests {
  @Test(arguments: 0..<10)
  func `every stage reaches what the exhaustive search reaches, seed after seed`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for number in 0..<20 {
      let problem = RandomAllocationProblem.make(optionLimit: 9, using: &random)
      let allocation = try AllocationSolver(problem).solve()
      #expect(allocation.outcome == ExhaustiveAllocation(problem).best(), "seed \(seed), problem \(number)")
      #expect(allocation.isProven)
    }
  }

  private func problem(
    _ qualities: [[Int]], capacity: Int = 1, suggestionCount: Int = 1, newcomers: [Bool]? = nil,
    newcomerPercent: Int = 0
  ) -> AllocationProblem {
    AllocationProblem(
      options: qualities.map { row in
        row.enumerated().filter { $0.element > 0 }.map { .init(body: $0.offset, quality: $0.element) }
      }, capacities: Array(repeating: capacity, count: qualities.map(\.count).max() ?? 0),
      suggestionCount: suggestionCount, isNewcomer: newcomers, newcomerPercent: newcomerPercent)
  }

  private func bodies(_ allocation: Allocation) -> [[Int]] { allocation.suggestions.map { $0.map(\.body) } }

  @Test func `the worst served comes before the sum`() throws {
    // Together 100 + 1 is more than 50 + 40, but one of the two would have nearly nothing.
    let allocation = try AllocationSolver(problem([[100, 50], [40, 1]])).solve()
    #expect(bodies(allocation) == [[1], [0]])
    #expect(allocation.outcome == AllocationOutcome(servedCount: 2, laneCount: 0, smallestBest: 40, sum: 90))
  }

  @Test func `nobody goes without who could have one`() throws {
    let allocation = try AllocationSolver(problem([[90, 80], [70, 0], [0, 0]])).solve()
    #expect(bodies(allocation) == [[1], [0], []])
    let statistics = AllocationStatistics(allocation, of: problem([[90, 80], [70, 0], [0, 0]]))
    #expect(statistics.servedCount == 2 && statistics.unservedWithOptionsCount == 0)
    #expect(statistics.exposureGini == 0)
  }

  @Test func `no body gets more introductions than it has room for`() throws {
    let allocation = try AllocationSolver(
      problem([[9, 1, 1], [9, 1, 1], [9, 1, 1], [9, 1, 1]], capacity: 2, suggestionCount: 2)
    ).solve()
    #expect(allocation.exposure(bodyCount: 3).allSatisfy { $0 <= 2 })
    #expect(allocation.outcome.servedCount == 4)
  }

  @Test func `newcomers get their lane, and it has a price`() throws {
    let lane = problem(
      [[90, 10], [90, 10]], capacity: 2, newcomers: [false, true], newcomerPercent: 50)
    let solver = try AllocationSolver(lane)
    let allocation = try solver.solve()
    #expect(allocation.outcome.laneCount == 1 && allocation.outcome.sum == 100)
    let price = try #require(try solver.prices(of: allocation.outcome).first { $0.constraint == .newcomerLane })
    #expect(price.without.sum == 180)
    #expect(abs(price.lostShare - 80.0 / 180) < 1e-12)
  }

  @Test func `pins stay, vetoes hold, wishes of both sides come first`() throws {
    var wished = problem([[90, 80], [90, 80]])
    wished.pins = [.init(application: 0, body: 1)]
    #expect(bodies(try AllocationSolver(wished).solve()) == [[1], [0]])
    wished.pins = []
    wished.vetoes = [.init(application: 1, body: 0)]
    #expect(bodies(try AllocationSolver(wished).solve()) == [[0], [1]])
    wished.vetoes = []
    wished.wishes = [.init(application: 1, body: 0), .init(application: 1, body: 0)]
    #expect(bodies(try AllocationSolver(wished).solve()) == [[1], [0]])
  }

  @Test func `what does not exist is refused`() {
    var wrong = problem([[1]])
    wrong.pins = [.init(application: 0, body: 7)]
    #expect(throws: ConsortiumError.unknownBody(number: 7, count: 1)) { try AllocationSolver(wrong) }
    #expect(throws: ConsortiumError.invalidQuality(20_000, range: 1...10_000)) {
      try AllocationSolver(problem([[20_000]]))
    }
  }

  @Test func `an allocation that nobody waits for any more stops`() throws {
    let solver = try AllocationSolver(problem([[1]]), isCancelled: { true })
    #expect(throws: ConsortiumError.cancelled) { try solver.solve() }
  }
}
