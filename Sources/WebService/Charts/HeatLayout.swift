import ForumDesk

/// Where the parts of a heat map stand.
struct HeatLayout {
  private static let labelLineHeight = 14.0
  private static let leastLabelWidth = 110.0
  private static let longestTurnedName = 120.0
  /// Of a width that is turned by 45 degrees.
  private static let turnedShare = 0.71

  /// Left and upper end of the cells.
  let left: Double
  let top: Double
  let cellWidth: Double
  let rowHeight: Double
  /// One or two lines for each row.
  let rowNames: [[String]]
  let columnNames: [String]
  /// Whether names of columns stand at 45 degrees because they do not fit.
  let isTurned: Bool
  let width: Double

  init(_ map: HeatMap, language: Language, width: Double) {
    let small = SVGCanvas.smallFontSize
    let widestLabel = map.rows.map { TextMeasure.width($0[language], fontSize: SVGCanvas.fontSize) }.max() ?? 0
    let widestNumber = map.values.joined().map { TextMeasure.width(map.text($0), fontSize: small) }.max() ?? 0
    let names = map.columns.map { $0[language] }
    let widestName = names.map { TextMeasure.width($0, fontSize: small) }.max() ?? 0
    // Labels are broken into two lines before the map grows beyond its width.
    let leastCellWidth = max(widestNumber + 8, 26)
    let free = width - 24 - Double(names.count) * leastCellWidth
    left = min(widestLabel, max(Self.leastLabelWidth, min(width * 0.34, free))) + 12
    let labelRoom = left - 12
    rowNames = map.rows.map {
      TextMeasure.lines($0[language], fontSize: SVGCanvas.fontSize, width: labelRoom, limit: 2)
    }
    rowHeight = rowNames.contains { $0.count > 1 } ? 34 : 26
    let share = (width - left - 2) / Double(max(1, names.count))
    cellWidth = max(leastCellWidth, min(72, share))
    isTurned = widestName > cellWidth - 4
    columnNames =
      isTurned ? names.map { TextMeasure.shortened($0, fontSize: small, width: Self.longestTurnedName) } : names
    top = isTurned ? min(widestName, Self.longestTurnedName) * Self.turnedShare + 16 : 22
    var right = left + Double(names.count) * cellWidth + 2
    // A turned name may reach beyond the last column.
    if isTurned {
      for (column, name) in columnNames.enumerated() {
        let middle = left + (Double(column) + 0.5) * cellWidth
        right = max(right, middle + TextMeasure.width(name, fontSize: small) * Self.turnedShare + 12)
      }
    }
    self.width = max(width, right)
  }

  func x(_ column: Int) -> Double { left + Double(column) * cellWidth }
  func middle(_ column: Int) -> Double { left + (Double(column) + 0.5) * cellWidth }
  func y(_ row: Int) -> Double { top + Double(row) * rowHeight }

  /// The base line of a row's only line of text.
  func baseLine(_ row: Int) -> Double { y(row) + rowHeight / 2 + 4.5 }

  func labelBaseLine(_ row: Int, line: Int) -> Double {
    baseLine(row) + (Double(line) - Double(rowNames[row].count - 1) / 2) * Self.labelLineHeight
  }
}
