/// Colours of charts: told apart by people who see no red or no green and in grey, with a pattern each so that colour is never
/// alone, and with a contrast to white of at least 4.5 : 1.
enum ChartPalette {
  static let series = ["#1b5e9e", "#b04a00", "#00695c", "#7b3fa0", "#5a626b", "#a3195b"]
  /// Light to dark blue.
  static let sequence = ["#ffffff", "#e3eef8", "#bcd7ee", "#86b6de", "#5a9bd0", "#1f66a5", "#0b3f73"]
  /// Light to dark orange, for the other side of zero.
  static let counterSequence = ["#ffffff", "#fdeada", "#f9cfa6", "#f0a868", "#d67a2c", "#a9560f", "#713604"]
  static let text = "#1c2733"
  static let faintText = "#4d5965"
  static let line = "#8a949e"
  static let faintLine = "#dde3e8"

  /// White or the colour of text, whichever is read better on a background.
  static func textColor(on background: String) -> String {
    contrast("#ffffff", background) > contrast(text, background) ? "#ffffff" : text
  }

  /// The ratio of WCAG 2.1, from 1 to 21, of two colours `#rrggbb`.
  static func contrast(_ first: String, _ second: String) -> Double {
    let (one, other) = (luminance(first), luminance(second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// Relative luminance.
  private static func luminance(_ color: String) -> Double {
    let value = Int(color.dropFirst(), radix: 16) ?? 0
    let channels = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { channel in
      let share = Double(channel) / 255
      return share <= 0.040_45 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  /// To the power of 2.4 = 12 / 5, by square and fifth root (Newton's method): no mathematics library is needed for six colours.
  private static func power(_ base: Double) -> Double {
    var root = base
    for _ in 0..<40 { root -= (root * root * root * root * root - base) / (5 * root * root * root * root) }
    let squared = root * root
    return base * base * squared
  }

  /// Fills by series: plain, diagonal lines, level lines, dots, and again.
  static func fill(series index: Int, id: String) -> String {
    index % 4 == 0 ? series[index % series.count] : "url(#\(id)-fill-\(index))"
  }

  /// Definitions of the patterns of ``fill(series:id:)``.
  static func definitions(seriesCount: Int, id: String) -> String {
    var definitions = ""
    for index in 0..<seriesCount where index % 4 != 0 {
      let color = series[index % series.count]
      let (size, mark) =
        switch index % 4 {
        case 1: (6, #"<path d="M-1 1l2 -2M0 6l6 -6M5 7l2 -2" stroke="white" stroke-width="1.2"/>"#)
        case 2: (4, #"<path d="M0 3h4" stroke="white" stroke-width="1"/>"#)
        default: (6, #"<circle cx="3" cy="3" r="1.2" fill="white"/>"#)
        }
      definitions +=
        #"<pattern id="\#(id)-fill-\#(index)" width="\#(size)" height="\#(size)" patternUnits="userSpaceOnUse">"#
        + #"<rect width="\#(size)" height="\#(size)" fill="\#(color)"/>\#(mark)</pattern>"#
    }
    return definitions.isEmpty ? "" : "<defs>\(definitions)</defs>"
  }
}
