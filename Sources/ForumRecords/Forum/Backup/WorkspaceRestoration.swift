/// A workspace that was made of a backup.
public struct WorkspaceRestoration: Hashable, Sendable {
  public var workspace: String
  public var manifest: BackupManifest

  /// What is to be done before the workspace can be searched.
  public var nextStep: String { "run `moim reindex` on \(workspace): the index is made from the records again" }

  public init(workspace: String, manifest: BackupManifest) {
    self.workspace = workspace
    self.manifest = manifest
  }
}
