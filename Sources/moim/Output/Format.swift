import Foundation

/// Numbers and tables as people read them.
enum Format {
  static func decimal(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }

  /// A JSON document with sorted keys.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Columns aligned by what a terminal shows: Hangul and other wide characters take two places.
  static func table(_ rows: [[String]], rightAligned: Set<Int> = []) -> String {
    let columnCount = rows.map(\.count).max() ?? 0
    let widths = (0..<columnCount).map { column in
      rows.map { column < $0.count ? width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - width(cell))
        line += (column > 0 ? "  " : "") + (rightAligned.contains(column) ? padding + cell : cell + padding)
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// A line broken between words where it is wider than a terminal, further lines indented like the first, and those
  /// of a numbered item like its text.
  static func wrapped(_ line: String, to columns: Int) -> String {
    let body = line.drop { $0 == " " }
    let start = line.count - body.count
    let number = body.prefix { $0.isASCII && $0.isNumber }
    let isItem = !number.isEmpty && body.dropFirst(number.count).hasPrefix(". ")
    let margin = min(start + (isItem ? number.count + 2 : 0), columns / 2)
    var text = String(repeating: " ", count: start)
    var used = start
    for (index, word) in body.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      let wordWidth = width(String(word))
      if index > 0, used + 1 + wordWidth > columns {
        text += "\n" + String(repeating: " ", count: margin)
        used = margin
      } else if index > 0 {
        text += " "
        used += 1
      }
      text += word
      used += wordWidth
    }
    return text
  }

  /// Places on a terminal; marks of colour take none.
  static func width(_ text: String) -> Int {
    var isMark = false
    return text.unicodeScalars.reduce(0) { width, scalar in
      if isMark || scalar == "\u{1B}" {
        isMark = scalar != "m"
        return width
      }
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200D, 0xFE00...0xFE0F: return width
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFD:
        return width + 2
      default: return width + 1
      }
    }
  }
}
