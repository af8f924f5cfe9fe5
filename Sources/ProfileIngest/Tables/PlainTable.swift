/// A table of a file as it stands: rows of texts, nothing guessed.
public struct PlainTable: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    /// The line on which the row begins, or the row of a sheet, from 1.
    public var line: Int
    /// Without those at the end that are empty.
    public var cells: [String]

    public init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// A row that is lost.
  public struct Defect: Hashable, Sendable {
    public var line: Int
    public var reason: IngestText
    public var remedy: IngestText

    public init(line: Int, reason: IngestText, remedy: IngestText) {
      self.line = line
      self.reason = reason
      self.remedy = remedy
    }
  }

  /// The sheet of a workbook.
  public var sheet: String?
  /// Those that are not blank.
  public var rows: [Row]
  public var defects: [Defect]
  /// What else is to be said about the file: its encoding, cells with errors.
  public var notes: [IngestText]

  public init(sheet: String? = nil, rows: [Row] = [], defects: [Defect] = [], notes: [IngestText] = []) {
    self.sheet = sheet
    self.rows = rows
    self.defects = defects
    self.notes = notes
  }
}
