import ArgumentParser
import PartnerDiscovery
import ResearchProfiles

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why an organisation is a partner for an application, in words and numbers.",
    discussion: """
      The parts add up to the score. Where the file holds several applications, name one as FILE#ID.

      EXAMPLES
        moim explain kist --application application.json
        moim explain 999997930 --application applications.jsonl#101124675
      """)

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var bridge: BridgeOption
  @OptionGroup var policy: PolicyOptions

  @Option(name: .long, help: ArgumentHelp("The application: its id, a file, or FILE#ID.", valueName: "id|file"))
  var application: String

  @Option(name: .long, help: ArgumentHelp("Pieces of evidence to take apart.", valueName: "count"))
  var evidence = 5

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  @Argument(help: "The organisation's id.")
  var organization: String

  func run() throws {
    let workspace = workspace.resolved
    let session = try DiscoverySession(workspace: workspace, bridge: bridge.mode)
    let application = try FindApplication(workspace: workspace).find(application)
    let explanation = try ApplicationMatcher(session, policy: policy.resolved()).explain(
      OrganizationID(organization), for: application, evidenceLimit: evidence)
    for issue in session.bridgeIssues { Terminal.note(issue) }
    if json { return try Terminal.print(try Format.json(ExplanationDocument(explanation))) }
    try Terminal.printText(ExplanationText.text(explanation))
  }
}
