import ArgumentParser
import PartnerDiscovery
import ResearchProfiles

struct SourceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source",
    abstract: "Shows who says what, and removes a source as a whole.",
    discussion: """
      A source is called by the last part of its path. Of each field the value of a record of the organisation's own is \
      shown, of several the one that changed last; what was only mentioned elsewhere fills what is left. What others say \
      is kept beside it.

      EXAMPLES
        moim source list --workspace forum
        moim source of kist --workspace forum
        moim source remove companies.jsonl --workspace forum
      """,
    subcommands: [ListSources.self, ShowStatements.self, RemoveSource.self])
}

extension SourceCommand {
  struct ListSources: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the sources.")

    @OptionGroup var workspace: WorkspaceOption

    func run() throws {
      let sources = try WorkspaceSources(workspace: workspace.resolved).list()
      let rows = sources.map { [$0.name, $0.date.description, "\($0.evidenceCount)", "\($0.organizationCount)"] }
      try Terminal.printText(
        Format.table([["source", "first imported", "evidence", "organisations"]] + rows, rightAligned: [2, 3]))
    }
  }

  struct ShowStatements: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "of", abstract: "Shows all that sources say of an organisation; a star marks what is shown.")

    @OptionGroup var workspace: WorkspaceOption

    @Argument(help: "The organisation.")
    var organization: String

    func run() throws {
      let statements = try WorkspaceSources(workspace: workspace.resolved).statements(of: OrganizationID(organization))
      let rows = statements.map {
        [
          $0.isShown ? "*" : "", $0.field, $0.value, $0.organization.rawValue, $0.source, $0.location,
          $0.date.description,
        ]
      }
      try Terminal.printText(Format.table([["", "field", "value", "id", "source", "place", "imported"]] + rows))
    }
  }

  struct RemoveSource: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Removes all that a source alone says.")

    @OptionGroup var workspace: WorkspaceOption

    @Argument(help: "The source's name.")
    var name: String

    func run() throws {
      let removal = try WorkspaceSources(workspace: workspace.resolved).remove(name)
      try Terminal.print(
        "removed \(removal.evidenceCount) pieces of evidence and \(removal.organizationCount) organisations; "
          + "\(removal.keptEvidenceCount) and \(removal.keptOrganizationCount) stay, because other sources speak of them"
      )
    }
  }
}
