import ForumDesk

/// Where the parts of a bar chart stand.
struct BarLayout {
  let labels: [[String]]
  /// Left end of the bars.
  let barStart: Double
  /// Of all bars of a category.
  let barsHeight: Double
  private let pixelsPerUnit: Double
  private let parts: [[Double]]

  init(_ chart: BarChart, language: Language, width: Double) {
    let fontSize = SVGCanvas.fontSize
    let names = chart.categories.map { $0[language] }
    let widest = names.map { TextMeasure.width($0, fontSize: fontSize) }.max() ?? 0
    let labelRoom = min(widest, width * 0.36)
    labels = names.map { TextMeasure.lines($0, fontSize: fontSize, width: labelRoom, limit: 2) }
    let used = labels.joined().map { TextMeasure.width($0, fontSize: fontSize) }.max() ?? 0
    barStart = used + 12
    switch chart.arrangement {
    case .grouped: barsHeight = Double(chart.series.count) * (BarChart.barHeight + BarChart.barGap) - BarChart.barGap
    case .stacked: barsHeight = 21
    }
    parts = chart.categories.indices.map { index in chart.series.map { max(0, $0.values[index]) } }
    // Every end text must fit beside its own bar.
    let available = width - barStart - 10
    var scale = Double.infinity
    for index in chart.categories.indices {
      let lengths: [(Double, String)] =
        switch chart.arrangement {
        case .grouped: chart.series.map { ($0.values[index], ChartNumber.text($0.values[index])) }
        case .stacked: [(chart.total(index), chart.endText(index, partsAreInside: false))]
        }
      for (value, text) in lengths where value > 0 && value.isFinite {
        let room = max(20, available - TextMeasure.width(text, fontSize: SVGCanvas.smallFontSize))
        scale = min(scale, room / value)
      }
    }
    pixelsPerUnit = scale.isFinite ? scale : 0
  }

  /// Not less than a pixel and a half for what is not nothing.
  func length(_ value: Double) -> Double { value > 0 && value.isFinite ? max(1.5, value * pixelsPerUnit) : 0 }

  func rowHeight(_ index: Int) -> Double { max(barsHeight, Double(labels[index].count) * SVGCanvas.lineHeight) }

  /// Whether every part of every stack has room for its number.
  var partsFit: Bool {
    parts.joined().allSatisfy { part in
      part == 0
        || length(part) >= TextMeasure.width(ChartNumber.text(part), fontSize: SVGCanvas.smallFontSize) + 8
    }
  }
}
