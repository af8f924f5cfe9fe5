/// Why a whole file could not be taken. (Of ``IngestReader`` nothing is thrown: there it is an ``IngestIssue``.)
public enum IngestError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(path: String, reason: IngestText, remedy: IngestText)
  /// - Parameter found: what the file looks like.
  case notApplications(path: String, found: IngestText, remedy: IngestText)
  case tooLarge(path: String, limit: Int)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason, let remedy): "\(path) cannot be read: \(reason); \(remedy)"
    case .notApplications(let path, let found, let remedy): "\(path) holds no applications but \(found); \(remedy)"
    case .tooLarge(let path, let limit):
      "\(path) is larger than the \(limit) bytes up to which applications are read; divide the file"
    }
  }
}
