import Foundation

/// The files of a backup and of the workspace that is made of it.
enum BackupFiles {
  private static let pieceByteCount = 1 << 20

  /// Throws where there is something at the path that is no empty folder.
  static func requireEmpty(_ folder: String) throws(ForumStoreError) {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    guard (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true else {
      throw .targetNotEmpty(path: folder)
    }
  }

  /// What is at a path, links followed; `nil` where there is nothing.
  private static func kind(of path: String) -> FileAttributeType? {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return (try? FileManager.default.attributesOfItem(atPath: resolved))?[.type] as? FileAttributeType
  }

  /// A folder that only its owner can look into, with the folders above it.
  static func createPrivateFolder(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
  }

  /// Whether a path stays inside the folder that it is appended to.
  static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.isEmpty && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  /// The regular files in a folder and the folders in it, in order of path bytes. Links are not followed.
  static func paths(in folder: String) throws -> [String] {
    var paths: [String] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
      if attributes[.type] as? FileAttributeType == .typeRegular { paths.append(path) }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Copies a file or a folder with all its regular files; nothing where there is none.
  static func copyTree(_ name: String, from source: String, to target: String) throws {
    guard let kind = kind(of: source + "/" + name) else { return }
    guard kind == .typeDirectory else { return try copy(source + "/" + name, to: target + "/" + name) }
    for path in try paths(in: source + "/" + name) {
      try copy("\(source)/\(name)/\(path)", to: "\(target)/\(name)/\(path)")
    }
  }

  /// Copies a file's bytes onto the disk, with the folders that it needs.
  static func copy(_ source: String, to target: String) throws {
    let reader = try FileHandle(forReadingFrom: URL(fileURLWithPath: source))
    defer { try? reader.close() }
    let writer = try create(target)
    defer { try? writer.close() }
    while let piece = try reader.read(upToCount: pieceByteCount), !piece.isEmpty {
      try writer.write(contentsOf: piece)
    }
    try writer.synchronize()
  }

  static func write(_ bytes: Data, to path: String) throws {
    let writer = try create(path)
    defer { try? writer.close() }
    try writer.write(contentsOf: bytes)
    try writer.synchronize()
  }

  private static func create(_ path: String) throws -> FileHandle {
    let parent = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    let isCreated = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isCreated else { throw ForumStoreError.inputOutput(path: path, detail: "it cannot be created") }
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  /// A file's length and digest.
  static func describe(_ path: String, in folder: String) throws -> BackupManifest.File {
    let reader = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/" + path))
    defer { try? reader.close() }
    var hash = SHA256()
    var byteCount = 0
    while let piece = try reader.read(upToCount: pieceByteCount), !piece.isEmpty {
      hash.update([UInt8](piece))
      byteCount += piece.count
    }
    return BackupManifest.File(path: path, byteCount: byteCount, sha256: hash.hexadecimal())
  }

  /// Puts a file, or the names in a folder, onto the disk.
  static func synchronize(_ path: String) throws {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? handle.close() }
    try handle.synchronize()
  }

  static func synchronizeFolder(_ folder: String) throws { try synchronize(folder.isEmpty ? "." : folder) }

  /// A folder, the folders in it, and the one that holds it.
  static func synchronizeFolders(in folder: String) throws {
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where kind(of: folder + "/" + path) == .typeDirectory {
      try synchronizeFolder(folder + "/" + path)
    }
    try synchronizeFolder(folder)
    try synchronizeFolder((folder as NSString).deletingLastPathComponent)
  }
}
