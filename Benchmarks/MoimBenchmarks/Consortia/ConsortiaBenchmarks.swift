import CallRules
import ConsortiumMatching
import CorpusSynthesis
import Foundation
import PartnerDiscovery
import ResearchProfiles

/// How long proposals, what-ifs, gap reports and allocations take.
struct ConsortiaBenchmarks {
  let applications: [Application]
  let builder: ConsortiumBuilder
  let book: RuleBook

  init(workspace: String, applications: String) throws {
    builder = ConsortiumBuilder(ApplicationMatcher(try DiscoverySession(workspace: Workspace(path: workspace))))
    self.applications = try ApplicationSource(path: applications).applications
    book = try RuleSource.find(ShippedRules.defaultName)
  }

  func run(_ report: BenchmarkReport) throws {
    let bodies = self.builder.matcher.session.counts.organizations
    let size = "\(self.applications.count) applications, \(bodies) organisations"
    let benches = self.applications.map { application in
      try? self.builder.prepare(ProposalRequest(application: application, forum: self.applications, rules: self.book))
    }
    let plans = try benches.map { bench in try bench.map { try $0.planner().plan(count: 3) } }
    let proven = plans.compactMap { $0 }.flatMap(\.proposals)
    let check =
      "\(proven.count { $0.found.isOptimal }) of \(proven.count) proven best, largest gap "
      + String(format: "%.2f %%", (proven.map(\.found.gap).max() ?? 0) * 100)
    let (builder, applications, book) = (self.builder, self.applications, self.book)
    report.measure("three proposals of 3 to 6 members, retrieval included, \(size)") { name in
      let sample = Stopwatch.sample(count: applications.count) { number in
        // A fresh builder has no answers kept.
        let fresh = ConsortiumBuilder(builder.matcher)
        let request = ProposalRequest(application: applications[number], forum: applications, rules: book)
        _ = try? fresh.prepare(request).planner().plan(count: 3)
      }
      return .latency(name, sample, rateUnit: "applications/s", check: check)
    }
    report.measure("one proposal when the strongest member declines, \(size)") { name in
      let sample = Stopwatch.sample(count: benches.count) { number in
        guard let bench = benches[number], let first = plans[number]?.proposals.first?.found.partners.first else {
          return
        }
        _ = try? bench.planner().with(declined: [first]).plan(count: 1)
      }
      return .latency(name, sample, rateUnit: "answers/s", check: "")
    }
    report.measure("gap report, \(size)") { name in
      let sample = Stopwatch.sample(count: 1) { _ in _ = ConsortiumBuilder(builder.matcher).gaps(of: applications) }
      return .latency(name, sample, rateUnit: "reports/s", check: "")
    }
    let forum = AllocateForum(builder.matcher)
    try report.measure("allocation of the forum, retrieval and prices included, \(size)") { name in
      let preparation = try forum.prepare(applications)
      let allocation = try AllocationSolver(preparation.problem).solve()
      let sample = Stopwatch.sample(count: 1, isSplit: true) { _ in
        guard let preparation = try? forum.prepare(applications),
          let solver = try? AllocationSolver(preparation.problem), let allocation = try? solver.solve()
        else { return }
        _ = try? solver.prices(of: allocation.outcome)
      }
      return .latency(name, sample, rateUnit: "forums/s", check: Self.check(allocation, preparation.problem))
    }
    try runLargeAllocation(report)
  }

  private static func check(_ allocation: Allocation, _ problem: AllocationProblem) -> String {
    let statistics = AllocationStatistics(allocation, of: problem)
    return
      "\(allocation.isProven ? "proven" : "not proven"), \(statistics.servedCount) of \(statistics.applicationCount) served "
      + "(\(statistics.unservedWithOptionsCount) of the others could be), worst \(statistics.smallestBest), mean best "
      + "\(Int(statistics.meanBest)) of 10000, Gini \(String(format: "%.3f", statistics.exposureGini)), newcomers "
      + String(format: "%.1f %%", statistics.newcomerShare * 100)
  }

  /// A large forum as it might come: every application fits a hundred bodies, a few of them stars that fit many.
  private func runLargeAllocation(_ report: BenchmarkReport) throws {
    let count = 1200
    var random = SeededGenerator(seed: 1200)
    let options = (0..<count).map { _ in
      var seen: Set<Int> = []
      return (0..<100).compactMap { place -> AllocationProblem.Option? in
        let share = Double.random(in: 0..<1, using: &random)
        let body = Int(share * share * Double(count))
        guard seen.insert(body).inserted else { return nil }
        return .init(
          body: body, quality: max(1, 10_000 * 4 / (place + 4) + Int.random(in: 0..<500, using: &random) - 500))
      }
    }
    let problem = AllocationProblem(
      options: options, capacities: Array(repeating: 4, count: count), suggestionCount: 3,
      isNewcomer: (0..<count).map { $0 % 5 == 4 }, newcomerPercent: 20)
    try report.measure("allocation of 1200 applications to 1200 bodies, 100 options each, prices included") { name in
      let allocation = try AllocationSolver(problem).solve()
      let sample = Stopwatch.sample(count: 1) { _ in
        guard let solver = try? AllocationSolver(problem), let allocation = try? solver.solve() else { return }
        _ = try? solver.prices(of: allocation.outcome)
      }
      return .latency(name, sample, rateUnit: "forums/s", check: Self.check(allocation, problem))
    }
  }
}
