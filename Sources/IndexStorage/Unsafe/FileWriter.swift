import Glibc

/// Writes a new file sequentially, hashing as it goes.
///
/// Nothing is durable before ``finish()``. A writer that is dropped unfinished leaves a partial file behind, which is
/// why writers are given temporary names.
///
/// Invariant: the bytes that are lent to the system or to the hash belong to an array or a region that outlives the
/// call.
public struct FileWriter: ~Copyable {
  public let path: String
  public private(set) var byteCount = 0
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Bytes at the front of ``buffer`` that are in the checksum already.
  private var hashedByteCount = 0
  private var hash = XXHash64()
  private static let bufferByteCount = 1 << 18

  /// Creates the file, or empties it where it is there.
  public init(path: String) throws(StorageError) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .lastSystemError(operation: "creating", path: path) }
  }

  deinit { close(descriptor) }

  public mutating func write(_ bytes: [UInt8]) throws(StorageError) {
    guard bytes.count < Self.bufferByteCount else {
      try flush()
      return try unsafe bytes.span.withUnsafeBytes { bytes throws(StorageError) in unsafe try writeThrough(bytes) }
    }
    byteCount += bytes.count
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferByteCount { try flush() }
  }

  /// Writes a region without copying it first.
  public mutating func write(_ region: ByteRegion) throws(StorageError) {
    try flush()
    try unsafe region.withUnsafeBytes { bytes throws(StorageError) in unsafe try writeThrough(bytes) }
  }

  /// The checksum of everything written since the last call, and a fresh start.
  public mutating func takeChecksum() -> UInt64 {
    hashBuffer()
    defer { hash = XXHash64() }
    return hash.digest
  }

  /// Writes out and waits for the disk.
  public mutating func finish() throws(StorageError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw .lastSystemError(operation: "syncing", path: path) }
  }

  /// Hands everything to the system, so that it can be read; a crash may still lose it. For files that are not kept.
  public mutating func flush() throws(StorageError) {
    hashBuffer()
    try unsafe buffer.span.withUnsafeBytes { bytes throws(StorageError) in unsafe try put(bytes, at: nil) }
    buffer.removeAll(keepingCapacity: true)
    hashedByteCount = 0
  }

  /// Overwrites bytes that were written before (a header that was not known yet).
  public mutating func overwrite(at offset: Int, with bytes: [UInt8]) throws(StorageError) {
    try flush()
    try unsafe bytes.span.withUnsafeBytes { bytes throws(StorageError) in unsafe try put(bytes, at: offset) }
  }

  /// Small pieces are hashed together.
  private mutating func hashBuffer() {
    unsafe buffer.withUnsafeBytes { bytes in
      unsafe hash.update(UnsafeRawBufferPointer(rebasing: bytes[hashedByteCount...]))
    }
    hashedByteCount = buffer.count
  }

  private mutating func writeThrough(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    byteCount += bytes.count
    unsafe hash.update(bytes)
    unsafe try put(bytes, at: nil)
  }

  private func put(_ bytes: UnsafeRawBufferPointer, at offset: Int?) throws(StorageError) {
    var written = 0
    while written < bytes.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count =
        if let offset {
          unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + written))
        } else {
          unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .lastSystemError(operation: "writing", path: path) }
      written += count
    }
  }
}
