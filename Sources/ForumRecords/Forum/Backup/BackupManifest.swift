/// The list of a backup's files, `manifest.json` in its folder. Written last: a folder without it is no backup.
public struct BackupManifest: Hashable, Sendable, Codable {
  public struct File: Hashable, Sendable, Codable {
    /// Inside the backup and inside the workspace, `/` between folders.
    public var path: String
    public var byteCount: Int
    /// SHA-256 in lower-case hexadecimal.
    public var sha256: String

    public init(path: String, byteCount: Int, sha256: String) {
      self.path = path
      self.byteCount = byteCount
      self.sha256 = sha256
    }
  }

  /// The version that this build writes, and the only one so far.
  public static let currentVersion = 1

  public var version: Int
  public var made: ForumTime
  /// In order of path bytes.
  public var files: [File]

  public init(version: Int = BackupManifest.currentVersion, made: ForumTime, files: [File]) {
    self.version = version
    self.made = made
    self.files = files
  }

  public var byteCount: Int { files.reduce(0) { $0 + $1.byteCount } }
}
