/// A value that an operation takes beside its body.
struct APIParameter: Sendable {
  enum Place: String, Sendable {
    case path, query, header
  }

  var name: String
  var place: Place
  var schema: JSONSchema
  var isRequired: Bool
  var description: String
  var example: JSONValue?

  /// Part of the path.
  static func path(_ name: String, _ schema: JSONSchema, _ description: String, example: JSONValue) -> APIParameter {
    APIParameter(
      name: name, place: .path, schema: schema, isRequired: true, description: description, example: example)
  }

  /// Behind the question mark; a list stands there once for each of its items.
  static func query(
    _ name: String, _ schema: JSONSchema, isRequired: Bool = false, _ description: String, example: JSONValue? = nil
  ) -> APIParameter {
    APIParameter(
      name: name, place: .query, schema: schema, isRequired: isRequired, description: description, example: example)
  }

  static func header(_ name: String, _ schema: JSONSchema, _ description: String, example: JSONValue) -> APIParameter {
    APIParameter(
      name: name, place: .header, schema: schema, isRequired: false, description: description, example: example)
  }

  /// What the texts of a request mean for it: a list for a list, else a number, a truth value or a text.
  ///
  /// - Returns: `nil` where they cannot be read as what the schema wants.
  func value(of texts: [String]) -> JSONValue? {
    guard schema.typeName == "array" else {
      return texts.count == 1 ? Self.value(of: texts[0], type: schema.typeName) : nil
    }
    let type = schema.keywords["items"]?["type"]?.text
    let items = texts.compactMap { Self.value(of: $0, type: type) }
    return items.count == texts.count ? .array(items) : nil
  }

  private static func value(of text: String, type: String?) -> JSONValue? {
    switch type {
    case "integer":
      // Nobody's page begins beyond 15 digits, and a double holds no more exactly.
      guard text.utf8.count <= 16, !text.hasPrefix("+"), let number = Int(text) else { return nil }
      return .number(Double(number))
    case "boolean": return text == "true" ? true : text == "false" ? false : nil
    default: return .string(text)
    }
  }
}
