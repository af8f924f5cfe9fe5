/// Why nothing could be learnt.
public enum TuningError: Error, Equatable, Sendable, CustomStringConvertible {
  case datesNotAscending([String])
  case splitWithoutHistory(date: String)

  public var description: String {
    switch self {
    case .datesNotAscending(let dates):
      "the dates \(dates.joined(separator: ", ")) do not ascend: give each once, the earliest first"
    case .splitWithoutHistory(let date): "nothing in the workspace is older than \(date): choose later --dates"
    }
  }
}
