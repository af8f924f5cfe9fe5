import Testing

@testable import WebService

@Suite struct SchemaCheckTests {
  private func findings(_ value: JSONValue, _ schema: [String: JSONValue]) -> [String] {
    SchemaCheck(components: ["Named": .string(length: 1...3)]).findings(in: value, JSONSchema(schema)).map {
      $0.pointer + ": " + $0.detail
    }
  }

  @Test func `each keyword finds what breaks it and nothing else`() {
    #expect(findings("x", ["type": "string", "minLength": 1, "maxLength": 1]).isEmpty)
    #expect(findings("", ["type": "string", "minLength": 1]) == [": must not be empty"])
    // Code points, as the specification counts, not letters.
    #expect(findings("e\u{301}", ["maxLength": 1]) == [": must have at most 1 characters"])
    #expect(findings(1, ["type": "string"]) == [": must be string, not integer"])
    #expect(findings(1, ["type": "number"]).isEmpty)
    #expect(findings(1.5, ["type": "integer"]) == [": must be integer, not number"])
    #expect(findings(0, ["minimum": 1]) == [": must be at least 1"])
    #expect(findings(3, ["maximum": 2]) == [": must be at most 2"])
    #expect(findings("c", ["enum": ["a", "b"]]) == [": must be one of a, b"])
    #expect(findings("ab1", ["pattern": "^[a-z]+$"]).count == 1)
    #expect(findings("ab\n", ["pattern": "^[a-z]+$"]).count == 1)
    #expect(findings("2026-11-21", ["format": "date"]).isEmpty)
    #expect(findings("21.11.2026", ["format": "date"]).count == 1)
    #expect(findings("2026-11-21T21:05:42+09:00", ["format": "date-time"]).isEmpty)
    #expect(findings("2026-11-21 21:05:42", ["format": "date-time"]).count == 1)
    #expect(findings([1, 1], ["uniqueItems": true]) == [": must hold no item twice"])
    #expect(findings([], ["minItems": 1]).count == 1)
    #expect(findings([1, 2], ["maxItems": 1]).count == 1)
    #expect(findings([1, "x"], ["items": ["type": "integer"]]) == ["/1: must be integer, not string"])
    #expect(findings(.null, ["type": ["string", "null"]]).isEmpty)
    #expect(findings("long", ["$ref": "#/components/schemas/Named"]) == [": must have at most 3 characters"])
    #expect(findings("x", ["anyOf": [["type": "integer"], ["type": "null"]]]) == [": fits none of the alternatives"])
    #expect(findings(true, ["type": "integer"]).count == 1)
  }

  @Test func `members are required, named and checked by their place`() {
    let schema: [String: JSONValue] = [
      "type": "object", "required": ["a"], "properties": ["a": ["type": "integer"], "b/c": ["type": "string"]],
      "additionalProperties": false,
    ]
    #expect(findings(["a": 1, "b/c": "x"], schema).isEmpty)
    #expect(findings([:], schema) == [": needs the member a"])
    #expect(findings(["a": 1, "b/c": 2], schema) == ["/b~1c: must be string, not integer"])
    #expect(findings(["a": 1, "d": 2], schema) == ["/d: is not a member that there is"])
    #expect(findings([:], ["type": "object", "minProperties": 1]).count == 1)
  }

  @Test func `a value nested without end is refused, not followed`() {
    var value: JSONValue = 1
    var schema: [String: JSONValue] = ["type": "integer"]
    for _ in 0..<100 {
      value = [value]
      schema = ["type": "array", "items": .object(schema)]
    }
    #expect(!findings(value, schema).isEmpty)
  }
}
