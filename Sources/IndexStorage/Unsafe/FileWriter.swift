import Glibc

/// Writes a new file sequentially, hashing as it goes.
///
/// Nothing is durable before ``finish()``. A writer that is dropped unfinished leaves a partial file behind, which is
/// why writers are given temporary names.
public struct FileWriter: ~Copyable {
  public let path: String
  public private(set) var byteCount = 0
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var hash = XXHash64()
  private static let bufferByteCount = 1 << 18

  /// Creates the file, or empties it where it is there.
  public init(path: String) throws(StorageError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .lastSystemError(operation: "creating", path: path) }
    buffer.reserveCapacity(Self.bufferByteCount)
  }

  deinit { close(descriptor) }

  public mutating func write(_ bytes: [UInt8]) throws(StorageError) {
    byteCount += bytes.count
    hash.update(bytes)
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferByteCount { try flush() }
  }

  public mutating func write(_ region: ByteRegion) throws(StorageError) {
    try write(region.bytes(in: 0..<region.count))
  }

  /// The checksum of everything written since the last call, and a fresh start.
  public mutating func takeChecksum() -> UInt64 {
    defer { hash = XXHash64() }
    return hash.digest
  }

  /// Writes out and waits for the disk.
  public mutating func finish() throws(StorageError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw .lastSystemError(operation: "syncing", path: path) }
  }

  /// Overwrites bytes that were written before (a header that was not known yet).
  public mutating func overwrite(at offset: Int, with bytes: [UInt8]) throws(StorageError) {
    try flush()
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { source in
        unsafe pwrite(descriptor, source.baseAddress! + written, source.count - written, off_t(offset + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .lastSystemError(operation: "writing", path: path) }
      written += count
    }
  }

  private mutating func flush() throws(StorageError) {
    var written = 0
    while written < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { source in
        unsafe Glibc.write(descriptor, source.baseAddress! + written, source.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .lastSystemError(operation: "writing", path: path) }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
