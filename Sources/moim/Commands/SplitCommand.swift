import ArgumentParser
import PartnerDiscovery
import ResearchProfiles

struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Undoes merges: takes an organisation out of its body.",
    discussion: """
      What joined the body through the organisation leaves with it. Where it gives the body its id, all others leave. \
      No later import merges them again.

      EXAMPLE
        moim split 892349173 --reason "a subsidiary"
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Option(name: .long, help: ArgumentHelp("Why, for the audit trail.", valueName: "text"))
  var reason: String?

  @Argument(help: "The organisation.")
  var organization: String

  func run() throws {
    let ids = try DecideBodies(workspace: workspace.resolved).split(OrganizationID(organization), reason: reason)
    try Terminal.print("a body of its own: \(ids.map(\.rawValue).joined(separator: ", "))")
  }
}
