import ForumDesk

/// Collects the elements of a drawing, back to front.
struct SVGCanvas {
  enum Anchor: String {
    case start
    case middle
    case end
  }

  static let fontSize = 13.0
  static let smallFontSize = 12.0
  static let lineHeight = 16.0

  private var body = ""

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String? = nil, kind: String,
    hint: String? = nil
  ) {
    let outline = stroke.map { #" stroke="\#($0)""# } ?? ""
    let start =
      #"<rect class="\#(kind)" x="\#(number(x))" y="\#(number(y))" width="\#(number(width))" height="\#(number(height))" "#
      + #"fill="\#(fill)"\#(outline)"#
    body += hint.map { start + "><title>\(SVGText.escaped($0))</title></rect>" } ?? start + "/>"
  }

  mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, stroke: String) {
    body +=
      #"<path d="M\#(number(x1)) \#(number(y1))L\#(number(x2)) \#(number(y2))" stroke="\#(stroke)" fill="none"/>"#
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], stroke: String) {
    let path = points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: "L")
    body +=
      #"<path class="line" d="M\#(path)" stroke="\#(stroke)" stroke-width="2" stroke-linejoin="round" fill="none"/>"#
  }

  mutating func dot(x: Double, y: Double, fill: String) {
    body += #"<circle cx="\#(number(x))" cy="\#(number(y))" r="3" fill="\#(fill)" stroke="white"/>"#
  }

  /// - Parameters:
  ///   - y: of the base line.
  ///   - angle: in degrees, clockwise, about the text's anchor.
  ///   - hasHalo: whether a white rim keeps it readable above lines.
  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, fontSize: Double = fontSize,
    fill: String = ChartPalette.text, isBold: Bool = false, angle: Int? = nil, kind: String, hasHalo: Bool = false
  ) {
    let weight = isBold ? #" font-weight="600""# : ""
    let turn = angle.map { #" transform="rotate(\#($0) \#(number(x)) \#(number(y)))""# } ?? ""
    let halo = hasHalo ? ##" stroke="#ffffff" stroke-width="3" paint-order="stroke""## : ""
    body +=
      #"<text class="\#(kind)" x="\#(number(x))" y="\#(number(y))" text-anchor="\#(anchor.rawValue)" "#
      + #"font-size="\#(number(fontSize))" fill="\#(fill)"\#(weight)\#(turn)\#(halo)>\#(SVGText.escaped(text))</text>"#
  }

  /// The whole drawing.
  ///
  /// - Parameter definitions: a `<defs>` element, or nothing.
  func svg(
    _ chart: some Chart, kind: String, language: Language, id: String, width: Double, height: Double,
    definitions: String = ""
  ) -> String {
    #"<svg xmlns="http://www.w3.org/2000/svg" class="chart \#(kind)" role="img" lang="\#(language.rawValue)" "#
      + #"aria-labelledby="\#(id)-title \#(id)-summary" width="\#(number(width))" height="\#(number(height))" "#
      + #"viewBox="0 0 \#(number(width)) \#(number(height))" font-family="inherit">"#
      + #"<title id="\#(id)-title">\#(SVGText.escaped(chart.title[language]))</title>"#
      + #"<desc id="\#(id)-summary">\#(SVGText.escaped(chart.summary[language]))</desc>"# + definitions + body
      + "</svg>"
  }

  /// A drawing that says that there is nothing to draw.
  static func empty(_ chart: some Chart, kind: String, language: Language, id: String, width: Int) -> String {
    var canvas = SVGCanvas()
    canvas.rectangle(
      x: 0.5, y: 0.5, width: Double(width) - 1, height: 63, fill: "#ffffff", stroke: ChartPalette.faintLine,
      kind: "frame")
    canvas.text(
      Bilingual("아직 자료가 없습니다", "No data yet")[language], x: Double(width) / 2, y: 37, anchor: .middle,
      fill: ChartPalette.faintText, kind: "note")
    return canvas.svg(chart, kind: kind, language: language, id: id, width: Double(width), height: 64)
  }

  private func number(_ value: Double) -> String { ChartNumber.coordinate(value) }
}
