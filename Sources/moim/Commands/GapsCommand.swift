import ArgumentParser
import ConsortiumMatching
import PartnerDiscovery
import ProfileIngest
import ResearchProfiles

struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Says what a forum lacks: whom to recruit, what to teach.",
    discussion: """
      Needs that nobody in the workspace can meet, needs that hang on a single supplier, and offers that meet nobody's \
      need: for all applications of a file, or for one of them.

      EXAMPLES
        moim gaps applications.jsonl
        moim gaps applications.jsonl --application demo-app-13 --json
      """)

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var bridge: BridgeOption

  @OptionGroup var choice: ApplicationChoice

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  @OptionGroup var applications: ApplicationsArgument

  func run() throws {
    let session = try DiscoverySession(workspace: workspace.resolved, bridge: bridge.mode)
    defer { for issue in session.bridgeIssues { Terminal.note(issue) } }
    let source = try applications.read()
    let chosen = try choice.chosen(of: source, in: applications)
    let gaps = ConsortiumBuilder(ApplicationMatcher(session)).gaps(of: chosen, forum: source.applications)
    if json { return try Terminal.print(try Format.json(GapsDocument(gaps))) }
    try Terminal.printText(GapsText(gaps).text)
  }
}
