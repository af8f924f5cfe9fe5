import Glibc

/// The few calls of the file system that safe publication needs.
public enum FileSystem {
  /// Writes a file so that a reader, or a crash, sees either the old content or all of the new.
  ///
  /// - Parameter syncsFolder: `false` where the caller syncs the folder once for several files.
  public static func replaceFile(
    at path: String, with bytes: [UInt8], syncsFolder: Bool = true
  ) throws(StorageError) {
    let temporaryPath = path + ".tmp"
    var writer = try FileWriter(path: temporaryPath)
    try writer.write(bytes)
    try writer.finish()
    try rename(temporaryPath, to: path)
    if syncsFolder { try syncFolder(parent(of: path)) }
  }

  /// Renames within a folder. The name is durable once the folder is synced.
  public static func rename(_ oldPath: String, to newPath: String) throws(StorageError) {
    guard unsafe Glibc.rename(oldPath, newPath) == 0 else {
      throw .lastSystemError(operation: "renaming to \(newPath)", path: oldPath)
    }
  }

  public static func syncFolder(_ path: String) throws(StorageError) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastSystemError(operation: "opening", path: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .lastSystemError(operation: "syncing", path: path) }
  }

  /// Creates a folder and those above it; an existing one is fine.
  public static func createFolder(_ path: String) throws(StorageError) {
    guard !path.isEmpty, !exists(path) else { return }
    let above = parent(of: path)
    if above != path { try createFolder(above) }
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw .lastSystemError(operation: "creating", path: path)
    }
  }

  public static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Removes a file; one that is not there is fine.
  public static func removeFile(_ path: String) throws(StorageError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else {
      throw .lastSystemError(operation: "removing", path: path)
    }
  }

  /// The names in a folder, sorted by bytes, without `.` and `..`.
  public static func names(in path: String) throws(StorageError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw .lastSystemError(operation: "listing", path: path) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  public static func byteCount(of path: String) throws(StorageError) -> Int {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .lastSystemError(operation: "stat", path: path) }
    return Int(status.st_size)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

extension StorageError {
  /// The failure that `errno` tells of.
  static func lastSystemError(operation: String, path: String) -> StorageError {
    .system(operation: operation, path: path, reason: unsafe String(cString: strerror(errno)))
  }
}
