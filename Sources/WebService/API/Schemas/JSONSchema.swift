import ResearchProfiles

/// A schema in the part of JSON Schema 2020-12 that the interface uses; see ``SchemaCheck`` for which keywords.
struct JSONSchema: Hashable, Sendable {
  var keywords: [String: JSONValue]

  init(_ keywords: [String: JSONValue]) { self.keywords = keywords }

  var value: JSONValue { .object(keywords) }

  /// A schema among the document's components.
  static func named(_ name: String) -> JSONSchema { JSONSchema(["$ref": .string("#/components/schemas/" + name)]) }

  static func string(
    length: ClosedRange<Int>? = nil, pattern: String? = nil, format: String? = nil, _ description: String? = nil
  ) -> JSONSchema {
    var keywords: [String: JSONValue] = ["type": "string"]
    if let length {
      if length.lowerBound > 0 { keywords["minLength"] = .number(Double(length.lowerBound)) }
      keywords["maxLength"] = .number(Double(length.upperBound))
    }
    keywords["pattern"] = pattern.map { .string($0) }
    keywords["format"] = format.map { .string($0) }
    return JSONSchema(keywords).described(description)
  }

  static func oneOf(_ values: [String], _ description: String? = nil) -> JSONSchema {
    JSONSchema(["type": "string", "enum": .array(values.map { .string($0) })]).described(description)
  }

  /// One of the raw values of a type's cases.
  static func oneOf<Value: RawRepresentable & CaseIterable>(
    _ type: Value.Type, _ description: String? = nil
  ) -> JSONSchema where Value.RawValue == String {
    oneOf(type.allCases.map(\.rawValue), description)
  }

  static func integer(_ range: ClosedRange<Int>? = nil, _ description: String? = nil) -> JSONSchema {
    var keywords: [String: JSONValue] = ["type": "integer"]
    if let range {
      keywords["minimum"] = .number(Double(range.lowerBound))
      if range.upperBound < .max { keywords["maximum"] = .number(Double(range.upperBound)) }
    }
    return JSONSchema(keywords).described(description)
  }

  static func number(_ description: String? = nil) -> JSONSchema {
    JSONSchema(["type": "number"]).described(description)
  }

  static func bool(_ description: String? = nil) -> JSONSchema {
    JSONSchema(["type": "boolean"]).described(description)
  }

  static func list(
    of items: JSONSchema, count: ClosedRange<Int>? = nil, _ description: String? = nil
  ) -> JSONSchema {
    var keywords: [String: JSONValue] = ["type": "array", "items": items.value]
    if let count {
      if count.lowerBound > 0 { keywords["minItems"] = .number(Double(count.lowerBound)) }
      keywords["maxItems"] = .number(Double(count.upperBound))
    }
    return JSONSchema(keywords).described(description)
  }

  /// An object.
  ///
  /// - Parameters:
  ///   - required: members that always stand there.
  ///   - optional: members that may be missing; none is ever `null`.
  ///   - isClosed: whether other members are mistakes, as in what clients send.
  static func object(
    _ required: [String: JSONSchema] = [:], optional: [String: JSONSchema] = [:], isClosed: Bool = false,
    _ description: String? = nil
  ) -> JSONSchema {
    let all = required.merging(optional) { $1 }
    var keywords: [String: JSONValue] = ["type": "object", "properties": .object(all.mapValues(\.value))]
    if !required.isEmpty { keywords["required"] = .array(required.keys.sorted().map { .string($0) }) }
    if isClosed { keywords["additionalProperties"] = false }
    return JSONSchema(keywords).described(description)
  }

  static var time: JSONSchema { string(format: "date-time", "In Seoul's time, `2026-11-21T21:05:42+09:00`.") }
  static var date: JSONSchema { string(format: "date", "`yyyy-mm-dd`") }

  func described(_ description: String?) -> JSONSchema {
    guard let description else { return self }
    var schema = self
    schema.keywords["description"] = .string(description)
    return schema
  }

  func with(_ keyword: String, _ value: JSONValue) -> JSONSchema {
    var schema = self
    schema.keywords[keyword] = value
    return schema
  }

  var typeName: String? { keywords["type"]?.text }
}
