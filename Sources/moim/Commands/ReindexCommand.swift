import ArgumentParser
import PartnerDiscovery

struct ReindexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reindex", abstract: "Builds the index of a workspace anew from its registry.")

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var memory: MemoryOption

  func run() throws {
    var rebuilding = ReindexWorkspace(workspace: workspace.resolved)
    rebuilding.memoryByteCount = memory.byteCount
    let counts = try rebuilding.run()
    try Terminal.print("indexed \(counts.evidenceCount) pieces of evidence, \(counts.organizationCount) organisations")
  }
}
