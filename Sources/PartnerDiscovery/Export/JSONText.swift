/// Writes JSON by hand: keys in the order they are given in, so that equal records are equal bytes.
enum JSONText {
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func strings(_ texts: [String]) -> String { "[" + texts.map(string).joined(separator: ",") + "]" }

  /// - Parameter members: keys with values that are JSON already; `nil` leaves a key out.
  static func object(_ members: [(key: String, value: String?)]) -> String {
    "{" + members.compactMap { member in member.value.map { "\(string(member.key)):\($0)" } }.joined(separator: ",")
      + "}"
  }
}
