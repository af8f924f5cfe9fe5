/// Why a run could not be evaluated.
public enum EvaluationError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(file: String, detail: String)
  /// A line that is not what the format asks for.
  case badLine(file: String, line: Int, expected: String, found: String)
  case lineTooLong(file: String, line: Int, byteLimit: Int)
  /// No query has a document judged relevant.
  case nothingJudgedRelevant(file: String)

  public var description: String {
    switch self {
    case .unreadable(let file, let detail):
      "\(file) cannot be read (\(detail)): check the path and its permissions"
    case .badLine(let file, let line, let expected, let found):
      "\(file), line \(line): expected \(expected), found \"\(found)\""
    case .lineTooLong(let file, let line, let byteLimit):
      "\(file), line \(line): longer than \(byteLimit) bytes, so this is no TREC file"
    case .nothingJudgedRelevant(let file):
      "\(file) judges no document relevant: give judgments as lines \"query 0 document grade\" with grades above 0"
    }
  }
}
