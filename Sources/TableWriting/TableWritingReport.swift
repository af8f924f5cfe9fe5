/// What became of tables when they were written: nothing is left out without a word here.
public struct TableWritingReport: Hashable, Sendable {
  /// As they were written, in their order: legal, unique; one table has several where it is longer than a sheet.
  public internal(set) var sheetNames: [String] = []
  /// Without headings.
  public internal(set) var rowCount = 0
  /// Cells with more text than a cell of a spreadsheet holds; the end was cut off and an ellipsis put in its place.
  public internal(set) var shortenedCellCount = 0
  /// Characters that no cell can hold (control characters, noncharacters).
  public internal(set) var removedCharacterCount = 0

  public init() {}
}
