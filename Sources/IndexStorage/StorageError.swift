/// Why bytes could not be written to or read from disk.
public enum StorageError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A call of the operating system failed; `reason` is its own sentence.
  case system(operation: String, path: String, reason: String)
  case truncated(path: String, expectedByteCount: Int, foundByteCount: Int)
  case wrongMagic(path: String, expected: String)
  case unsupportedVersion(path: String, found: UInt32, supported: UInt32)
  case checksumMismatch(path: String, part: String)
  /// The bytes pass their checksum and still contradict themselves.
  case malformed(path: String, part: String, reason: String)

  public var description: String {
    switch self {
    case .system(let operation, let path, let reason):
      "\(path): \(operation) failed: \(reason)"
    case .truncated(let path, let expected, let found):
      "\(path): truncated, \(found) of \(expected) bytes are there; run 'moim reindex' to rebuild the index"
    case .wrongMagic(let path, let expected):
      "\(path): not a \(expected) file; run 'moim reindex' to rebuild the index"
    case .unsupportedVersion(let path, let found, let supported):
      "\(path): format version \(found), this build reads \(supported); run 'moim reindex' to rebuild the index"
    case .checksumMismatch(let path, let part):
      "\(path): \(part) is damaged (checksum differs); run 'moim reindex' to rebuild the index"
    case .malformed(let path, let part, let reason):
      "\(path): \(part) is malformed: \(reason); run 'moim reindex' to rebuild the index"
    }
  }
}
