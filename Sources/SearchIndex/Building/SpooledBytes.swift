import IndexStorage

/// Bytes that are gathered beside a file and copied to its end: in memory while they are few, else in a file of their
/// own, which is gone afterwards.
struct SpooledBytes: ~Copyable {
  private let path: String
  private let memoryByteCount: Int
  private var pieces: [[UInt8]] = []
  private var heldByteCount = 0
  private var file: FileWriter?
  private(set) var byteCount = 0

  /// - Parameters:
  ///   - path: of the file, should one be needed.
  ///   - memoryByteCount: how much is kept in memory.
  init(path: String, memoryByteCount: Int) {
    self.path = path
    self.memoryByteCount = memoryByteCount
  }

  deinit { if file != nil { try? FileSystem.removeFile(path) } }

  mutating func append(_ bytes: [UInt8]) throws(StorageError) {
    byteCount += bytes.count
    heldByteCount += bytes.count
    pieces.append(bytes)
    if heldByteCount > memoryByteCount { try spill() }
  }

  /// Writes everything to the end of another file.
  mutating func copy(to target: inout FileWriter) throws(StorageError) {
    if file != nil {
      try spill()
      try file?.flush()
      try target.write(ByteRegion(mapping: path))
    } else {
      for piece in pieces { try target.write(piece) }
    }
  }

  private mutating func spill() throws(StorageError) {
    if file == nil { file = try FileWriter(path: path) }
    for piece in pieces { try file?.write(piece) }
    pieces.removeAll()
    heldByteCount = 0
  }
}
