/// What a cell's number format makes of its number, as far as it matters here.
enum NumberFormat: Equatable, Sendable {
  case plain
  /// The number counts days.
  case date
  /// A whole number with zeros before it, so many digits in all: `00042`.
  case padded(digitCount: Int)

  /// A format that every workbook has without saying so (ECMA-376 part 1, 18.8.30, those of Korean, Japanese and Chinese
  /// editions included).
  init(builtInID: Int) {
    switch builtInID {
    case 14...17, 22, 27...31, 34...36, 50...58: self = .date
    default: self = .plain
    }
  }

  /// A format that the workbook defines: a date where year, month or day stand in it; times of day alone are none.
  init(code: String) {
    let placeholders = Self.placeholders(of: code)
    if placeholders.count > 1, placeholders.count <= 32, placeholders.allSatisfy({ $0 == "0" }) {
      self = .padded(digitCount: placeholders.count)
    } else if placeholders == "general" {
      self = .plain
    } else if placeholders.contains("y") || placeholders.contains("d") {
      self = .date
    } else if placeholders.contains("m"), !placeholders.contains("h"), !placeholders.contains("s") {
      self = .date
    } else {
      self = .plain
    }
  }

  /// The first section's letters and digits that stand for parts of the number, in lower case: without quoted text,
  /// brackets (colours, locales) and escaped characters.
  private static func placeholders(of code: String) -> String {
    var result = ""
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.prefix(1000) {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isBracketed {
        isBracketed = character != "]"
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": isBracketed = true
        case "\\", "_", "*": isEscaped = true
        case ";": return result
        default: result += character.lowercased()
        }
      }
    }
    return result
  }
}
