#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A regular file, open for reading. Anything else (a pipe, a device, a socket) is refused without waiting for it.
///
/// Invariant: `descriptor` is open from the end of `init` to `deinit`, and owned by this object alone.
final class RegularFile: ByteSource {
  let byteCount: Int64
  private let descriptor: Int32
  /// Where the next `read` begins.
  private var offset: Int64
  /// Where reading ends, as if the file did.
  private let end: Int64

  /// - Parameters:
  ///   - followsLinks: whether the last component of the path may be a symbolic link.
  ///   - range: the part of the file to read; all of it unless stated.
  init(path: String, followsLinks: Bool, range: Range<Int64>? = nil) throws(ByteSourceFailure) {
    // Without O_NONBLOCK opening a pipe would wait for a writer that never comes.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW)
    let opened = unsafe open(path, flags)
    guard opened >= 0 else { throw Self.failure(path: path, code: errno) }
    var status = stat()
    guard unsafe fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let kind = PathKind(mode: status.st_mode)
      close(opened)
      throw ByteSourceFailure(
        reason: "it is \(kind.name), not a regular file", remedy: "copy its content into a file and import that")
    }
    descriptor = opened
    byteCount = Int64(status.st_size)
    offset = range?.lowerBound ?? 0
    end = range?.upperBound ?? .max
  }

  deinit { close(descriptor) }

  func read(into buffer: inout [UInt8]) throws(ByteSourceFailure) -> Int {
    let wanted = Int(min(Int64(buffer.count), end - offset))
    guard wanted > 0 else { return 0 }
    let result = unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
      while true {
        let result = unsafe pread(descriptor, bytes.baseAddress, wanted, off_t(offset))
        if result >= 0 || errno != EINTR { return result }
      }
    }
    guard result >= 0 else {
      throw ByteSourceFailure(
        reason: "reading failed: \(Self.message(errno))", remedy: "check the disk and import the file again")
    }
    offset += Int64(result)
    return result
  }

  /// The system's words for an error code.
  static func message(_ code: Int32) -> String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  static func failure(path: String, code: Int32) -> ByteSourceFailure {
    switch code {
    case ENOENT: ByteSourceFailure(reason: "there is no such file", remedy: "check the path")
    case EACCES, EPERM:
      ByteSourceFailure(
        reason: "it may not be read", remedy: "give read permission or copy it to where you may read it")
    case ELOOP:
      ByteSourceFailure(reason: "it is a symbolic link", remedy: "name the link's target as a source")
    default: ByteSourceFailure(reason: "it cannot be opened: \(message(code))", remedy: "check the path and the disk")
    }
  }
}
