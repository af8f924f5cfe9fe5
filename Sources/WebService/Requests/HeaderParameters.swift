/// The value of a header with parameters: `form-data; name="file"; filename="a.csv"` (RFC 9110, section 5.6.6).
enum HeaderParameters {
  /// - Returns: what stands before the first semicolon, in lower case, and the parameters by their names in lower case, the
  ///   first of each. Browsers write quotation marks and line ends in names as `%22`, `%0D` and `%0A` (WHATWG HTML,
  ///   4.10.22.8); these are read back.
  static func split(_ value: String) -> (value: String, parameters: [String: String]) {
    var rest = value[...]
    let head = rest.prefix { $0 != ";" }
    rest = rest.dropFirst(head.count)
    var parameters: [String: String] = [:]
    while rest.first == ";" {
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let name = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      var text = ""
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while let character = rest.first, character != "\"" {
          rest = rest.dropFirst()
          if character == "\\", let escaped = rest.first, escaped == "\"" || escaped == "\\" {
            text.append(escaped)
            rest = rest.dropFirst()
          } else {
            text.append(character)
          }
        }
        rest = rest.dropFirst()
        rest = rest.drop { $0 != ";" }
      } else {
        text = String(rest.prefix { $0 != ";" })
        rest = rest.dropFirst(text.count)
        while text.last == " " || text.last == "\t" { text.removeLast() }
      }
      let key = name.lowercased()
      if parameters[key] == nil {
        parameters[key] = text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
      }
    }
    var type = head.lowercased()[...]
    while type.last == " " || type.last == "\t" { type.removeLast() }
    return (String(type.drop { $0 == " " || $0 == "\t" }), parameters)
  }
}
