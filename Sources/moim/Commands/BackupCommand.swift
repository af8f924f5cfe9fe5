import ArgumentParser
import ForumDesk
import ForumRecords
import PartnerDiscovery

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copies a workspace while it is in use. 백업",
    discussion: """
      Everything that cannot be made again is copied: the records, the forum's applications and people, settings, glossary \
      and allocations, each database as it was at one moment. The index is made again from them ('moim reindex'). The copy \
      holds personal data: keep it where only its keeper can read it. What is purged later stays in earlier backups.

      EXAMPLES
        moim backup --workspace forum /backup/forum-2026-11-21
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Flag(name: .long, help: "Prints one JSON document.") var json = false

  @Argument(help: "A folder that does not exist yet, or is empty.", completion: .directory) var folder: String

  private struct Document: Encodable {
    struct File: Encodable {
      var path: String
      var bytes: Int
      var sha256: String
    }

    var folder: String
    var made: String
    var bytes: Int
    var files: [File]
  }

  func run() throws {
    let workspace = workspace.resolved
    // A workspace without a forum has no audit trail to tell it to.
    let manifest =
      try workspace.hasForum
      ? ForumStore(path: workspace.forumPath, mode: .readWrite).backup(
        to: folder, actor: "command line", time: ForumDesk.systemTime)
      : WorkspaceBackup.make(of: workspace.path, in: folder, time: ForumDesk.systemTime)
    if json {
      return try Terminal.print(
        try Format.json(
          Document(
            folder: folder, made: manifest.made.description, bytes: manifest.byteCount,
            files: manifest.files.map { .init(path: $0.path, bytes: $0.byteCount, sha256: $0.sha256) })))
    }
    try Terminal.print(
      "\(manifest.files.count) files, \(Format.decimal(Double(manifest.byteCount) / 1e6, 1)) MB in \(folder)")
  }
}
