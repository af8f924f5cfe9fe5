/// Rows of text, numbers and dates under one line of headings.
public struct Table: Hashable, Sendable {
  public var name: String
  public var headings: [String]
  /// Each as long as ``headings``.
  public var rows: [[TableCell]]

  public init(name: String, headings: [String], rows: [[TableCell]] = []) {
    self.name = name
    self.headings = headings
    self.rows = rows
  }
}

/// What stands in a cell.
public enum TableCell: Hashable, Sendable {
  case empty
  case text(String)
  case number(Double)
  /// Seconds since 1970-01-01 00:00 UTC, shown in Seoul's time.
  case time(Int64)
}
