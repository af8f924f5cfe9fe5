#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file of a name of its own that only its owner may read, removed with this object.
///
/// Invariant: `path` was made by `mkstemp`; pointers are those of arrays that outlive each call.
@safe final class TemporaryFile {
  let path: String

  init(folder: String) throws(TableWritingError) {
    var template = Array((folder + "/.table-XXXXXX").utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { unsafe mkstemp($0.baseAddress!) }
    guard descriptor >= 0 else {
      throw .fileNotWritten(path: folder, reason: Self.reason(errno))
    }
    close(descriptor)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = unsafe unlink(path) }

  func contents() throws(TableWritingError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .fileNotWritten(path: path, reason: Self.reason(errno)) }
    defer { close(descriptor) }
    let byteCount = max(0, Int(lseek(descriptor, 0, SEEK_END)))
    lseek(descriptor, 0, SEEK_SET)
    var bytes = [UInt8](repeating: 0, count: byteCount)
    var filled = 0
    while filled < byteCount {
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress! + filled, byteCount - filled)
      }
      guard count > 0 else { throw .fileNotWritten(path: path, reason: Self.reason(errno)) }
      filled += count
    }
    return bytes
  }

  /// Makes an empty file that only its owner may read, or empties the one that is there.
  static func makePrivate(_ path: String) throws(TableWritingError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .fileNotWritten(path: path, reason: reason(errno)) }
    fchmod(descriptor, 0o600)
    close(descriptor)
  }

  static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
