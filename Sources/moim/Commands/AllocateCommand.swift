import ArgumentParser
import ConsortiumMatching
import Foundation
import PartnerDiscovery
import ProfileIngest
import ResearchProfiles

struct AllocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocate",
    abstract: "Allocates the suggestions of a whole forum at once.",
    discussion: """
      First everybody who can gets a suggestion, newcomers get their lane, then the worst served is served as well as \
      possible, then all matches together are as good as possible; each step is proven. The run is stored in the \
      workspace (see 'moim allocations'); pins of the run that holds are kept, unless --forget-pins.

      EXAMPLES
        moim allocate applications.jsonl --capacity 5 --newcomer-share 0.2
        moim allocate applications.jsonl --decisions decisions.json --json
      """)

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var bridge: BridgeOption
  @OptionGroup var ties: TieOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Leaves out bodies that break these rules by themselves: a file or a shipped name.", valueName: "rules"))
  var rules: String?

  @Option(name: .long, help: ArgumentHelp("Introductions a body gets, at most.", valueName: "count"))
  var capacity = 5

  @Option(name: .long, help: ArgumentHelp("Suggestions an application gets, at most.", valueName: "count"))
  var suggestions = 3

  @Option(name: .long, help: ArgumentHelp("Share of introductions kept for newcomers.", valueName: "0...1"))
  var newcomerShare = 0.1

  @Option(
    name: .long, help: ArgumentHelp("Pins, vetoes, wishes and capacities (JSON).", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var decisions: String?

  @OptionGroup var facts: FactsOption

  @Option(name: .long, help: ArgumentHelp("Threads (default: one a core).", valueName: "count"))
  var threads: Int?

  @Flag(name: .long, help: "Does not take over the pins of the run that holds.")
  var forgetPins = false

  @Flag(name: .long, help: "Leaves the workspace as it is.")
  var dryRun = false

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  @OptionGroup var applications: ApplicationsArgument

  func validate() throws {
    if capacity < 0 { throw ValidationError("--capacity needs a number from 0.") }
    if !(1...100).contains(suggestions) { throw ValidationError("--suggestions needs a number from 1 to 100.") }
    if !(0...1).contains(newcomerShare) { throw ValidationError("--newcomer-share needs a number from 0 to 1.") }
    try validateThreads(threads)
  }

  func run() throws {
    let book = try rules.map { try RuleSource.find($0) }
    let stated = try facts.read()
    var decisions = try decisions.map { try AllocationDecisions.read(path: $0) } ?? AllocationDecisions()
    let session = try DiscoverySession(workspace: workspace.resolved, bridge: bridge.mode)
    defer { for issue in session.bridgeIssues { Terminal.note(issue) } }
    let source = try applications.read()
    let store = AllocationStore(session.workspace)
    let before = try store.currentID.map { try store.run($0) }
    if !forgetPins { decisions.keepPins(of: before, for: source.applications) }
    let percent = Int((newcomerShare * 100).rounded())
    let forum = AllocateForum(
      ApplicationMatcher(session, policy: try ties.resolved()), capacity: capacity, suggestionCount: suggestions,
      newcomerPercent: percent, rules: book, facts: stated, decisions: decisions, threadCount: threads)
    let preparation = try forum.prepare(source.applications)
    let bar = ShareBar()
    let solver = try AllocationSolver(preparation.problem, progress: { bar.show($0) })
    let allocation = try solver.solve()
    let prices = try solver.prices(of: allocation.outcome)
    bar.finish()
    let run = AllocationRun(
      allocation, prices: prices, of: preparation,
      settings: .init(
        capacity: capacity, suggestions: suggestions, newcomerPercent: percent, rules: rules, decisions: decisions))
    let id = dryRun ? nil : try store.store(run)
    if json {
      try Terminal.print(
        try Format.json(
          AllocationDocument(id: id, run: run, difference: before.map { AllocationDifference(from: $0, to: run) })))
    } else {
      try Terminal.printText(AllocationText(session).text(run, source.applications))
    }
    if let id { Terminal.note("stored as run \(id): see 'moim allocations list'") }
  }
}

extension AllocationDecisions {
  /// Takes over the pins of an earlier run for applications that are still there, except those that are vetoed now.
  mutating func keepPins(of run: AllocationRun?, for applications: [Application]) {
    let ids = Set(applications.map(\.id))
    let vetoed = vetoes ?? []
    let kept = (run?.settings.decisions.pins ?? []).filter { pin in
      ids.contains(pin.application) && !(pins ?? []).contains(pin)
        && !vetoed.contains { $0.application == pin.application && $0.organization == pin.organization }
    }
    if !kept.isEmpty { pins = (pins ?? []) + kept }
  }
}

/// An answer to `moim allocate` as JSON.
struct AllocationDocument: Encodable {
  /// `nil` where the run was not stored.
  var id: String?
  var run: AllocationRun
  /// Against the run that held before.
  var difference: AllocationDifference?
}
