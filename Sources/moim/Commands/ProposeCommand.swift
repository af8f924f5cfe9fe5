import ArgumentParser
import CallRules
import ConsortiumMatching
import PartnerDiscovery
import ResearchProfiles

struct ProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Builds whole consortia for an application.",
    discussion: """
      Members are chosen together: they cover the needs, keep the rules of the call and fit the application. A proposal \
      names the reason for every seat, who could take it instead, what each rule says, and how far it may be from the \
      best. Needs that the application does not state are read from its text: look at them with --show-needs, edit \
      them, and put them into the application.

      --rules names a rule file (YAML) or a shipped one: forum-default, korea-national, horizon-europe.

      EXAMPLES
        moim propose application.json
        moim propose applications.jsonl#demo-app-01 --rules korea-national --limit 3
        moim propose application.json --size 4...5 --pin kist --veto 999997930
        moim propose application.json --decline kist
        moim propose application.json --show-needs
      """)

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var bridge: BridgeOption
  @OptionGroup var ties: TieOptions

  @Option(name: .long, help: ArgumentHelp("Rules of the call: a file or a shipped name.", valueName: "rules"))
  var rules = ShippedRules.defaultName

  @Option(
    name: .long, help: ArgumentHelp("Members, the applicant included, for instance 3...6 or 4.", valueName: "range"))
  var size: SizeRange?

  @Option(name: .long, help: ArgumentHelp("Proposals, at most.", valueName: "count"))
  var limit = 3

  @Option(name: .long, help: ArgumentHelp("An organisation that must be in; may be repeated.", valueName: "id"))
  var pin: [String] = []

  @Option(name: .long, help: ArgumentHelp("An organisation that must not; may be repeated.", valueName: "id"))
  var veto: [String] = []

  @Option(name: .long, help: ArgumentHelp("What if this member says no? The others stay.", valueName: "id"))
  var decline: String?

  @Option(name: .long, help: ArgumentHelp("Security class of the call, 'open' or 'secured'.", valueName: "class"))
  var securityClass: String?

  @OptionGroup var facts: FactsOption

  @Option(name: .long, help: ArgumentHelp("Candidates that are looked at.", valueName: "count"))
  var pool = 300

  @Flag(name: .long, help: "Prints the needs as they were understood, as JSON to be edited, and nothing else.")
  var showNeeds = false

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  @Argument(help: "The application: its id, a file, or FILE#ID.")
  var application: String

  func validate() throws {
    try validateLimit(limit)
    if pool < 1 { throw ValidationError("--pool needs a number from 1.") }
  }

  func run() throws {
    let workspace = workspace.resolved
    let book = try RuleSource.find(rules)
    let stated = try facts.read()
    let session = try DiscoverySession(workspace: workspace, bridge: bridge.mode)
    defer { for issue in session.bridgeIssues { Terminal.note(issue) } }
    let application = try FindApplication(workspace: workspace).find(application)
    let builder = ConsortiumBuilder(ApplicationMatcher(session, policy: try ties.resolved()))
    if showNeeds {
      let needs = NeedExtractor(session).needs(of: application)
      return try Terminal.print(try Format.json(NeedsDocument(application, needs)))
    }
    let request = ProposalRequest(
      application: application, forum: forum(of: self.application), rules: book, size: size?.range,
      securityClass: securityClass, facts: stated, pinned: pin.map { OrganizationID($0) },
      vetoed: veto.map { OrganizationID($0) }, poolLimit: pool)
    var workbench = try builder.prepare(request)
    ties.apply(to: &workbench.problem.weights)
    let planner = try workbench.planner()
    let plan = try planner.plan(count: limit)
    let declined = try decline.map { try whatIf($0, declines: plan, planner, workbench) }
    if json {
      return try Terminal.print(try Format.json(ProposalDocument(workbench, plan, book, ifDeclined: declined)))
    }
    try Terminal.printText(ProposalText(workbench, book).text(plan))
    if let declined { try Terminal.printText(ProposalText(workbench, book).text(declined)) }
    if plan.proposals.isEmpty { throw ExitCode.failure }
  }

  /// The other applications of the file are the forum: candidates may have needs of their own.
  private func forum(of name: String) -> [Application] {
    let path = name.lastIndex(of: "#").map { String(name[..<$0]) } ?? name
    return (try? ApplicationSource(path: path))?.applications ?? []
  }

  private func whatIf(
    _ id: String, declines plan: ConsortiumPlan, _ planner: ConsortiumPlanner, _ workbench: ConsortiumWorkbench
  ) throws -> DeclinedPlan {
    let candidate = try workbench.candidate(OrganizationID(id))
    guard let first = plan.proposals.first, first.found.partners.contains(candidate) else {
      throw ConsortiumInputError.notAMember(id: id)
    }
    let others = first.found.partners.filter { $0 != candidate }
    return DeclinedPlan(
      declined: candidate, kept: try planner.with(pinned: others, declined: [candidate]).plan(count: 1),
      anew: try planner.with(declined: [candidate]).plan(count: 1))
  }
}

/// `3...6`, or one number.
struct SizeRange: ExpressibleByArgument {
  var range: ClosedRange<Int>

  init?(argument: String) {
    let ends = argument.replacing("...", with: "-").replacing("…", with: "-").split(separator: "-").map { Int($0) }
    guard let low = ends.first ?? nil, let high = ends.last ?? nil, ends.count <= 2, 1 <= low, low <= high, high <= 100
    else { return nil }
    range = low...high
  }
}
