/// Splits a table into rows and cells as RFC 4180 says: cells in quotation marks may hold separators, line breaks and
/// doubled quotation marks.
struct CSVParser {
  /// The separator that stands most often in the first line outside quotation marks: comma, semicolon or tab.
  static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A { break }
      if [0x2C, 0x3B, 0x09].contains(byte) { counts[byte, default: 0] += 1 }
    }
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  /// Calls `body` for each row that is not blank.
  ///
  /// - Parameter bytes: UTF-8, checked before.
  /// - Complexity: linear in the bytes.
  static func forEachRow<Failure: Error>(
    of bytes: ArraySlice<UInt8>, separator: UInt8, _ body: (TableRow) throws(Failure) -> Void
  ) throws(Failure) {
    var builder = RowBuilder()
    var isQuoted = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { builder.line += 1 }
      if isQuoted {
        if byte != 0x22 {
          builder.cell.append(byte)
        } else if index < bytes.endIndex, bytes[index] == 0x22 {
          builder.cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22 where builder.cell.isEmpty: isQuoted = true
      case separator: builder.endCell()
      case 0x0A: if let row = builder.endRow() { try body(row) }
      case 0x0D where index < bytes.endIndex && bytes[index] == 0x0A: break
      case 0x0D:
        builder.line += 1
        if let row = builder.endRow() { try body(row) }
      default: builder.cell.append(byte)
      }
    }
    builder.row.isUnclosed = isQuoted
    if let row = builder.endRow() { try body(row) }
  }

  /// A row under way.
  private struct RowBuilder {
    /// No table has more columns; what is beyond them is not kept.
    static let mostCells = 1000

    var row = TableRow(line: 1, cells: [])
    var cell: [UInt8] = []
    var line = 1
    var isBlank = true

    mutating func endCell() {
      if isBlank { isBlank = cell.allSatisfy { $0 <= 0x20 } }
      if row.cells.count < Self.mostCells { row.cells.append(String(decoding: cell, as: UTF8.self)) }
      cell.removeAll(keepingCapacity: cell.capacity <= 1 << 20)
    }

    /// The row, unless it is blank.
    mutating func endRow() -> TableRow? {
      endCell()
      defer {
        row = TableRow(line: line, cells: [])
        isBlank = true
      }
      return isBlank && !row.isUnclosed ? nil : row
    }
  }
}
