import CallRules
import ConsortiumMatching
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct ConsortiumSearchTests {
  @Test(arguments: 0..<20)
  func `the search finds the value of the exhaustive search, seed after seed`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for number in 0..<15 {
      let problem = RandomConsortiumProblem.make(candidates: 9, using: &random)
      let expected = ExhaustiveConsortiumSearch(problem).best()
      let plan = try ConsortiumPlanner(problem).plan(count: 1)
      #expect(plan.proposals.first?.found.value == expected?.value, "seed \(seed), problem \(number)")
      guard let found = plan.proposals.first?.found else {
        #expect(plan.conflict != nil, "seed \(seed), problem \(number): nothing found and nothing said")
        continue
      }
      #expect(found.isOptimal)
      #expect(ConsortiumObjective(problem).value(of: found.partners) == found.value)
      #expect(problem.size.contains(found.partners.count + 1))
    }
  }

  @Test(arguments: 0..<10)
  func `what is said to conflict cannot hold together, and every part is needed`(seed: UInt64) throws {
    var random = SplitMix64(seed: 1000 + seed)
    var conflicts = 0
    for _ in 0..<40 {
      let problem = RandomConsortiumProblem.make(candidates: 7, using: &random)
      guard let conflict = ConflictFinder(problem).conflict() else { continue }
      conflicts += 1
      #expect(ExhaustiveConsortiumSearch(reduced(problem, to: conflict.demands)).best() == nil)
      for demand in conflict.demands {
        let others = conflict.demands.filter { $0 != demand }
        #expect(ExhaustiveConsortiumSearch(reduced(problem, to: others)).best() != nil, "\(demand) is not needed")
      }
    }
    #expect(conflicts > 0)
  }

  private func reduced(_ problem: ConsortiumProblem, to demands: [RuleConflict.Demand]) -> ConsortiumProblem {
    var reduced = problem
    reduced.book.rules = []
    reduced.size = 1...(problem.candidates.count + 1)
    (reduced.pinned, reduced.vetoed) = ([], [])
    for demand in demands {
      switch demand {
      case .rule(let place): reduced.book.rules.append(problem.book.rules[place])
      case .size(let size): reduced.size = size
      case .pins(let pins): reduced.pinned = pins
      case .vetoes(let vetoes): reduced.vetoed = vetoes
      }
    }
    return reduced
  }

  @Test func `without enough steps the set is as good as can be told, and the gap is true`() throws {
    var random = SplitMix64(seed: 7)
    var gaps = 0
    for _ in 0..<30 {
      let problem = RandomConsortiumProblem.make(using: &random)
      let best = try ConsortiumPlanner(problem).plan(count: 1).proposals.first?.found
      let hasty = try ConsortiumPlanner(problem, limits: SearchLimits(stepCount: 20)).plan(count: 1).proposals.first?
        .found
      guard let best, let hasty else { continue }
      #expect(hasty.value <= best.value && best.value <= hasty.bound)
      if hasty.gap > 0 { gaps += 1 }
    }
    #expect(gaps > 0)
  }

  /// A forum with three needs of which each kind of body meets one.
  private func forum() -> ConsortiumProblem {
    let kinds: [OrganizationKind] = [.company, .university, .institute]
    let candidates = (0..<9).map { number in
      ConsortiumCandidate(
        facts: MemberFacts(kind: kinds[number % 3], country: "KR", region: "서울", size: .small, marks: []),
        coverage: (0..<3).map { $0 == number % 3 ? (number < 3 ? .veryHigh : .high) : .none }, fit: 500 - number)
    }
    return ConsortiumProblem(
      needs: (0..<3).map { ConsortiumNeed(statement: "\($0)") }, applicant: MemberFacts(kind: .company, country: "KR"),
      candidates: candidates,
      book: RuleBook(
        name: "t",
        rules: [
          CallRule(id: "u", requirement: .members(MemberFilter(kinds: [.university]), atLeast: 1, atMost: nil)),
          CallRule(id: "x", requirement: .excluded(marks: ["sanctioned"])),
        ]),
      size: 4...4)
  }

  @Test func `proposals differ in at least half of their members`() throws {
    let proposals = try ConsortiumPlanner(forum()).plan(count: 3).proposals
    #expect(proposals.count == 3)
    #expect(proposals[0].found.partners == [0, 1, 2])
    for (place, proposal) in proposals.enumerated() {
      for other in proposals[..<place] {
        #expect(Set(proposal.found.partners).intersection(other.found.partners).count <= 1)
      }
      #expect(proposal.uncoveredNeeds.isEmpty)
      #expect(proposal.singleSupplierNeeds == [0, 1, 2])
      #expect(proposal.seats.map(\.member).first == 9)
      #expect(proposal.seats.first?.role == .coordinator)
      #expect(proposal.verdicts.map(\.state) == [.met, .unknown])
      #expect(proposal.verdicts[1].missing == [.init(member: 9, field: .marks)])
    }
  }

  @Test func `a seat names the best who could take it`() throws {
    let proposal = try #require(try ConsortiumPlanner(forum()).plan(count: 1).proposals.first)
    let seat = try #require(proposal.seats.first { $0.member == 1 })
    #expect(seat.alternates.first?.candidate == 4)
    #expect(seat.alternates.allSatisfy { $0.valueChange <= 0 })
    #expect(seat.contributions.map(\.need) == [1])
    #expect((seat.marginalValue ?? 0) > 0)
  }

  @Test func `pins, vetoes and declines are kept`() throws {
    let planner = try ConsortiumPlanner(forum())
    #expect(try planner.with(pinned: [8]).plan(count: 1).proposals.first?.found.partners == [0, 1, 8])
    #expect(try planner.with(vetoed: [0]).plan(count: 1).proposals.first?.found.partners == [1, 2, 3])
    #expect(
      try planner.with(pinned: [8]).with(declined: [8]).plan(count: 1).proposals.first?.found.partners == [0, 1, 2])
    #expect(throws: ConsortiumError.pinnedAndVetoed(candidate: 2)) { try planner.with(pinned: [2], vetoed: [2]) }
  }

  @Test func `nobody proposes anything when the rules cannot hold together`() throws {
    var problem = forum()
    problem.book.rules.append(
      CallRule(id: "c", requirement: .members(MemberFilter(kinds: [.company]), atLeast: 4, atMost: nil)))
    let plan = try ConsortiumPlanner(problem).plan(count: 3)
    #expect(plan.proposals.isEmpty)
    #expect(plan.conflict == RuleConflict(demands: [.rule(0), .rule(2), .size(4...4)], isMinimal: true))
  }

  @Test func `a search that nobody waits for any more stops`() throws {
    let planner = try ConsortiumPlanner(forum(), limits: SearchLimits(isCancelled: { true }))
    #expect(throws: ConsortiumError.cancelled) { try planner.plan(count: 1) }
  }
}
