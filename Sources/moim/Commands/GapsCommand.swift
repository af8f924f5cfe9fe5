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

  @Option(name: .long, help: ArgumentHelp("Only the application with this id.", valueName: "id"))
  var application: String?

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  @Argument(help: "The file of applications.", completion: .file(extensions: ["jsonl", "json", "csv", "xlsx"]))
  var applications: String

  func run() throws {
    let session = try DiscoverySession(workspace: workspace.resolved, bridge: bridge.mode)
    defer { for issue in session.bridgeIssues { Terminal.note(issue) } }
    let source = try ApplicationSource(path: applications)
    for issue in source.issues { Terminal.note(issue.description) }
    var chosen = source.applications
    if let application {
      chosen = chosen.filter { $0.id == application }
      if chosen.isEmpty {
        throw DiscoveryError.noSuchApplication(id: application, path: applications, count: source.applications.count)
      }
    }
    let gaps = ConsortiumBuilder(ApplicationMatcher(session)).gaps(of: chosen, forum: source.applications)
    if json { return try Terminal.print(try Format.json(GapsDocument(gaps))) }
    try Terminal.printText(GapsText(gaps).text)
  }
}
