import ForumDesk
import Testing

@testable import WebService

@Suite struct ChartTests {
  static let fields = [
    Bilingual("양자센싱", "Quantum sensing and metrology"), Bilingual("양자 소프트웨어와 알고리즘", "Quantum software and algorithms"),
    Bilingual("바이오·보건의료 <의료기기> & 진단", "Medical devices & diagnostics"),
  ]
  static let bars = BarChart(
    title: Bilingual("분야별 수요와 공급", "Demand and supply by field"), summary: Bilingual("설명", "About"),
    categoryName: Bilingual("분야", "Field"), categories: fields,
    series: [
      ChartSeries(name: Bilingual("수요", "Demand"), values: [12, 3, 0]),
      ChartSeries(name: Bilingual("공급", "Supply"), values: [1234.5, 41, 7]),
    ])

  private static func cell(_ row: Int, _ column: Int) -> Double? {
    column == 4 ? nil : Double((column * 7 + row) % 23 - 3)
  }

  static let charts: [any Chart] = [
    bars,
    {
      var stacked = bars
      stacked.arrangement = .stacked
      return stacked
    }(),
    HeatMap(
      title: Bilingual("분야와 지역", "Field and region"), summary: Bilingual("설명", "About"),
      rowName: Bilingual("분야", "Field"),
      rows: fields,
      columns: (1...30).map { (number: Int) -> Bilingual in Bilingual("지역 \(number)", "Region \(number)") },
      values: (0..<3).map { row in (0..<30).map { cell(row, $0) } },
      scale: .differences),
    LineChart(
      title: Bilingual("날마다의 신청", "Applications by day"), summary: Bilingual("설명", "About"),
      pointName: Bilingual("날짜", "Day"), valueName: Bilingual("신청", "Applications"),
      labels: (1...40).map { (day: Int) -> Bilingual in Bilingual("11월 \(day)일", "Nov \(day)") },
      values: (0..<40).map { (day: Int) -> Double? in day == 9 ? nil : Double(day * day % 17) }),
    LineChart(
      title: Bilingual("추이", "Trend"), summary: Bilingual("설명", "About"), pointName: Bilingual("날짜", "Day"),
      valueName: Bilingual("신청", "Applications"), labels: fields, values: [1, 5, 3], size: .spark),
  ]

  @Test(arguments: charts.indices, Language.allCases)
  func `a drawing is well formed, named, and carries neither style nor script nor addresses`(
    index: Int, language: Language
  ) throws {
    for width in [320, 720] {
      let svg = Self.charts[index].svg(language: language, id: "c\(index)", width: width)
      let shape = try #require(SVGShape(svg))
      #expect(shape.root["role"] == "img")
      #expect(shape.root["aria-labelledby"] == "c\(index)-title c\(index)-summary")
      #expect(shape.texts["title"]?.first == Self.charts[index].title[language])
      #expect(shape.texts["desc"]?.first == Self.charts[index].summary[language])
      #expect(!svg.contains("style=") && !svg.contains("<script") && !svg.contains(" on"))
      #expect(!svg.replacing("http://www.w3.org/2000/svg", with: "").contains("://"))
      #expect(svg == Self.charts[index].svg(language: language, id: "c\(index)", width: width))
    }
  }

  @Test(arguments: charts.indices, Language.allCases)
  func `no text stands outside the drawing`(index: Int, language: Language) throws {
    for width in [320, 720] {
      let shape = try #require(SVGShape(Self.charts[index].svg(language: language, id: "c", width: width)))
      let whole = try #require(shape.root["width"].flatMap { Double($0) })
      let height = try #require(shape.root["height"].flatMap { Double($0) })
      for text in shape.placedTexts where text.angle == nil {
        let room = TextMeasure.width(text.text, fontSize: text.fontSize)
        let left = text.anchor == "end" ? text.x - room : text.anchor == "middle" ? text.x - room / 2 : text.x
        #expect(left >= -1 && left + room <= whole + 1, "'\(text.text)' at \(left) in \(whole)")
        #expect(text.y > 8 && text.y < height)
      }
    }
  }

  @Test func `every number of grouped bars is written and the bars are as long as their numbers`() throws {
    let shape = try #require(SVGShape(Self.bars.svg(language: .korean, id: "c", width: 720)))
    #expect(shape.placedTexts.filter { $0.kind == "value" }.map(\.text) == ["12", "1,234.5", "3", "41", "0", "7"])
    let widths = shape.rectangles.filter { $0.kind.hasPrefix("bar") }.map(\.width)
    #expect(widths.count == 5)
    #expect(abs(widths[3] / widths[1] - 41 / 1234.5) < 0.01)
  }

  @Test func `the table holds the same numbers with whole labels`() {
    let table = Self.bars.accompanyingTable(language: .english)
    #expect(table.cornerHeading == "Field" && table.columnHeadings == ["Demand", "Supply"])
    #expect(table.rows[1] == ChartTable.Row(heading: "Quantum software and algorithms", cells: ["3", "41"]))
    var stacked = Self.bars
    stacked.arrangement = .stacked
    #expect(stacked.accompanyingTable(language: .korean).columnHeadings == ["수요", "공급", "합계"])
    #expect(stacked.accompanyingTable(language: .korean).rows[0].cells == ["12", "1,234.5", "1,246.5"])
    let map = Self.charts[2].accompanyingTable(language: .korean)
    #expect(map.rows[0].cells.prefix(5) == ["−3", "+4", "+11", "+18", "–"])
  }

  @Test func `charts without data say so`() throws {
    let none = Bilingual("", "")
    let charts: [any Chart] = [
      BarChart(title: none, summary: none, categoryName: none, categories: [], series: []),
      HeatMap(title: none, summary: none, rowName: none, rows: [], columns: [], values: []),
      LineChart(title: none, summary: none, pointName: none, valueName: none, labels: [], values: []),
      LineChart(
        title: none, summary: none, pointName: none, valueName: none, labels: [none], values: [nil], size: .spark),
    ]
    for chart in charts { #expect(chart.svg(language: .english, id: "c", width: 320).contains("No data yet")) }
    let zeros = BarChart(
      title: none, summary: none, categoryName: none, categories: [Bilingual("가", "a")],
      series: [ChartSeries(name: none, values: [0])])
    #expect(SVGShape(zeros.svg(language: .korean, id: "c", width: 320))?.rectangles.isEmpty == true)
  }

  @Test func `colours of series stand out from white by 4.5 to 1 and from each other in pattern`() {
    for color in ChartPalette.series { #expect(ChartPalette.contrast(color, "#ffffff") >= 4.5) }
    #expect(abs(ChartPalette.contrast("#000000", "#ffffff") - 21) < 0.001)
    #expect(abs(ChartPalette.contrast("#777777", "#ffffff") - 4.48) < 0.01)
    for ground in ChartPalette.sequence + ChartPalette.counterSequence {
      #expect(ChartPalette.contrast(ChartPalette.textColor(on: ground), ground) >= 4.5, "\(ground)")
    }
    #expect(ChartPalette.contrast(ChartPalette.line, "#ffffff") >= 3)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.04, "0"), (1_234_567, "1,234,567"), (999.95, "1,000"), (-1234.5, "−1,234.5"), (.nan, "–"),
  ])
  func `numbers are written with commas and one decimal`(number: Double, text: String) {
    #expect(ChartNumber.text(number) == text)
  }

  @Test func `labels are broken at blanks and cut with an ellipsis`() {
    let lines = TextMeasure.lines("양자 소프트웨어와 알고리즘 그리고 아주 긴 분야의 이름", fontSize: 13, width: 120, limit: 2)
    #expect(lines.count == 2 && lines[0] == "양자 소프트웨어와" && lines[1].hasSuffix("…"))
    #expect(TextMeasure.lines("짧다", fontSize: 13, width: 120, limit: 2) == ["짧다"])
    #expect(TextMeasure.lines("abc", fontSize: 13, width: 1, limit: 9).joined() == "abc")
    #expect(TextMeasure.lines("", fontSize: 13, width: 1, limit: 2).isEmpty)
  }

  @Test func `text in a drawing holds nothing that XML forbids, and no markup`() {
    #expect(SVGText.escaped("a<b> & \"c\" 'd'") == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;")
    #expect(SVGText.escaped("줄\n\u{0}\u{1F}<\u{FFFE}\u{1FFFF}\u{FFFD}끝\u{85}") == "줄   &lt;\u{FFFD}끝\u{85}")
    #expect(SVGText.escaped("한글 é 🧲") == "한글 é 🧲")
  }
}
