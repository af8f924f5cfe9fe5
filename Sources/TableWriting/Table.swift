/// Rows of text, numbers and dates under one line of headings.
public struct Table: Hashable, Sendable {
  /// What the sheet is called; made legal and unique where it is written.
  public var name: String
  public var headings: [String]
  /// Each at most as long as ``headings``; what a shorter row lacks is empty.
  public var rows: [[TableCell]]

  public init(name: String, headings: [String], rows: [[TableCell]] = []) {
    self.name = name
    self.headings = headings
    self.rows = rows
  }
}
