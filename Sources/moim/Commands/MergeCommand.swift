import ArgumentParser
import PartnerDiscovery
import ResearchProfiles

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Joins two organisations that are one body.",
    discussion: """
      The first one's id stays the body's primary id; it answers to both. Nothing is lost: 'moim split' undoes it.

      EXAMPLES
        moim merge 999975814 892349173 --reason "the same registration number"
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Option(name: .long, help: ArgumentHelp("Why, for the audit trail.", valueName: "text"))
  var reason: String?

  @Argument(help: "The organisation whose id stays.")
  var primary: String

  @Argument(help: "The other one.")
  var other: String

  func run() throws {
    let ids = try DecideBodies(workspace: workspace.resolved).merge(
      OrganizationID(primary), OrganizationID(other), reason: reason)
    try Terminal.print("one body: \(ids.map(\.rawValue).joined(separator: ", "))")
  }
}
