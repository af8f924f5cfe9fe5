/// The numbers of a chart, ready for a table with a caption and headings of rows and columns.
public struct ChartTable: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var heading: String
    /// As many as the table has ``ChartTable/columnHeadings``; "–" where there is no value.
    public var cells: [String]
  }

  public var caption: String
  /// Of the column of row headings.
  public var cornerHeading: String
  public var columnHeadings: [String]
  public var rows: [Row]

  static let missing = "–"
}
