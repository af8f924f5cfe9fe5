/// Why a file of term pairs cannot be used. It can always be mined anew.
public enum TermBridgingError: Error, Equatable, Sendable, CustomStringConvertible {
  case notTermPairs(path: String)
  case unsupportedVersion(path: String, found: UInt32, supported: UInt32)
  case damaged(path: String, detail: String)
  /// The pairs are terms of another analyser than the index has.
  case otherAnalyzer(path: String, found: String, expected: String)

  public var description: String {
    let remedy = "run 'moim bridge mine' to mine the workspace's term pairs anew"
    return switch self {
    case .notTermPairs(let path): "\(path): this is no file of term pairs; \(remedy)"
    case .unsupportedVersion(let path, let found, let supported):
      "\(path): format version \(found), this build reads \(supported); \(remedy)"
    case .damaged(let path, let detail): "\(path): \(detail); \(remedy)"
    case .otherAnalyzer(let path, let found, let expected):
      "\(path): mined with the analyser \(found), the index has \(expected); \(remedy)"
    }
  }
}
