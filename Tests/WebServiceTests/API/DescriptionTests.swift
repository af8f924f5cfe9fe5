import HTTPTypes
import Hummingbird
import Testing

@testable import WebService

@Suite struct DescriptionTests {
  private let document = OpenAPIDocument.value

  /// All schemas, with where they stand.
  private func schemas(_ value: JSONValue, at place: String = "") -> [(place: String, schema: [String: JSONValue])] {
    switch value {
    case .object(let members):
      let isSchema = members["type"] != nil || members["$ref"] != nil || members["anyOf"] != nil
      return
        (isSchema && !place.hasSuffix("/properties") && !place.contains("/securitySchemes/")
        ? [(place, members)] : [])
        + members.filter { $0.key != "example" && $0.key != "default" && $0.key != "enum" }
        .flatMap { schemas($0.value, at: place + "/" + $0.key) }
    case .array(let items): return items.enumerated().flatMap { schemas($1, at: place + "/\($0)") }
    default: return []
    }
  }

  @Test func `the document says of each operation what a client must know`() {
    #expect(document["openapi"] == "3.1.0")
    #expect(document["info"]?["title"]?.text?.isEmpty == false)
    #expect(document["info"]?["version"]?.text?.isEmpty == false)
    var ids: [String] = []
    for (path, operations) in document["paths"]?.members ?? [:] {
      let named = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
      for (method, operation) in operations.members ?? [:] {
        ids.append(operation["operationId"]?.text ?? "")
        let parameters = operation["parameters"]?.items ?? []
        let inPath = parameters.filter { $0["in"] == "path" }
        #expect(inPath.compactMap { $0["name"]?.text } == named, "\(method) \(path)")
        #expect(inPath.allSatisfy { $0["required"] == true })
        #expect(parameters.allSatisfy { $0["description"]?.text?.isEmpty == false && $0["schema"] != nil })
        #expect(operation["summary"]?.text?.isEmpty == false)
        #expect(operation["responses"]?.members?.keys.contains { $0.hasPrefix("2") } == true)
        #expect(operation["security"] != nil)
        if path != "/openapi.json" {
          #expect(operation["responses"]?["401"] != nil)
          #expect(operation["responses"]?["429"] != nil)
        }
      }
    }
    #expect(ids.count == APIOperation.all.count)
    #expect(Set(ids).count == ids.count)
    #expect(!ids.contains(""))
  }

  @Test func `schemas use only keywords that are checked and refer to what there is`() {
    let all = schemas(document)
    #expect(all.count > 200)
    for (place, schema) in all where !place.hasPrefix("/components/securitySchemes") {
      let unknown = Set(schema.keys).subtracting(SchemaCheck.knownKeywords)
      #expect(unknown.isEmpty, "\(place): \(unknown.sorted())")
      if let name = schema["$ref"]?.text {
        #expect(APIForum.components[name.replacing("#/components/schemas/", with: "")] != nil, "\(place)")
      }
    }
  }

  @Test func `examples are what their schemas want`() {
    let check = SchemaCheck(components: APIForum.components, isStrict: true)
    for operation in APIOperation.all {
      for parameter in operation.parameters {
        guard let example = parameter.example else { continue }
        #expect(check.findings(in: example, parameter.schema).isEmpty, "\(operation.id): \(parameter.name)")
      }
      guard let body = operation.body else { continue }
      #expect(check.findings(in: body.example, body.schema).isEmpty, "\(operation.id)")
    }
  }

  @Test func `the router takes exactly the methods that the document names, and says so`() async throws {
    let forum = try APIForum()
    for (path, operations) in document["paths"]?.members ?? [:] {
      guard let first = APIOperation.all.first(where: { $0.path == path }) else {
        Issue.record("\(path) has no operation")
        continue
      }
      let named = (operations.members ?? [:]).keys.map { $0.uppercased() }.sorted()
      let address = APIForum.address(first)
      for method in APIRoutes.methods {
        let answer = try await forum.send(method, address, as: nil)
        if named.contains(method.rawValue) {
          #expect(answer.status != 404 && answer.status != 405, "\(method) \(path)")
        } else {
          #expect(answer.status == 405, "\(method) \(path)")
          #expect(answer.headers[.allow] == named.joined(separator: ", "))
        }
      }
    }
  }

  @Test func `every route under the interface's address stands in the document`() async throws {
    let forum = try APIForum()
    let router = try WebServer.router(desk: forum.forum.desk, configuration: WebConfiguration())
    let routes = router.routes.filter { $0.path.description.hasPrefix("/api/") }
    #expect(
      Set(routes.map(\.path.description))
        == Set((document["paths"]?.members ?? [:]).keys.map { APIRoutes.base + $0 }))
  }

  @Test func `nothing under the interface's address is outside the document`() async throws {
    let forum = try APIForum()
    for path in ["/", "/applications/2026-0001/notes", "/users", "/tokens", "/openapi", "/searches", "/audit/1"] {
      let answer = try await forum.send(.get, path)
      #expect(answer.status == 404)
      #expect(answer.headers[.contentType] == "application/problem+json")
    }
  }

  @Test func `the document is open to everybody and the same each time`() async throws {
    let forum = try APIForum()
    let answer = try await forum.send(.get, "/openapi.json", as: nil)
    #expect(answer.status == 200)
    #expect(answer.value == document)
  }
}
