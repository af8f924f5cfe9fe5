import ArgumentParser
import PartnerDiscovery

struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Lists organisations that may be one body, for you to decide.",
    discussion: """
      Every import compares new organisations with those known. What is surely one body is merged, what may be one waits \
      here with its reasons; their points add up. Decide with 'moim merge' and 'moim split': what you split is never \
      merged again by itself.

      EXAMPLES
        moim resolve --workspace forum
        moim resolve --workspace forum --history
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Flag(name: .long, help: "Lists the decisions that were made instead, the last one last.")
  var history = false

  @Option(name: .long, help: ArgumentHelp("How many to list.", valueName: "count"))
  var limit = 1000

  @Flag(name: .long, help: "Prints one JSON document.")
  var json = false

  func validate() throws { try validateLimit(limit) }

  func run() throws {
    let deciding = DecideBodies(workspace: workspace.resolved)
    if history {
      let decisions = try deciding.decisions().suffix(limit).map(DecisionDocument.init)
      if json { return try Terminal.print(try Format.json(["decisions": decisions])) }
      try Terminal.printText(decisions.isEmpty ? "nothing was decided yet" : ResolutionText.text(decisions))
    } else {
      let held = try deciding.waiting()
      let documents = held.prefix(limit).map(HeldDocument.init)
      if json { return try Terminal.print(try Format.json(["held": documents])) }
      try Terminal.printText(documents.isEmpty ? "nothing waits for a decision" : ResolutionText.text(documents))
      if held.count > limit { Terminal.note("... and \(held.count - limit) more: see them with --limit") }
    }
  }
}
