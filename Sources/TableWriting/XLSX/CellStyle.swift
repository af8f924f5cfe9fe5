/// How a cell of a workbook looks.
enum CellStyle: Int, CaseIterable {
  case plain
  case heading
  /// Text in several lines.
  case wrapped
  /// Text that stays text when it is edited.
  case literal
  case time
  case day
}
