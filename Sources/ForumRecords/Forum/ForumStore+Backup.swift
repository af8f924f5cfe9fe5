import Foundation

extension ForumStore {
  /// Copies the workspace that this store lies in: see ``WorkspaceBackup/make(of:in:time:)``. The copying is told to the
  /// audit trail afterwards.
  ///
  /// - Throws: as ``WorkspaceBackup/make(of:in:time:)``.
  /// - Complexity: linear in the bytes of the workspace.
  @discardableResult
  public func backup(to folder: String, actor: String, time: ForumTime) throws(ForumStoreError) -> BackupManifest {
    let workspace = (path as NSString).deletingLastPathComponent
    let manifest = try WorkspaceBackup.make(of: workspace.isEmpty ? "." : workspace, in: folder, time: time)
    if mode == .readWrite {
      try recordAudit(
        action: "workspace.backup", subject: "workspace",
        detail: "\(manifest.files.count) files, \(manifest.byteCount) bytes", actor: actor, time: time)
    }
    return manifest
  }
}
