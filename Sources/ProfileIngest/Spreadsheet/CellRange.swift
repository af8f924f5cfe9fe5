/// A rectangle of cells, such as one that is merged into one cell.
struct CellRange: Equatable {
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  /// Reads `A1:B2`; `nil` for anything else and for what lies outside a sheet.
  init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count == 2, let first = CellReference(corners[0]), let last = CellReference(corners[1]),
      first.row <= last.row, first.column <= last.column, last.row <= CellReference.mostRows,
      last.column < CellReference.mostColumns
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}
