/// How much room text takes, by estimate: the server has no fonts.
///
/// The widths are upper ones of common sans-serif fonts (Noto Sans KR, Malgun Gothic, Apple SD Gothic Neo), so that what
/// fits by them fits on every page.
enum TextMeasure {
  /// In pixels.
  static func width(_ text: String, fontSize: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + share($1) } * fontSize
  }

  /// Of the size of the font.
  private static func share(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20, 0x21, 0x27, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x49, 0x69, 0x6A, 0x6C, 0x7C, 0xB7: 0.34
    case 0x66, 0x72, 0x74, 0x2D, 0x2F: 0.42
    case 0x4D, 0x57, 0x6D, 0x77, 0x25, 0x40: 0.92
    case 0x41..<0x5B: 0.7
    case 0x21..<0x2000: 0.59
    case 0x2000..<0x2E80: 0.8
    default: 1
    }
  }

  /// At most so many lines that each fit, broken at blanks where there are some and after Korean letters where not; the last
  /// ends with an ellipsis where there was more.
  static func lines(_ text: String, fontSize: Double, width: Double, limit: Int) -> [String] {
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      if self.width(String(rest), fontSize: fontSize) <= width {
        lines.append(String(rest))
        break
      }
      if lines.count == limit - 1 {
        lines.append(shortened(rest, fontSize: fontSize, width: width))
        break
      }
      var end = rest.startIndex
      var breakPoint: Substring.Index?
      var used = 0.0
      while end < rest.endIndex {
        used += self.width(String(rest[end]), fontSize: fontSize)
        if used > width { break }
        if rest[end] == " " || rest[end] == "·" { breakPoint = rest.index(after: end) }
        rest.formIndex(after: &end)
      }
      // At least one character, or there would be no end.
      let cut = breakPoint ?? max(end, rest.index(after: rest.startIndex))
      lines.append(trimmed(rest[..<cut]))
      rest = rest[cut...].drop { $0 == " " }
    }
    return lines
  }

  static func shortened(_ text: some StringProtocol, fontSize: Double, width: Double) -> String {
    if self.width(String(text), fontSize: fontSize) <= width { return String(text) }
    var kept = ""
    var used = self.width("…", fontSize: fontSize)
    for character in text {
      used += self.width(String(character), fontSize: fontSize)
      if used > width { break }
      kept.append(character)
    }
    return trimmed(kept[...]) + "…"
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
