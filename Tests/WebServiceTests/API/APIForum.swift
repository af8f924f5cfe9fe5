import ForumDesk
import ForumRecords
import Foundation
import HTTPTypes
import Testing

@testable import WebService

/// A forum with a token of each role, whose answers are compared with the document.
final class APIForum: Sendable {
  let forum: TestForum
  let tokens: [UserRole: String]
  let clients: ClientDesk

  init(requestsPerMinute: Double = 1_000_000) throws {
    var configuration = WebConfiguration()
    configuration.apiRequestsPerMinute = requestsPerMinute
    let forum = try TestForum(configuration)
    let clients = ClientDesk(store: forum.desk.store) { forum.desk.now }
    var tokens: [UserRole: String] = [:]
    for role in UserRole.allCases {
      tokens[role] = try clients.add("client \(role.rawValue)", role: role, days: 30, actor: "test").token
    }
    (self.forum, self.clients, self.tokens) = (forum, clients, tokens)
  }

  /// Sends a request and holds the answer against the document: status, type and schema, without members that it does not
  /// name.
  func send(
    _ method: HTTPRequest.Method, _ path: String, as role: UserRole? = .administrator, token: String? = nil,
    _ body: JSONValue? = nil, type: String? = nil, headers: HTTPFields = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> (status: Int, value: JSONValue, headers: HTTPFields) {
    var fields = headers
    if let token = token ?? role.flatMap({ tokens[$0] }) { fields[.authorization] = "Bearer \(token)" }
    if body != nil {
      fields[.contentType] = type ?? (method == .patch ? "application/merge-patch+json" : "application/json")
    }
    let bytes = try body.map { Array(try JSONText.bytes(of: $0)) } ?? []
    let page = try await forum.browser().send(method, "/api/v1" + path, headers: fields, body: bytes)
    let value = try JSONValue(json: Data(page.bytes))
    let operation = Self.operation(method, path)
    if let operation, page.status != 405 {
      let document = OpenAPIDocument.value["paths"]?[operation.path]?[method.rawValue.lowercased()]
      let response = document?["responses"]?[String(page.status)]
      #expect(
        response != nil, "\(operation.id) answers \(page.status), which is not in the document",
        sourceLocation: sourceLocation)
      let type = page.headers[.contentType] ?? ""
      let schema = response?["content"]?[type]?["schema"]?.members
      #expect(schema != nil, "\(operation.id) answers with \(type)", sourceLocation: sourceLocation)
      let check = SchemaCheck(components: Self.components, isStrict: operation.id != "getDescription")
      let findings = check.findings(in: value, JSONSchema(schema ?? [:]))
      #expect(findings.isEmpty, "\(operation.id), \(page.status)", sourceLocation: sourceLocation)
    }
    return (page.status, value, page.headers)
  }

  /// The schemas as they stand in the document.
  static let components: [String: JSONSchema] =
    (OpenAPIDocument.value["components"]?["schemas"]?.members ?? [:]).mapValues { JSONSchema($0.members ?? [:]) }

  static func operation(_ method: HTTPRequest.Method, _ address: String) -> APIOperation? {
    let parts = address.prefix { $0 != "?" }.split(separator: "/")
    return APIOperation.all.first { operation in
      let pattern = operation.path.split(separator: "/")
      return operation.method == method && pattern.count == parts.count
        && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
  }

  /// The address of an operation with its examples filled in, as far as they are needed.
  static func address(_ operation: APIOperation) -> String {
    var path = operation.path
    var query: [(String, String?)] = []
    for parameter in operation.parameters {
      let text = parameter.example.map { $0.text ?? $0.integer.map(String.init) ?? "" } ?? ""
      switch parameter.place {
      case .path: path = path.replacing("{\(parameter.name)}", with: AddressText.encoded(text))
      case .query where parameter.isRequired: query.append((parameter.name, text))
      case .query, .header: break
      }
    }
    return path + AddressText.query(query)
  }

  @discardableResult func submit(_ changes: [String: JSONValue] = [:], key: String? = nil) async throws -> JSONValue {
    var members = IntakeRequest.example.members ?? [:]
    members.merge(changes) { $1 }
    var headers: HTTPFields = [:]
    headers[.idempotencyKey] = key
    return try await send(.post, "/applications", as: .officer, .object(members), headers: headers).value
  }
}
