import Foundation

/// Columns of plain text: the first one flush left, numbers flush right.
struct TextTable {
  let header: [String]
  let rows: [[String]]

  /// Lines without blanks at their ends, each with a line end.
  var text: String {
    let lines = [header] + rows
    let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { cells in
      cells.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + padding : padding + cell
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  static func fourPlaces(_ value: Double) -> String { String(format: "%.4f", value) }
}
