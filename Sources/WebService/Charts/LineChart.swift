public import ForumDesk

/// How a number went over time: as large as a chart, or as small as a word (a sparkline).
public struct LineChart: Chart, Hashable {
  public enum Size: Hashable, Sendable {
    case full
    /// 36 pixels high, with the last number only.
    case spark
  }

  public var title: Bilingual
  public var summary: Bilingual
  /// What the points are: "날짜".
  public var pointName: Bilingual
  /// What the number counts: "신청".
  public var valueName: Bilingual
  public var labels: [Bilingual]
  /// As many as ``labels``, at equal distances; `nil` interrupts the line.
  public var values: [Double?]
  public var size: Size

  public init(
    title: Bilingual, summary: Bilingual, pointName: Bilingual, valueName: Bilingual, labels: [Bilingual],
    values: [Double?], size: Size = .full
  ) {
    precondition(labels.count == values.count, "a label for each value")
    self.title = title
    self.summary = summary
    self.pointName = pointName
    self.valueName = valueName
    self.labels = labels
    self.values = values
    self.size = size
  }

  public func accompanyingTable(language: Language) -> ChartTable {
    ChartTable(
      caption: title[language], cornerHeading: pointName[language], columnHeadings: [valueName[language]],
      rows: labels.indices.map { index in
        ChartTable.Row(
          heading: labels[index][language], cells: [values[index].map(ChartNumber.text) ?? ChartTable.missing])
      })
  }

  public func svg(language: Language, id: String, width: Int) -> String {
    let known = values.indices.filter { values[$0]?.isFinite == true }
    guard let last = known.last else {
      return SVGCanvas.empty(self, kind: "line-chart", language: language, id: id, width: width)
    }
    return size == .spark
      ? spark(last: last, language: language, id: id, width: Double(width))
      : full(known, language: language, id: id, width: Double(width))
  }

  private func spark(last: Int, language: Language, id: String, width: Double) -> String {
    var canvas = SVGCanvas()
    let text = ChartNumber.text(values[last] ?? 0)
    let room = TextMeasure.width(text, fontSize: SVGCanvas.fontSize) + 12
    let known = values.compactMap { $0 }.filter(\.isFinite)
    let (least, most) = (min(0, known.min() ?? 0), known.max() ?? 0)
    let plot = Plot(left: 4, right: width - room, top: 6, bottom: 30, least: least, most: most, count: values.count)
    draw(plot, &canvas)
    if let value = values[last] {
      canvas.dot(x: plot.x(last), y: plot.y(value), fill: ChartPalette.series[0])
      canvas.text(text, x: width - room + 8, y: 22.5, isBold: true, kind: "value")
    }
    return canvas.svg(self, kind: "sparkline", language: language, id: id, width: width, height: 36)
  }

  private func full(_ known: [Int], language: Language, id: String, width: Double) -> String {
    var canvas = SVGCanvas()
    let numbers = known.compactMap { values[$0] }
    let (least, most) = (min(0, numbers.min() ?? 0), max(0, numbers.max() ?? 0))
    var step = ChartNumber.niceStep(atLeast: max((most - least) / 4, 1e-9))
    // Counts have no halves.
    if numbers.allSatisfy({ $0 == $0.rounded() }) { step = max(1, step.rounded(.up)) }
    let floor = (least / step).rounded(.down) * step
    let ceiling = max(floor + step, (most / step).rounded(.up) * step)
    let ticks = Array(stride(from: floor, through: ceiling + step / 2, by: step))
    let left =
      (ticks.map { TextMeasure.width(ChartNumber.text($0), fontSize: SVGCanvas.smallFontSize) }.max() ?? 0) + 10
    let plot = Plot(
      left: left + 14, right: width - 24, top: 20, bottom: 190, least: floor, most: ceiling, count: values.count)
    for tick in ticks {
      canvas.line(
        x1: left, y1: plot.y(tick), x2: width - 4, y2: plot.y(tick),
        stroke: tick == 0 ? ChartPalette.line : ChartPalette.faintLine)
      canvas.text(
        ChartNumber.text(tick), x: left - 5, y: plot.y(tick) + 4, anchor: .end, fontSize: SVGCanvas.smallFontSize,
        fill: ChartPalette.faintText, kind: "tick")
    }
    drawLabels(plot, &canvas, language: language, width: width)
    draw(plot, &canvas)
    var rightmost = -Double.infinity
    for index in written(known, plot) {
      guard let value = values[index] else { continue }
      let text = ChartNumber.text(value)
      let half = TextMeasure.width(text, fontSize: SVGCanvas.smallFontSize) / 2
      canvas.dot(x: plot.x(index), y: plot.y(value), fill: ChartPalette.series[0])
      guard plot.x(index) - half > rightmost + 2 else { continue }
      canvas.text(
        text, x: plot.x(index), y: plot.y(value) + (isValley(index) ? 17 : -8), anchor: .middle,
        fontSize: SVGCanvas.smallFontSize, kind: "value",
        hasHalo: true)
      rightmost = plot.x(index) + half
    }
    return canvas.svg(self, kind: "line-chart", language: language, id: id, width: width, height: 232)
  }

  /// Whether the line comes down to a point and goes up again: its number stands below it then.
  private func isValley(_ index: Int) -> Bool {
    guard index > 0, index + 1 < values.count, let value = values[index], let before = values[index - 1],
      let after = values[index + 1]
    else { return false }
    return before > value && after >= value || before >= value && after > value
  }

  /// All points where each has room for its number; else the first, the highest and the last.
  private func written(_ known: [Int], _ plot: Plot) -> [Int] {
    let widest =
      known.map { TextMeasure.width(ChartNumber.text(values[$0] ?? 0), fontSize: SVGCanvas.smallFontSize) }.max() ?? 0
    if plot.step >= widest + 4 { return known }
    let highest = known.max { (values[$0] ?? 0, $1) < (values[$1] ?? 0, $0) }
    return Set([known.first, highest, known.last].compactMap { $0 }).sorted()
  }

  private func draw(_ plot: Plot, _ canvas: inout SVGCanvas) {
    var run: [(x: Double, y: Double)] = []
    for (index, value) in (values + [nil]).enumerated() {
      if let value, value.isFinite {
        run.append((plot.x(index), plot.y(value)))
        continue
      }
      if run.count > 1 { canvas.polyline(run, stroke: ChartPalette.series[0]) }
      if run.count == 1 { canvas.dot(x: run[0].x, y: run[0].y, fill: ChartPalette.series[0]) }
      run = []
    }
  }

  /// As many as there is room for, at equal distances, the last one always.
  private func drawLabels(_ plot: Plot, _ canvas: inout SVGCanvas, language: Language, width: Double) {
    let texts = labels.map { TextMeasure.shortened($0[language], fontSize: SVGCanvas.smallFontSize, width: 110) }
    let widest = texts.map { TextMeasure.width($0, fontSize: SVGCanvas.smallFontSize) }.max() ?? 0
    let stride = plot.step > 0 ? max(1, Int(((widest + 12) / plot.step).rounded(.up))) : 1
    for (index, text) in texts.enumerated() where (texts.count - 1 - index) % stride == 0 {
      let half = TextMeasure.width(text, fontSize: SVGCanvas.smallFontSize) / 2
      let x = min(max(plot.x(index), half + 2), width - half - 2)
      canvas.text(text, x: x, y: 222, anchor: .middle, fontSize: SVGCanvas.smallFontSize, kind: "label")
    }
  }

  /// Where points stand.
  private struct Plot {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var least: Double
    var most: Double
    var count: Int

    var step: Double { count > 1 ? (right - left) / Double(count - 1) : right - left }
    func x(_ index: Int) -> Double { count > 1 ? left + Double(index) * step : (left + right) / 2 }
    func y(_ value: Double) -> Double {
      most > least ? bottom - (value - least) / (most - least) * (bottom - top) : bottom
    }
  }
}
