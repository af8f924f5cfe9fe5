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
    /// Whether the real consortium, the proposed one, the top of the ranking keep the rules.
    var realKeepsRules: Bool
    var keepsRules: Bool
    var rankedKeepsRules: Bool
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

  /// Prints a table in Markdown: for all consortia, and for those that kept the rules in reality.
  func run() {
    print(
      "| needs read from the text | consortia | members | found by proposals | by `match` | keep the rules | of `match` | proven best | mean gap |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    let free = outcomes(RuleBook(name: "none", rules: []))
    show("no rules", free)
    let bound = outcomes(book)
    show("\(book.name)", bound)
    show("\(book.name), kept by the real consortium", bound.filter(\.realKeepsRules))
    show("no rules, the same consortia", free.filter(\.realKeepsRules))
  }

  private func outcomes(_ rules: RuleBook) -> [Outcome] {
    let (builder, book, members) = (self.builder, self.book, self.members)
    let chosen = applications.filter { (members[$0.id]?.count ?? 0) >= 2 }
    return ParallelExecutor().map(count: chosen.count) { number, _ -> Outcome? in
      let application = chosen[number]
      let real = members[application.id] ?? []
      // The judgments name partners; the coordinator comes on top.
      let size = min(real.count, 99) + 1
      guard let ranked = try? builder.matcher.rank(application, limit: size - 1).map(\.id) else { return nil }
      let request = ProposalRequest(application: application, rules: rules, size: size...size)
      guard let bench = try? builder.prepare(request),
        let plan = try? bench.planner(limits: SearchLimits(stepCount: 300_000)).plan(count: 1)
      else { return nil }
      let proposal = plan.proposals.first
      let found = proposal?.found.partners.map { bench.id(ofCandidate: $0) } ?? []
      func keepsRules(_ partners: [OrganizationID]) -> Bool {
        builder.verdicts(of: partners, with: application, rules: book).allSatisfy { $0.state == .met }
      }
      return Outcome(
        memberCount: real.count, proposed: found.count { real.contains($0.rawValue) },
        ranked: ranked.count { real.contains($0.rawValue) },
        realKeepsRules: keepsRules(real.sorted().map { OrganizationID($0) }), keepsRules: keepsRules(found),
        rankedKeepsRules: keepsRules(ranked), isOptimal: proposal?.found.isOptimal ?? false,
        gap: proposal?.found.gap ?? 1)
    }.compactMap { $0 }
  }

  private func show(_ name: String, _ outcomes: [Outcome]) {
    func percent(_ part: Int, _ whole: Int) -> String {
      String(format: "%.2f %%", 100 * Double(part) / Double(max(1, whole)))
    }
    let total = outcomes.reduce(0) { $0 + $1.memberCount }
    let (proposed, ranked) = (outcomes.reduce(0) { $0 + $1.proposed }, outcomes.reduce(0) { $0 + $1.ranked })
    let gap = outcomes.reduce(0) { $0 + $1.gap } / Double(max(1, outcomes.count))
    let cells = [
      name, "\(outcomes.count)", "\(total)", "\(proposed) (\(percent(proposed, total)))",
      "\(ranked) (\(percent(ranked, total)))", percent(outcomes.count(where: \.keepsRules), outcomes.count),
      percent(outcomes.count(where: \.rankedKeepsRules), outcomes.count),
      percent(outcomes.count(where: \.isOptimal), outcomes.count), String(format: "%.2f %%", gap * 100),
    ]
    print("| " + cells.joined(separator: " | ") + " |")
  }
}
