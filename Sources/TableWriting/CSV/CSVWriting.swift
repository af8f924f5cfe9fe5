/// Writes a table as comma-separated values after RFC 4180: CR LF after every row, quotation marks where a cell needs them.
public struct CSVWriting: Sendable {
  public var encoding: CSVEncoding
  /// Whether a text that a spreadsheet would take for a formula gets an apostrophe before it: one that begins with `=`, `+`,
  /// `-`, `@`, a tab or CR, also after apostrophes, so that taking one off always gives the text back. On for files that people
  /// open; off where a program reads the file. Numbers and dates are never changed.
  public var guardsFormulas: Bool

  public init(encoding: CSVEncoding = .markedUTF8, guardsFormulas: Bool = true) {
    self.encoding = encoding
    self.guardsFormulas = guardsFormulas
  }

  /// - Throws: ``TableWritingError/noCodeInKoreanCodePage(character:table:row:heading:)`` with the first such cell.
  /// - Complexity: linear in the table.
  public func bytes(_ table: Table) throws(TableWritingError) -> [UInt8] {
    guard encoding == .koreanCodePage else {
      var bytes: [UInt8] = encoding == .markedUTF8 ? [0xEF, 0xBB, 0xBF] : []
      for row in texts(table) { bytes.append(contentsOf: line(row).utf8) }
      return bytes
    }
    guard let page = KoreanCodePageEncoder() else { throw .noKoreanCodePage }
    var bytes: [UInt8] = []
    for (index, row) in texts(table).enumerated() {
      if page.append(line(row), to: &bytes) { continue }
      for (column, cell) in row.enumerated() {
        if let character = page.firstCharacterWithoutCode(in: cell) {
          throw .noCodeInKoreanCodePage(
            character: character, table: table.name, row: index, heading: table.headings[column])
        }
      }
    }
    return bytes
  }

  /// Headings and rows, all as long as the headings.
  private func texts(_ table: Table) -> some Sequence<[String]> {
    let headings = [table.headings.map { guarded(CellText($0, limit: nil).text) }]
    let rows = table.rows.lazy.map { row in
      row.prefix(table.headings.count).map(text) + repeatElement("", count: max(0, table.headings.count - row.count))
    }
    return [AnySequence(headings), AnySequence(rows)].lazy.joined()
  }

  private func text(_ cell: TableCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): guarded(CellText(text, limit: nil).text)
    case .number(let number): NumberText.text(number)
    case .time(let seconds): SeoulTime.text(seconds)
    case .day(let day): SeoulTime.text(day: Int64(day))
    }
  }

  private func guarded(_ text: String) -> String {
    guard guardsFormulas, let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return text }
    return "=+-@\t\r".unicodeScalars.contains(first) ? "'" + text : text
  }

  private func line(_ cells: [String]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { line += "," }
      // A row of one empty cell would be an empty line, which readers pass over.
      if cell.utf8.contains(where: Self.asksForQuotes) || cells.count == 1 && cell.isEmpty {
        line += "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      } else {
        line += cell
      }
    }
    return line + "\r\n"
  }

  /// Quotation mark, comma, line break; semicolon and tab for programs that take those for separators.
  private static func asksForQuotes(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D || byte == 0x3B || byte == 0x09
  }
}
