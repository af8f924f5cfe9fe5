import IndexStorage

/// A file that is written bit by bit and appears under its name only when it is complete.
struct ExportFile: ~Copyable {
  private let path: String
  private let partPath: String
  private var writer: FileWriter

  init(path: String) throws(StorageError) {
    self.path = path
    partPath = path + ".part"
    writer = try FileWriter(path: partPath)
  }

  mutating func write(_ text: String) throws(StorageError) { try writer.write(Array(text.utf8)) }

  /// Puts the file in its place, over an older one.
  mutating func finish() throws(StorageError) {
    try writer.finish()
    try FileSystem.rename(partPath, to: path)
  }
}
