/// Writes indented XML line by line.
struct XMLText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var open: [String] = []

  mutating func comment(_ words: String) { line("<!-- \(words) -->") }

  mutating func begin(_ name: String, _ attributes: [(String, String)] = []) {
    line("<\(name)\(Self.written(attributes))>")
    open.append(name)
  }

  mutating func end() {
    let name = open.removeLast()
    line("</\(name)>")
  }

  mutating func leaf(_ name: String, _ value: String, _ attributes: [(String, String)] = []) {
    line("<\(name)\(Self.written(attributes))>\(Self.escaped(value))</\(name)>")
  }

  private mutating func line(_ content: String) {
    text += String(repeating: "  ", count: open.count) + content + "\n"
  }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  private static func escaped(_ value: String) -> String {
    var result = ""
    for character in value {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
