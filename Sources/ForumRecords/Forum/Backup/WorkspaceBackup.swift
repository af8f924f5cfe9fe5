import Foundation
import GRDB

/// Copies all of a workspace that cannot be made again, while others go on writing it, and makes a workspace of a copy.
///
/// The two databases are copied by SQLite's online backup, each as it was at one moment; of the rest, settings, the
/// workspace's own glossary, mined term pairs and allocations are copied. The index is not: `moim reindex` makes it again.
/// The copies are whole databases without a log. They hold personal data: the folder is for its owner's eyes only.
public enum WorkspaceBackup {
  static let manifestName = "manifest.json"
  /// Copied as databases, where they exist; each with the place of its copy.
  static let databaseNames = ["forum.sqlite", "registry.sqlite"]
  /// Files, and folders with all they hold.
  static let settingsNames = ["allocations", "glossary", "settings.json", "term-pairs"]

  /// Copies a workspace into a folder that does not exist yet or is empty. On return the copy is on the disk.
  ///
  /// - Parameters:
  ///   - workspace: the folder with `forum.sqlite`, `registry.sqlite` or both.
  ///   - time: when it is made, for the list of its files.
  /// - Throws: ``ForumStoreError/targetNotEmpty(path:)``, ``ForumStoreError/missing(path:)`` for a workspace without
  ///   either database, others where a file cannot be read or written. What was copied until then is left, without a list.
  /// - Complexity: linear in the bytes of the workspace. Writers are not held up.
  @discardableResult
  public static func make(
    of workspace: String, in folder: String, time: ForumTime
  ) throws(ForumStoreError) -> BackupManifest {
    let names = databaseNames.filter { FileManager.default.fileExists(atPath: workspace + "/" + $0) }
    if names.isEmpty { throw .missing(path: workspace + "/" + databaseNames[0]) }
    try BackupFiles.requireEmpty(folder)
    do {
      try BackupFiles.createPrivateFolder(folder)
      for name in names { try copyDatabase(from: workspace + "/" + name, to: folder + "/" + name) }
      for name in settingsNames { try BackupFiles.copyTree(name, from: workspace, to: folder) }
      var files: [BackupManifest.File] = []
      for path in try BackupFiles.paths(in: folder) {
        files.append(try BackupFiles.describe(path, in: folder))
      }
      let manifest = BackupManifest(made: time, files: files)
      try BackupFiles.write(Data(try ForumContent.text(manifest).utf8), to: folder + "/" + manifestName)
      try BackupFiles.synchronizeFolders(in: folder)
      return manifest
    } catch {
      throw ForumStoreError(error, path: folder)
    }
  }

  /// Compares a backup with its list.
  ///
  /// - Returns: the list, where every file is there and is what it says.
  /// - Throws: ``ForumStoreError/notABackup(path:detail:)``, ``ForumStoreError/damagedBackup(path:file:)``.
  /// - Complexity: reads the whole backup.
  public static func verify(_ folder: String) throws(ForumStoreError) -> BackupManifest {
    let manifest = try readManifest(of: folder)
    for file in manifest.files {
      let found: BackupManifest.File
      do { found = try BackupFiles.describe(file.path, in: folder) } catch {
        throw .damagedBackup(path: folder, file: file.path)
      }
      if found != file { throw .damagedBackup(path: folder, file: file.path) }
    }
    return manifest
  }

  /// Makes a workspace of a backup, in a folder that does not exist yet or is empty. All or nothing: the workspace
  /// appears when everything is on the disk and was compared with the list.
  ///
  /// - Returns: what was restored; the index is still to be made, see ``WorkspaceRestoration/nextStep``.
  /// - Throws: ``ForumStoreError/targetNotEmpty(path:)``, ``ForumStoreError/notABackup(path:detail:)``,
  ///   ``ForumStoreError/damagedBackup(path:file:)``, others where a file cannot be read or written.
  /// - Complexity: linear in the bytes of the backup.
  @discardableResult
  public static func restore(_ folder: String, to workspace: String) throws(ForumStoreError) -> WorkspaceRestoration {
    try BackupFiles.requireEmpty(workspace)
    let manifest = try readManifest(of: folder)
    var target = workspace
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    let unfinished = target + ".restoring"
    do {
      // What a restoration that was stopped has left.
      if FileManager.default.fileExists(atPath: unfinished) { try FileManager.default.removeItem(atPath: unfinished) }
      try BackupFiles.createPrivateFolder(unfinished)
      for file in manifest.files {
        try BackupFiles.copy(folder + "/" + file.path, to: unfinished + "/" + file.path)
        // The copy is compared: it is what will be used.
        if try BackupFiles.describe(file.path, in: unfinished) != file {
          throw ForumStoreError.damagedBackup(path: folder, file: file.path)
        }
      }
      try BackupFiles.synchronizeFolders(in: unfinished)
      if FileManager.default.fileExists(atPath: target) { try FileManager.default.removeItem(atPath: target) }
      try FileManager.default.moveItem(atPath: unfinished, toPath: target)
      try BackupFiles.synchronizeFolder((target as NSString).deletingLastPathComponent)
    } catch {
      try? FileManager.default.removeItem(atPath: unfinished)
      if let error = error as? ForumStoreError { throw error }
      if manifest.files.contains(where: { !FileManager.default.fileExists(atPath: folder + "/" + $0.path) }) {
        throw .notABackup(path: folder, detail: "a file of its list is missing")
      }
      throw ForumStoreError(error, path: workspace)
    }
    return WorkspaceRestoration(workspace: workspace, manifest: manifest)
  }

  private static func readManifest(of folder: String) throws(ForumStoreError) -> BackupManifest {
    let path = folder + "/" + manifestName
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .notABackup(path: folder, detail: "there is no \(manifestName)")
    }
    guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: bytes) else {
      throw .damagedBackup(path: folder, file: manifestName)
    }
    guard manifest.version == BackupManifest.currentVersion else {
      throw .notABackup(path: folder, detail: "its version is \(manifest.version), this Moim reads 1")
    }
    // A list that was tampered with must not write outside the workspace.
    for file in manifest.files where !BackupFiles.isInside(file.path) {
      throw .damagedBackup(path: folder, file: manifestName)
    }
    return manifest
  }

  private static func copyDatabase(from source: String, to target: String) throws {
    var reading = Configuration()
    reading.readonly = true
    reading.busyMode = .timeout(5)
    let reader = try DatabaseQueue(path: source, configuration: reading)
    var writing = Configuration()
    writing.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY")
    }
    let writer = try DatabaseQueue(path: target, configuration: writing)
    // One step inside one read transaction: a snapshot, however many write in the meantime.
    try reader.backup(to: writer)
    try writer.writeWithoutTransaction { database in
      // The copy says that it has a log, as its source had: one file is easier to keep.
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    try writer.close()
    try reader.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
    try BackupFiles.synchronize(target)
  }
}
