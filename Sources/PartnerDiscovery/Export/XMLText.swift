/// Writes XML by hand.
enum XMLText {
  /// Text with markup characters escaped, and without characters that XML cannot hold.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func element(_ name: String, _ attributes: [(String, String)], _ content: String) -> String {
    "<\(name)" + attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined() + ">\(content)</\(name)>"
  }

  /// An element that holds text only.
  static func text(_ name: String, _ attributes: [(String, String)], _ text: String) -> String {
    element(name, attributes, escaped(text))
  }

  static func text(_ name: String, _ text: String) -> String { self.text(name, [], text) }
}
