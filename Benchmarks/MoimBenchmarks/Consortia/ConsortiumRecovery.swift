import CallRules
import ConsortiumMatching
import Foundation
import ParallelExecution
import PartnerDiscovery
import ResearchProfiles

/// How many real members proposals find, against the same number of partners from the top of the ranking: coordinator
/// known, size known, everything else to be found.
struct ConsortiumRecovery {
  private struct Outcome {
    var memberCount: Int
    var proposed: Int
    var ranked: Int
    var keepsRules: Bool?
    var rankedKeepsRules: Bool?
    var isOptimal: Bool
    var gap: Double
  }

  let applications: [Application]
  let builder: ConsortiumBuilder
  let book: RuleBook
  private let members: [String: Set<String>]

  init(workspace: String, applications: String, judgments: String) throws {
    builder = ConsortiumBuilder(ApplicationMatcher(try DiscoverySession(workspace: Workspace(path: workspace))))
    self.applications = try ApplicationSource(path: applications).applications
    book = try RuleSource.find("horizon-europe")
    var members: [String: Set<String>] = [:]
    for line in try String(contentsOfFile: judgments, encoding: .utf8).split(separator: "\n") {
      let cells = line.split { $0 == "\t" || $0 == " " }.map(String.init)
      guard cells.count == 4, let grade = Int(cells[3]), grade > 0 else { continue }
      members[cells[0], default: []].insert(cells[2])
    }
    self.members = members
  }

  /// Prints a table in Markdown, one row for each weighting.
  func run() {
    print(
      "| weights | consortia | members | found by proposals | by `match` | keep the rules | of `match` | proven best | mean gap |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for (name, weights) in Self.weightings { show(name, outcomes(weights)) }
  }

  private static var weightings: [(String, ConsortiumWeights)] {
    var list: [(String, ConsortiumWeights)] = []
    func add(_ name: String, _ change: (inout ConsortiumWeights) -> Void) {
      var weights = ConsortiumWeights.fitFirst
      change(&weights)
      list.append((name, weights))
    }
    add("shipped, needs read from the text") { _ in }
    for coverage in [0, 2, 5] { add("coverage \(coverage)") { $0.coverage = coverage } }
    for pair in [0, 40, 100] { add("pair \(pair)") { $0.provenPair = pair } }
    for tie in [0, 300] { add("tie \(tie)") { $0.provenTie = tie } }
    for (kind, region) in [(100, 0), (0, 30), (0, 100)] {
      add("kind \(kind), region \(region)") { ($0.kind, $0.region) = (kind, region) }
    }
    return list
  }

  private func outcomes(_ weights: ConsortiumWeights) -> [Outcome] {
    let (builder, book, members) = (self.builder, self.book, self.members)
    let chosen = applications.filter { (members[$0.id]?.count ?? 0) >= 2 }
    return ParallelExecutor().map(count: chosen.count) { number, _ -> Outcome? in
      let application = chosen[number]
      let real = members[application.id] ?? []
      // The qrels name partners; the coordinator comes on top.
      let size = min(real.count, 99) + 1
      guard let ranked = try? builder.matcher.rank(application, limit: size - 1) else { return nil }
      let request = ProposalRequest(
        application: application, rules: book, size: size...size, weights: weights, poolLimit: 100)
      guard let bench = try? builder.prepare(request),
        let plan = try? bench.planner(limits: SearchLimits(stepCount: 200_000)).plan(count: 1)
      else { return nil }
      let proposal = plan.proposals.first
      let found = proposal?.found.partners.map { bench.id(ofCandidate: $0).rawValue } ?? []
      let rankedMembers = ranked.compactMap { try? bench.candidate($0.id) }
      return Outcome(
        memberCount: real.count, proposed: found.count(where: real.contains),
        ranked: ranked.count { real.contains($0.id.rawValue) },
        keepsRules: proposal.map { $0.verdicts.allSatisfy { $0.state == .met } } ?? false,
        rankedKeepsRules: bench.verdicts(of: rankedMembers).allSatisfy { $0.state == .met },
        isOptimal: proposal?.found.isOptimal ?? false, gap: proposal?.found.gap ?? 1)
    }.compactMap { $0 }
  }

  private func show(_ name: String, _ outcomes: [Outcome]) {
    func percent(_ part: Int, _ whole: Int) -> String { String(format: "%.2f %%", 100 * Double(part) / Double(max(1, whole))) }
    let total = outcomes.reduce(0) { $0 + $1.memberCount }
    let (proposed, ranked) = (outcomes.reduce(0) { $0 + $1.proposed }, outcomes.reduce(0) { $0 + $1.ranked })
    let gap = outcomes.reduce(0) { $0 + $1.gap } / Double(max(1, outcomes.count))
    print(
      "| \(name) | \(outcomes.count) | \(total) | \(proposed) (\(percent(proposed, total))) | \(ranked) (\(percent(ranked, total))) | "
        + "\(percent(outcomes.count { $0.keepsRules == true }, outcomes.count)) | "
        + "\(percent(outcomes.count { $0.rankedKeepsRules == true }, outcomes.count)) | "
        + "\(percent(outcomes.count(where: \.isOptimal), outcomes.count)) | \(String(format: "%.2f %%", gap * 100)) |")
  }
}
