import ArgumentParser
import PartnerDiscovery

struct AllocationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocations",
    abstract: "Lists, compares and rolls back stored allocations.",
    subcommands: [List.self, Show.self, Difference.self, RollBack.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the stored runs.")

    @OptionGroup var workspace: WorkspaceOption

    @Flag(name: .long, help: "Prints one JSON document.")
    var json = false

    func run() throws {
      let store = AllocationStore(workspace.resolved)
      let runs = try store.ids.map { ($0, try store.run($0)) }
      if json {
        let items = runs.map { Item(id: $0, isCurrent: $0 == store.currentID, outcome: $1.outcome) }
        return try Terminal.print(try Format.json(items))
      }
      if runs.isEmpty { throw ConsortiumInputError.noRuns(path: workspace.resolved.path) }
      let rows = runs.map { id, run in
        [
          id == store.currentID ? "→ \(id)" : "  \(id)", "\(run.outcome.served)", "\(run.outcome.introductions)",
          "\(run.outcome.smallestBest)", Format.decimal(run.outcome.meanBest, 0),
          Format.decimal(run.outcome.exposureGini, 3), Format.decimal(run.outcome.newcomerShare * 100, 1) + " %",
        ]
      }
      let head = ["  run", "served", "introductions", "worst best", "mean best", "Gini", "newcomers"]
      try Terminal.print(Format.table([head] + rows, rightAligned: [1, 2, 3, 4, 5, 6]))
    }

    private struct Item: Encodable {
      var id: String
      var isCurrent: Bool
      var outcome: AllocationRun.Outcome

      enum CodingKeys: String, CodingKey {
        case id, outcome
        case isCurrent = "is_current"
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Prints a stored run as JSON.")

    @OptionGroup var workspace: WorkspaceOption

    @Argument(help: "The run (default: the one that holds).")
    var id: String?

    func run() throws {
      let store = AllocationStore(workspace.resolved)
      guard let id = id ?? store.currentID else { throw ConsortiumInputError.noRuns(path: workspace.resolved.path) }
      try Terminal.print(try Format.json(try store.run(id)))
    }
  }

  struct Difference: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff", abstract: "Says what differs between two runs.")

    @OptionGroup var workspace: WorkspaceOption

    @Flag(name: .long, help: "Prints one JSON document.")
    var json = false

    @Argument(help: "The first run.")
    var first: String

    @Argument(help: "The second run (default: the one that holds).")
    var second: String?

    func run() throws {
      let store = AllocationStore(workspace.resolved)
      guard let second = second ?? store.currentID else {
        throw ConsortiumInputError.noRuns(path: workspace.resolved.path)
      }
      let difference = AllocationDifference(from: try store.run(first), to: try store.run(second))
      if json { return try Terminal.print(try Format.json(difference)) }
      try Terminal.printText(AllocationText.text(difference, from: first, to: second))
    }
  }

  struct RollBack: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rollback", abstract: "Makes an earlier run hold again; nothing is deleted.")

    @OptionGroup var workspace: WorkspaceOption

    @Argument(help: "The run.")
    var id: String

    func run() throws {
      let id = try AllocationStore(workspace.resolved).rollBack(to: id)
      Terminal.note("run \(id) holds now")
    }
  }
}
