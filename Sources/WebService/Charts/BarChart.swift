public import ForumDesk

/// Horizontal bars: one series or several, beside each other or end to end.
public struct BarChart: Chart, Hashable {
  public enum Arrangement: Hashable, Sendable {
    /// The bars of a category below each other, for series that are compared.
    case grouped
    /// End to end, for series that are parts of a whole.
    case stacked
  }

  public var title: Bilingual
  public var summary: Bilingual
  /// What the categories are, as the table's first heading: "분야".
  public var categoryName: Bilingual
  public var categories: [Bilingual]
  /// Each as long as ``categories``.
  public var series: [ChartSeries]
  public var arrangement: Arrangement

  static let barHeight = 15.0
  static let barGap = 2.0
  static let groupGap = 11.0

  public init(
    title: Bilingual, summary: Bilingual, categoryName: Bilingual, categories: [Bilingual], series: [ChartSeries],
    arrangement: Arrangement = .grouped
  ) {
    precondition(series.allSatisfy { $0.values.count == categories.count }, "a value for each category")
    self.title = title
    self.summary = summary
    self.categoryName = categoryName
    self.categories = categories
    self.series = series
    self.arrangement = arrangement
  }

  public func accompanyingTable(language: Language) -> ChartTable {
    let hasTotal = arrangement == .stacked && series.count > 1
    var headings = series.map { $0.name[language] }
    if hasTotal { headings.append(Bilingual("합계", "Total")[language]) }
    return ChartTable(
      caption: title[language], cornerHeading: categoryName[language], columnHeadings: headings,
      rows: categories.indices.map { index in
        var cells = series.map { ChartNumber.text($0.values[index]) }
        if hasTotal { cells.append(ChartNumber.text(total(index))) }
        return ChartTable.Row(heading: categories[index][language], cells: cells)
      })
  }

  public func svg(language: Language, id: String, width: Int) -> String {
    if categories.isEmpty || series.isEmpty {
      return SVGCanvas.empty(self, kind: "bar-chart", language: language, id: id, width: width)
    }
    var canvas = SVGCanvas()
    let layout = BarLayout(self, language: language, width: Double(width))
    var y = 4.0
    if series.count > 1 { y = drawLegend(&canvas, language: language, id: id, width: Double(width), top: y) }
    let top = y
    for index in categories.indices {
      let labels = layout.labels[index]
      let height = layout.rowHeight(index)
      let firstLine = y + (height - Double(labels.count) * SVGCanvas.lineHeight) / 2 + 12.5
      for (line, label) in labels.enumerated() {
        canvas.text(
          label, x: layout.barStart - 8, y: firstLine + Double(line) * SVGCanvas.lineHeight, anchor: .end, kind: "label"
        )
      }
      let barsTop = y + (height - layout.barsHeight) / 2
      switch arrangement {
      case .grouped: drawGroup(index, &canvas, layout, id: id, top: barsTop)
      case .stacked: drawStack(index, &canvas, layout, id: id, top: barsTop)
      }
      y += height + Self.groupGap
    }
    canvas.line(x1: layout.barStart, y1: top, x2: layout.barStart, y2: y - Self.groupGap + 4, stroke: ChartPalette.line)
    return canvas.svg(
      self, kind: "bar-chart", language: language, id: id, width: Double(width), height: y - Self.groupGap + 8,
      definitions: ChartPalette.definitions(seriesCount: series.count, id: id))
  }

  func total(_ index: Int) -> Double { series.reduce(0) { $0 + max(0, $1.values[index]) } }

  /// What is written at a bar's end: its number, and of a stack the parts too where they have no room of their own.
  func endText(_ index: Int, partsAreInside: Bool) -> String {
    let total = ChartNumber.text(total(index))
    if partsAreInside || series.count == 1 { return total }
    return total + " (" + series.map { ChartNumber.text($0.values[index]) }.joined(separator: " + ") + ")"
  }

  private func drawGroup(_ index: Int, _ canvas: inout SVGCanvas, _ layout: BarLayout, id: String, top: Double) {
    for (place, series) in series.enumerated() {
      let y = top + Double(place) * (Self.barHeight + Self.barGap)
      let length = layout.length(series.values[index])
      if length > 0 {
        canvas.rectangle(
          x: layout.barStart, y: y, width: length, height: Self.barHeight,
          fill: ChartPalette.fill(series: place, id: id), kind: "bar series-\(place + 1)")
      }
      canvas.text(
        ChartNumber.text(series.values[index]), x: layout.barStart + length + 5, y: y + 12,
        fontSize: SVGCanvas.smallFontSize, kind: "value")
    }
  }

  private func drawStack(_ index: Int, _ canvas: inout SVGCanvas, _ layout: BarLayout, id: String, top: Double) {
    var x = layout.barStart
    let partsAreInside = layout.partsFit
    for (place, series) in series.enumerated() {
      let length = layout.length(series.values[index])
      guard length > 0 else { continue }
      canvas.rectangle(
        x: x, y: top, width: length, height: layout.barsHeight, fill: ChartPalette.fill(series: place, id: id),
        stroke: "#ffffff", kind: "bar series-\(place + 1)")
      if partsAreInside, self.series.count > 1 {
        let text = ChartNumber.text(series.values[index])
        let room = TextMeasure.width(text, fontSize: SVGCanvas.smallFontSize) + 6
        if place % 4 != 0 {
          // Above a pattern a number needs a ground of its own.
          canvas.rectangle(
            x: x + (length - room) / 2, y: top + 3, width: room, height: layout.barsHeight - 6,
            fill: ChartPalette.series[place % ChartPalette.series.count], kind: "ground")
        }
        canvas.text(
          text, x: x + length / 2, y: top + layout.barsHeight / 2 + 4.5, anchor: .middle,
          fontSize: SVGCanvas.smallFontSize, fill: "#ffffff", kind: "value")
      }
      x += length
    }
    canvas.text(
      endText(index, partsAreInside: partsAreInside), x: x + 6, y: top + layout.barsHeight / 2 + 4.5,
      fontSize: SVGCanvas.smallFontSize, kind: "value")
  }

  /// - Returns: where what is below it begins.
  private func drawLegend(
    _ canvas: inout SVGCanvas, language: Language, id: String, width: Double, top: Double
  ) -> Double {
    var (x, y) = (4.0, top)
    for (place, series) in series.enumerated() {
      let name = TextMeasure.shortened(series.name[language], fontSize: SVGCanvas.fontSize, width: width - 40)
      let room = 22 + TextMeasure.width(name, fontSize: SVGCanvas.fontSize) + 16
      if x > 4, x + room > width {
        x = 4
        y += 20
      }
      canvas.rectangle(
        x: x, y: y + 1, width: 16, height: 13, fill: ChartPalette.fill(series: place, id: id), kind: "key")
      canvas.text(name, x: x + 22, y: y + 12.5, kind: "legend")
      x += room
    }
    return y + 30
  }
}
