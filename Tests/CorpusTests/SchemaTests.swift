import Foundation
import Testing
import forum_generator

@Suite struct SchemaTests {
  private func schema(_ name: String) throws -> [String: Any] {
    let url = SharedForum.packageFolder.appendingPathComponent("Corpus/Schemas/\(name)")
    return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
  }

  private func definition(_ name: String, of schema: [String: Any]) throws -> [String: Any] {
    let definitions = try #require(schema["$defs"] as? [String: Any])
    return try #require(definitions[name] as? [String: Any])
  }

  /// Keys and enumerations only; that is what drifts.
  private func check(_ object: [String: Any], against schema: [String: Any], _ place: String) throws {
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    for key in try #require(schema["required"] as? [String]) { #expect(object[key] != nil, "\(place) lacks \(key)") }
    for (key, value) in object {
      let property = try #require(properties[key], "\(place): the schema does not know \(key)")
      if let allowed = property["enum"] as? [String], let text = value as? String {
        #expect(allowed.contains(text), "\(place): \(key) is \(text)")
      }
      if let constant = property["const"] as? String { #expect(value as? String == constant) }
    }
  }

  @Test(arguments: ["academia.jsonl", "companies.jsonl", "company-evidence.jsonl"])
  func `records keep to the record schema`(file: String) throws {
    let schema = try schema("record.schema.json")
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    for object in try SharedForum.objects(file) {
      let type = try #require(object["type"] as? String)
      try check(object, against: definition(type, of: schema), "\(object["id"] ?? "?")")
    }
  }

  @Test func `applications keep to the application schema`() throws {
    let schema = try schema("application.schema.json")
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    for object in try SharedForum.objects("applications.jsonl") {
      try check(object, against: schema, "\(object["id"] ?? "?")")
      let applicant = try #require(object["applicant"] as? [String: Any])
      try check(applicant, against: definition("applicant", of: schema), "\(object["id"] ?? "?")")
    }
  }
}
