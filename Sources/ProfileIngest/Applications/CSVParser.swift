/// Splits a table into rows and cells as RFC 4180 says: cells in quotation marks may hold separators, line breaks and
/// doubled quotation marks.
struct CSVParser {
  struct Row: Equatable {
    /// The line on which the row begins, from 1.
    var line: Int
    var cells: [String]
    /// Whether the file ends inside quotation marks.
    var isUnclosed = false
  }

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

  /// - Parameter bytes: UTF-8, checked before. Blank rows are left out.
  /// - Complexity: linear in the bytes.
  static func rows(of bytes: ArraySlice<UInt8>, separator: UInt8) -> [Row] {
    var rows: [Row] = []
    var row = Row(line: 1, cells: [])
    var cell: [UInt8] = []
    var line = 1
    var isQuoted = false
    var index = bytes.startIndex
    func endCell() {
      row.cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
    }
    func endRow() {
      endCell()
      if row.cells.contains(where: { !$0.utf8.allSatisfy { $0 <= 0x20 } }) { rows.append(row) }
      row = Row(line: line, cells: [])
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if index < bytes.endIndex, bytes[index] == 0x22 {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22 where cell.isEmpty: isQuoted = true
      case separator: endCell()
      case 0x0A: endRow()
      case 0x0D where index < bytes.endIndex && bytes[index] == 0x0A: break
      case 0x0D:
        line += 1
        endRow()
      default: cell.append(byte)
      }
    }
    row.isUnclosed = isQuoted
    if isQuoted || !cell.isEmpty || !row.cells.isEmpty { endRow() }
    return rows
  }
}
