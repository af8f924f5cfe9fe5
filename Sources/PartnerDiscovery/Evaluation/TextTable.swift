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

  /// A table of GitHub's Markdown.
  var markdown: String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.trimmingCharacters(in: .whitespaces).replacing("|", with: "\\|") }.joined(separator: " | ")
        + " |\n"
    }
    let rule = "|" + header.indices.map { $0 == 0 ? "---|" : "---:|" }.joined() + "\n"
    return line(header) + rule + rows.map(line).joined()
  }

  static func signed(_ value: Double) -> String {
    let text = fourPlaces(value)
    return text.hasPrefix("-") ? text : "+" + text
  }

  static func interval(_ low: Double, _ high: Double) -> String { "[\(fourPlaces(low)), \(fourPlaces(high))]" }

  static func fourPlaces(_ value: Double) -> String { String(format: "%.4f", value) }
}
