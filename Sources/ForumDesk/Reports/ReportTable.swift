/// A table of a report. The first column heads its rows.
public struct ReportTable: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public var heading: Bilingual
    /// Whether it holds numbers, which stand to the right.
    public var isNumber: Bool

    public init(_ heading: Bilingual, isNumber: Bool = false) {
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  public var caption: Bilingual
  public var columns: [Column]
  /// Each as long as ``columns``.
  public var rows: [[Bilingual]]

  public init(caption: Bilingual, columns: [Column], rows: [[Bilingual]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a cell for each column")
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}
