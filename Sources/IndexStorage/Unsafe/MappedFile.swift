import Glibc

/// A file mapped for reading, unmapped when the last ``ByteRegion`` of it is gone.
///
/// Invariants that make the pointer safe to share: the mapping is read-only, its address and length never change, and
/// the files that Moim maps are never written in place (they are replaced by renaming), so no reader sees a change.
@safe
final class MappedFile: @unchecked Sendable {
  let base: UnsafeRawPointer
  let byteCount: Int
  private let isMapped: Bool

  init(path: String) throws(StorageError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastSystemError(operation: "opening", path: path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .lastSystemError(operation: "fstat", path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .system(operation: "mapping", path: path, reason: "it is not a regular file")
    }
    byteCount = Int(status.st_size)
    isMapped = byteCount > 0
    guard isMapped else {
      // mmap refuses empty files; any address will do where nothing may be read.
      unsafe base = UnsafeRawPointer(UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1))
      return
    }
    guard let address = unsafe mmap(nil, byteCount, PROT_READ, MAP_SHARED, descriptor, 0), unsafe address != MAP_FAILED
    else { throw .lastSystemError(operation: "mapping", path: path) }
    unsafe base = UnsafeRawPointer(address)
  }

  /// Bytes that live in memory instead of a file.
  init(bytes: [UInt8]) {
    byteCount = bytes.count
    isMapped = false
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    unsafe bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { unsafe memory.copyMemory(from: start, byteCount: source.count) }
    }
    unsafe base = UnsafeRawPointer(memory)
  }

  deinit {
    if isMapped {
      unsafe munmap(UnsafeMutableRawPointer(mutating: base), byteCount)
    } else {
      unsafe base.deallocate()
    }
  }
}
