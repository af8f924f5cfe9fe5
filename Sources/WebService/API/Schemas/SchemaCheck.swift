import Foundation

/// Compares values with schemas: the keywords `$ref`, `type`, `enum`, `const`, `minLength`, `maxLength`, `pattern`, `format`
/// (`date`, `date-time`), `minimum`, `maximum`, `minItems`, `maxItems`, `uniqueItems`, `items`, `properties`, `required`,
/// `additionalProperties`, `minProperties` and `anyOf` of JSON Schema 2020-12. Others say nothing.
struct SchemaCheck: Sendable {
  /// What `$ref` names.
  var components: [String: JSONSchema]
  /// Whether members that a schema does not name are mistakes even where it does not say so.
  var isStrict: Bool

  init(components: [String: JSONSchema], isStrict: Bool = false) {
    self.components = components
    self.isStrict = isStrict
  }

  /// Keywords that are looked at, and those that are for readers.
  static let knownKeywords: Set<String> = [
    "$ref", "type", "enum", "const", "minLength", "maxLength", "pattern", "format", "minimum", "maximum", "minItems",
    "maxItems", "uniqueItems", "items", "properties", "required", "additionalProperties", "minProperties", "anyOf",
    "description", "example", "examples", "default", "title",
  ]
  private static let findingLimit = 20
  private static let depthLimit = 64

  /// What is wrong with a value, the first few mistakes.
  ///
  /// - Complexity: linear in the value times the alternatives of its schema.
  func findings(in value: JSONValue, _ schema: JSONSchema) -> [SchemaFinding] {
    var findings: [SchemaFinding] = []
    check(value, schema.keywords, "", 0, &findings)
    return Array(findings.prefix(Self.findingLimit))
  }

  private func check(
    _ value: JSONValue, _ schema: [String: JSONValue], _ pointer: String, _ depth: Int,
    _ findings: inout [SchemaFinding]
  ) {
    func find(_ detail: String) { findings.append(SchemaFinding(pointer: pointer, detail: detail)) }
    guard depth < Self.depthLimit else { return find("is nested too deeply") }
    if let name = schema["$ref"]?.text {
      guard let component = components[name.replacing("#/components/schemas/", with: "")] else {
        return find("has no schema \(name)")
      }
      return check(value, component.keywords, pointer, depth + 1, &findings)
    }
    if let alternatives = schema["anyOf"]?.items {
      let fits = alternatives.contains { alternative in
        var own: [SchemaFinding] = []
        check(value, alternative.members ?? [:], pointer, depth + 1, &own)
        return own.isEmpty
      }
      if !fits { find("fits none of the alternatives") }
    }
    guard isOfType(value, schema["type"]) else {
      return find("must be \(schema["type"]?.text ?? "of another type"), not \(value.typeName)")
    }
    if let allowed = schema["enum"]?.items, !allowed.contains(value) {
      find("must be one of " + allowed.map { $0.text ?? "\($0)" }.joined(separator: ", "))
    }
    if let constant = schema["const"], constant != value { find("must be \(constant)") }
    switch value {
    case .string(let text): check(text, schema, find)
    case .number(let number):
      if case .number(let least)? = schema["minimum"], number < least { find("must be at least \(Self.shown(least))") }
      if case .number(let most)? = schema["maximum"], number > most { find("must be at most \(Self.shown(most))") }
    case .array(let items):
      if let least = schema["minItems"]?.integer, items.count < least { find("must hold at least \(least) items") }
      if let most = schema["maxItems"]?.integer, items.count > most { find("must hold at most \(most) items") }
      if schema["uniqueItems"]?.truth == true, Set(items).count < items.count { find("must hold no item twice") }
      guard let itemSchema = schema["items"]?.members else { return }
      for (place, item) in items.enumerated() where findings.count < Self.findingLimit {
        check(item, itemSchema, pointer + "/\(place)", depth + 1, &findings)
      }
    case .object(let members): check(members, schema, pointer, depth, &findings)
    case .null, .bool: break
    }
  }

  private func check(
    _ members: [String: JSONValue], _ schema: [String: JSONValue], _ pointer: String, _ depth: Int,
    _ findings: inout [SchemaFinding]
  ) {
    let properties = schema["properties"]?.members
    for name in schema["required"]?.items ?? [] where members[name.text ?? ""] == nil {
      findings.append(SchemaFinding(pointer: pointer, detail: "needs the member \(name.text ?? "")"))
    }
    if let least = schema["minProperties"]?.integer, members.count < least {
      findings.append(SchemaFinding(pointer: pointer, detail: "needs at least \(least) members"))
    }
    for (name, member) in members.sorted(by: { $0.key < $1.key }) where findings.count < Self.findingLimit {
      let place = pointer + "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
      if let property = properties?[name]?.members {
        check(member, property, place, depth + 1, &findings)
      } else if let others = schema["additionalProperties"]?.members {
        check(member, others, place, depth + 1, &findings)
      } else if schema["additionalProperties"] == false || (isStrict && properties != nil) {
        findings.append(SchemaFinding(pointer: place, detail: "is not a member that there is"))
      }
    }
  }

  private func check(_ text: String, _ schema: [String: JSONValue], _ find: (String) -> Void) {
    let length = text.unicodeScalars.count
    if let least = schema["minLength"]?.integer, length < least {
      find(least == 1 ? "must not be empty" : "must have at least \(least) characters")
    }
    if let most = schema["maxLength"]?.integer, length > most { find("must have at most \(most) characters") }
    if let pattern = schema["pattern"]?.text, !Self.matches(text, pattern) { find("must match \(pattern)") }
    switch schema["format"]?.text {
    case "date" where !Self.matches(text, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"): find("must be a date, yyyy-mm-dd")
    case "date-time"
    where !Self.matches(text, "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$"):
      find("must be a time with its offset, as 2026-11-21T21:05:42+09:00")
    default: break
    }
  }

  /// Patterns are ours, from `^` to `$`, so that the whole text is compared.
  private static func matches(_ text: String, _ pattern: String) -> Bool {
    guard let expression = try? Regex(pattern).matchingSemantics(.unicodeScalar) else { return false }
    return (try? expression.wholeMatch(in: text)) != nil
  }

  private func isOfType(_ value: JSONValue, _ type: JSONValue?) -> Bool {
    guard let type else { return true }
    let names = type.items?.compactMap(\.text) ?? [type.text ?? ""]
    return names.contains(value.typeName) || (names.contains("number") && value.typeName == "integer")
  }

  private static func shown(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
}
