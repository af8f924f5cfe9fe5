/// Text for SVG.
enum SVGText {
  /// With markup characters escaped, and without what XML cannot hold.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E && $0 != 0x22 && $0 != 0x27 }) {
      return text.unicodeScalars.contains { $0.value & 0xFFFE == 0xFFFE }
        ? String(text.unicodeScalars.filter { $0.value & 0xFFFE != 0xFFFE }) : text
    }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case _ where scalar.value < 0x20: result += " "
      case _ where scalar.value & 0xFFFE == 0xFFFE: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
