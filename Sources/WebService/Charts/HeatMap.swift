public import ForumDesk

/// A grid of numbers, the darker the more; every number stands in its cell.
public struct HeatMap: Chart, Hashable {
  public enum Scale: Hashable, Sendable {
    /// Blue, from nothing to the most.
    case amounts
    /// Orange above zero and blue below it, both from nothing to the farthest: for differences, where above zero is a lack.
    case differences
  }

  public var title: Bilingual
  public var summary: Bilingual
  public var rowName: Bilingual
  public var rows: [Bilingual]
  public var columns: [Bilingual]
  /// By row, then column; `nil` where nothing is known.
  public var values: [[Double?]]
  public var scale: Scale

  public init(
    title: Bilingual, summary: Bilingual, rowName: Bilingual, rows: [Bilingual], columns: [Bilingual],
    values: [[Double?]], scale: Scale = .amounts
  ) {
    precondition(values.count == rows.count && values.allSatisfy { $0.count == columns.count }, "a value for each cell")
    self.title = title
    self.summary = summary
    self.rowName = rowName
    self.rows = rows
    self.columns = columns
    self.values = values
    self.scale = scale
  }

  public func accompanyingTable(language: Language) -> ChartTable {
    ChartTable(
      caption: title[language], cornerHeading: rowName[language], columnHeadings: columns.map { $0[language] },
      rows: rows.indices.map { row in
        ChartTable.Row(heading: rows[row][language], cells: values[row].map { text($0) })
      })
  }

  public func svg(language: Language, id: String, width: Int) -> String {
    if rows.isEmpty || columns.isEmpty {
      return SVGCanvas.empty(self, kind: "heat-map", language: language, id: id, width: width)
    }
    var canvas = SVGCanvas()
    let layout = HeatLayout(self, language: language, width: Double(width))
    drawColumnNames(&canvas, layout)
    let most = values.joined().compactMap { $0.map { abs($0) } }.max() ?? 0
    for row in rows.indices {
      let name = rows[row][language]
      for (line, text) in layout.rowNames[row].enumerated() {
        canvas.text(
          text, x: layout.left - 8, y: layout.labelBaseLine(row, line: line), anchor: .end, kind: "label")
      }
      for (column, value) in values[row].enumerated() {
        let fill = color(value, most: most)
        canvas.rectangle(
          x: layout.x(column), y: layout.y(row), width: layout.cellWidth, height: layout.rowHeight, fill: fill,
          stroke: ChartPalette.line, kind: "cell", hint: "\(name), \(columns[column][language]): \(text(value))")
        canvas.text(
          text(value), x: layout.middle(column), y: layout.baseLine(row), anchor: .middle,
          fontSize: SVGCanvas.smallFontSize, fill: ChartPalette.textColor(on: fill), kind: "value")
      }
    }
    return canvas.svg(
      self, kind: "heat-map", language: language, id: id, width: layout.width, height: layout.y(rows.count) + 4)
  }

  private func drawColumnNames(_ canvas: inout SVGCanvas, _ layout: HeatLayout) {
    for (column, name) in layout.columnNames.enumerated() {
      canvas.text(
        name, x: layout.middle(column) + (layout.isTurned ? 2 : 0), y: layout.top - 7,
        anchor: layout.isTurned ? .start : .middle, fontSize: SVGCanvas.smallFontSize,
        angle: layout.isTurned ? -45 : nil, kind: "label")
    }
  }

  func text(_ value: Double?) -> String {
    guard let value else { return ChartTable.missing }
    let text = ChartNumber.text(value)
    return scale == .differences && value > 0 && text != "0" ? "+" + text : text
  }

  /// Six steps by the square root of the share of the most, so that small numbers are told apart too.
  private func color(_ value: Double?, most: Double) -> String {
    guard let value, value.isFinite, value != 0, most > 0 else { return ChartPalette.sequence[0] }
    let share = (abs(value) / most).squareRoot()
    let step = max(1, min(6, Int((share * 6).rounded())))
    return scale == .differences && value > 0 ? ChartPalette.counterSequence[step] : ChartPalette.sequence[step]
  }
}
