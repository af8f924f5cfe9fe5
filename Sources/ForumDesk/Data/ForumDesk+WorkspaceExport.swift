import ForumRecords
import Foundation
public import PartnerDiscovery

extension ForumDesk {
  /// A file that was made for one download, in a folder of its own; whoever takes it removes the folder.
  public struct MadeFile: Sendable {
    public var folder: String
    public var path: String
    public var report: ExportReport
  }

  /// A new folder that only the server's user may read, for files that live for a moment. What an earlier process left there
  /// goes with the uploads.
  public func makePrivateFolder() throws -> String {
    let folder = workspace.path + "/uploads/" + RandomToken.make()
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder
  }

  /// Writes organisations, evidence and links for other systems.
  ///
  /// - Parameter format: one of those that are a single file.
  /// - Throws: a `DiscoveryError` before anything was imported, errors of the registry and of the disk.
  public func exportWorkspace(_ format: ExportFormat, actor: String) async throws -> MadeFile {
    try await offThread { [self] in
      let folder = try makePrivateFolder()
      do {
        var export = ExportWorkspace(workspace: workspace, format: format, outputPath: folder + "/export")
        export.day = now.seoulDate
        let report = try export.run()
        try store.recordAudit(
          action: "export.workspace", subject: format.rawValue,
          detail: "\(report.organizationCount) organizations, \(report.evidenceCount) evidence", actor: actor, time: now
        )
        return MadeFile(folder: folder, path: folder + "/export", report: report)
      } catch {
        try? FileManager.default.removeItem(atPath: folder)
        throw error
      }
    }
  }
}
