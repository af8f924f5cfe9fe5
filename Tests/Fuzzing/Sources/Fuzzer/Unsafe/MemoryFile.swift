import Glibc

/// A file without a place on a disk, written again for each input.
///
/// Invariant: `descriptor` is open for as long as the process runs. libFuzzer calls on one thread.
struct MemoryFile {
  static let shared = MemoryFile()

  private let descriptor: CInt

  private init() {
    var path = Array("/dev/shm/fuzz-XXXXXX".utf8CString)
    descriptor = unsafe path.withUnsafeMutableBufferPointer { path in
      guard let start = path.baseAddress else { return -1 }
      let descriptor = unsafe mkstemp(start)
      unsafe unlink(start)
      return descriptor
    }
    precondition(descriptor >= 0, "no file can be made in memory")
  }

  /// Fills the file and says where it is found.
  func path(holding content: [UInt8]) -> String {
    precondition(ftruncate(descriptor, 0) == 0)
    let written = unsafe content.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    precondition(written == content.count)
    return "/proc/self/fd/\(descriptor)"
  }
}
