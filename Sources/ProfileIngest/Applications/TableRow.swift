/// A row of a table, whatever file it comes from.
struct TableRow: Equatable {
  /// The line on which the row begins, or the row of a sheet, from 1.
  var line: Int
  var cells: [String]
  /// Whether the file ends inside quotation marks.
  var isUnclosed = false
}
