import ArgumentParser
import PartnerDiscovery
import ResearchProfiles

struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Undoes merges, or says that two organisations are two.",
    discussion: """
      What joined the body through the organisation leaves with it. Where it gives the body its id, all others leave. \
      No later import merges them again. With two organisations that 'moim resolve' lists, it says that they are two.

      EXAMPLES
        moim split 892349173 --reason "a subsidiary"
        moim split 910945140 997806603 --reason "parent and institute"
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Option(name: .long, help: ArgumentHelp("Why, for the audit trail.", valueName: "text"))
  var reason: String?

  @Argument(help: "The organisation.")
  var organization: String

  @Argument(help: "Another one that it is not.")
  var other: String?

  func run() throws {
    let deciding = DecideBodies(workspace: workspace.resolved)
    let ids =
      try other.map { try deciding.keepApart(OrganizationID(organization), OrganizationID($0), reason: reason) }
      ?? deciding.split(OrganizationID(organization), reason: reason)
    try Terminal.print("a body of its own: \(ids.map(\.rawValue).joined(separator: ", "))")
  }
}
