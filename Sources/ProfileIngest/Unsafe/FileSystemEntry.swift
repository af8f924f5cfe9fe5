#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the file system says about a path.
struct FileSystemEntry {
  var kind: PathKind
  var byteCount: Int64

  init(path: String, followsLinks: Bool) throws(ByteSourceFailure) {
    var status = stat()
    let result = unsafe followsLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { throw RegularFile.failure(path: path, code: errno) }
    kind = PathKind(mode: status.st_mode)
    byteCount = Int64(status.st_size)
  }

  /// The names in a folder without those that begin with a dot, sorted by their bytes. Names that are not UTF-8 come as
  /// `nil` at the end.
  static func names(inFolder path: String) throws(ByteSourceFailure) -> [String?] {
    guard let folder = unsafe opendir(path) else { throw RegularFile.failure(path: path, code: errno) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    var unreadableCount = 0
    while let entry = unsafe readdir(folder) {
      // `d_name` is NUL-terminated and lies inside the entry, which stays valid until the next `readdir`.
      let offset = MemoryLayout<dirent>.offset(of: \.d_name)!
      let name = unsafe (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      if unsafe name[0] == 0x2E { continue }
      if let text = unsafe String(validatingCString: name) {
        names.append(text)
      } else {
        unreadableCount += 1
      }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names + Array(repeating: nil, count: unreadableCount)
  }
}
