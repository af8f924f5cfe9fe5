import ArgumentParser
import ForumRecords
import PartnerDiscovery

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Makes a workspace of a backup. 복구",
    discussion: """
      The workspace must not exist yet, or be an empty folder. It appears when everything is on the disk and was compared \
      with the backup's list; then its index is built, unless --without-index says otherwise.

      EXAMPLES
        moim restore /backup/forum-2026-11-21 --workspace forum
      """)

  @OptionGroup var workspace: WorkspaceOption
  @OptionGroup var memory: MemoryOption

  @Flag(name: .long, help: "Leaves the index to 'moim reindex'.") var withoutIndex = false

  @Flag(name: .long, help: "Prints one JSON document.") var json = false

  @Argument(help: "The folder of the backup.", completion: .directory) var folder: String

  private struct Document: Encodable {
    var workspace: String
    var made: String
    var files: Int
    var bytes: Int
    var evidence: Int?
    var organizations: Int?
  }

  func run() throws {
    let workspace = workspace.resolved
    let restored = try WorkspaceBackup.restore(folder, to: workspace.path)
    var document = Document(
      workspace: workspace.path, made: restored.manifest.made.description, files: restored.manifest.files.count,
      bytes: restored.manifest.byteCount)
    if !withoutIndex, workspace.exists {
      var rebuilding = ReindexWorkspace(workspace: workspace)
      rebuilding.memoryByteCount = memory.byteCount
      let counts = try rebuilding.run()
      document.evidence = counts.evidenceCount
      document.organizations = counts.organizationCount
    }
    if json { return try Terminal.print(try Format.json(document)) }
    try Terminal.print("\(document.files) files of the backup of \(document.made) are in \(workspace.path)")
    if let evidence = document.evidence, let organizations = document.organizations {
      try Terminal.print("indexed \(evidence) pieces of evidence, \(organizations) organisations")
    } else if workspace.exists {
      Terminal.note(restored.nextStep)
    }
  }
}
