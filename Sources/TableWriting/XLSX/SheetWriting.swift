/// Writes the rows of one sheet and finds how wide its columns must be.
struct SheetWriting {
  /// In columns of Latin letters.
  static let narrowest = 8
  static let widest = 60

  let headings: [String]
  private(set) var report: TableWritingReport
  private var widths: [Int]

  init(headings: [String], report: TableWritingReport) {
    self.headings = headings
    self.report = report
    // Room for the arrow of the filter.
    widths = headings.map { DisplayWidth.columns($0) + 3 }
  }

  mutating func write(_ rows: ArraySlice<[TableCell]>, to file: WorkbookFile) throws(TableWritingError) {
    for (column, heading) in headings.enumerated() {
      try file.write(text: cleaned(heading), row: 0, column: column, style: .heading)
    }
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.prefix(headings.count).enumerated() {
        try write(cell, row: index + 1, column: column, to: file)
      }
    }
    report.rowCount += rows.count
    try file.endSheet(
      rowCount: rows.count, widths: widths.map { Double(min(Self.widest, max(Self.narrowest, $0)) + 1) })
  }

  private mutating func write(
    _ cell: TableCell, row: Int, column: Int, to file: WorkbookFile
  ) throws(TableWritingError) {
    switch cell {
    case .empty: return
    case .text(let source):
      let text = cleaned(source)
      if text.isEmpty { return }
      widths[column] = max(widths[column], DisplayWidth.columns(text))
      try file.write(text: text, row: row, column: column, style: Self.style(of: text))
    case .number(let number):
      guard number.isFinite else { return }
      widths[column] = max(widths[column], NumberText.text(number).utf8.count)
      try file.write(number: number, row: row, column: column, style: .plain)
    case .time(let seconds):
      widths[column] = max(widths[column], 16)
      if let serial = SeoulTime.serial(seconds) {
        try file.write(number: serial, row: row, column: column, style: .time)
      } else {
        try file.write(text: SeoulTime.text(seconds), row: row, column: column, style: .plain)
      }
    case .day(let day):
      widths[column] = max(widths[column], 10)
      if let serial = SeoulTime.serial(day: Int64(day)) {
        try file.write(number: serial, row: row, column: column, style: .day)
      } else {
        try file.write(text: SeoulTime.text(day: Int64(day)), row: row, column: column, style: .plain)
      }
    }
  }

  /// What looks like a formula or a number is given the format of text, so that it stays text when someone edits the cell.
  private static func style(of text: String) -> CellStyle {
    if let first = text.utf8.first, [0x3D, 0x2B, 0x2D, 0x40, 0x30].contains(first) { return .literal }
    return text.utf8.contains(0x0A) ? .wrapped : .plain
  }

  /// `_x0041_` in a workbook stands for "A" (ECMA-376 part 1, `ST_Xstring`): where a text has that by itself, its first
  /// underscore is written as such an escape. `nil` where there is nothing to escape.
  private static func escaped(_ text: String) -> String? {
    guard text.contains("_x") else { return nil }
    let marked = text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    return marked == text ? nil : marked
  }

  private mutating func cleaned(_ source: String) -> String {
    var cell = CellText(source)
    if let escaped = Self.escaped(cell.text) {
      cell.text = CellText(escaped).text
    }
    report.removedCharacterCount += cell.removedCharacterCount
    if cell.isShortened { report.shortenedCellCount += 1 }
    return cell.text
  }
}
