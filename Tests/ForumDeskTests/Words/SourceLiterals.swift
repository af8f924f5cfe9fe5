import Foundation

/// The string literals of a Swift file, with a gap for each interpolation.
struct SourceLiterals {
  private var text: [Character]
  private var index = 0
  private(set) var patterns: [String] = []

  init(of source: String) {
    text = Array(source)
    while index < text.count { step() }
  }

  private func starts(_ token: String) -> Bool { text[index...].starts(with: Array(token)) }

  private mutating func skip(to token: String) {
    index += 1
    while index < text.count, !starts(token) { index += 1 }
    index += token.count
  }

  private mutating func step() {
    if starts("//") { return skip(to: "\n") }
    if starts("\"\"\"") {
      index += 2
      return skip(to: "\"\"\"")
    }
    if starts("#\"") { return skip(to: "\"#") }
    if starts("\"") {
      let pattern = literal()
      patterns.append(pattern)
    } else {
      index += 1
    }
  }

  /// From its opening quotation mark to behind its closing one.
  private mutating func literal() -> String {
    var pattern = ""
    index += 1
    while index < text.count, text[index] != "\"" {
      guard text[index] == "\\", index + 1 < text.count else {
        pattern.append(text[index])
        index += 1
        continue
      }
      let escaped = text[index + 1]
      index += 2
      switch escaped {
      case "(":
        interpolation()
        pattern += "{}"
      case "u":
        let digits = text[(index + 1)...].prefix { $0 != "}" }
        index += digits.count + 2
        if let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value) {
          pattern.unicodeScalars.append(scalar)
        }
      case "n": pattern.append("\n")
      case "t": pattern.append("\t")
      default: pattern.append(escaped)
      }
    }
    index += 1
    return pattern
  }

  private mutating func interpolation() {
    var depth = 1
    while index < text.count, depth > 0 {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"":
        // Literals within count for themselves.
        let inner = literal()
        patterns.append(inner)
        continue
      default: break
      }
      index += 1
    }
  }
}
