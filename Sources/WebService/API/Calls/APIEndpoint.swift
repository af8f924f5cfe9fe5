import ForumDesk
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Carries an operation out: checks the request as the operation describes it, and writes the answer.
struct APIEndpoint: Sendable {
  let operation: APIOperation
  let desk: ForumDesk
  let gate: APIGate

  func answer(_ request: Request, _ context: DeskRequestContext) async -> Response {
    do {
      let reply = try await operation.handle(try await call(request, context))
      let bytes = try JSONText.bytes(of: reply.document)
      var headers = reply.headers
      headers[.contentType] = "application/json"
      return Response(
        status: reply.status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    } catch {
      if let problem = APIProblem(error) { return problem.response }
      // What went wrong may hold what was sent: it is told only where somebody asked for details.
      context.logger.error(
        "request failed", metadata: ["operation": "\(operation.id)", "error": "\(type(of: error))"])
      context.logger.debug("details", metadata: ["error": "\(error)"])
      return APIProblem(
        .internalServerError, "The server had a problem. What was confirmed as saved is safe."
      ).response
    }
  }

  private func call(_ request: Request, _ context: DeskRequestContext) async throws -> APICall {
    let client = try operation.role.map { try gate.client(request, context, role: $0) }
    let fields = request.query
    return APICall(
      desk: desk, client: client, parameters: try parameters(request, fields, context),
      body: try await body(request, context),
      location: APILocation(
        path: request.uri.path,
        query: fields.entries.filter { $0.name != "limit" && $0.name != "offset" }.map { ($0.name, $0.value) }))
  }

  private func parameters(
    _ request: Request, _ fields: FormFields, _ context: DeskRequestContext
  ) throws -> [String: JSONValue] {
    var values: [String: JSONValue] = [:]
    var errors: [APIProblem.Item] = []
    let check = SchemaCheck(components: APIComponents.schemas)
    for parameter in operation.parameters {
      let texts: [String]
      switch parameter.place {
      case .path: texts = context.parameters.get(parameter.name).map { [FormFields.pathText($0)] } ?? []
      case .query: texts = fields.values(of: parameter.name)
      case .header: texts = HTTPField.Name(parameter.name).map { request.headers[values: $0] } ?? []
      }
      if texts.isEmpty {
        if parameter.isRequired { errors.append(.init(parameter: parameter.name, detail: "is missing")) }
        continue
      }
      guard let value = parameter.value(of: texts) else {
        let type = parameter.schema.typeName ?? "string"
        errors.append(.init(parameter: parameter.name, detail: "must be one \(type)"))
        continue
      }
      let findings = check.findings(in: value, parameter.schema)
      if findings.isEmpty { values[parameter.name] = value }
      errors += findings.map { .init(parameter: parameter.name, detail: $0.detail) }
    }
    let known = Set(operation.parameters.filter { $0.place == .query }.map(\.name))
    for name in Set(fields.entries.map(\.name)).subtracting(known).sorted() {
      errors.append(.init(parameter: String(name.prefix(100)), detail: "is not a parameter that there is"))
    }
    guard errors.isEmpty else {
      // Where a part of the path cannot name anything there is nothing.
      let paths = Set(operation.parameters.filter { $0.place == .path }.map(\.name))
      let isPath = errors.allSatisfy { $0.parameter.map(paths.contains) == true }
      throw APIProblem(
        isPath ? .notFound : .badRequest, isPath ? "There is no such thing." : "Some parameters must be corrected.",
        errors: errors)
    }
    return values
  }

  private func body(_ request: Request, _ context: DeskRequestContext) async throws -> JSONValue {
    guard let body = operation.body else { return .null }
    let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces)
    guard let type, type == body.mediaType || type == "application/json" else {
      throw APIProblem(.unsupportedMediaType, "Send the body as \(body.mediaType).")
    }
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > body.byteLimit {
      throw tooLarge(body)
    }
    let bytes: ByteBuffer
    do {
      bytes = try await request.body.collect(upTo: body.byteLimit)
    } catch is NIOTooManyBytesError {
      throw tooLarge(body)
    }
    let value: JSONValue
    do {
      value = try JSONValue(json: Data(Array(buffer: bytes)))
    } catch {
      throw APIProblem(.badRequest, "The body is no JSON.")
    }
    let findings = SchemaCheck(components: APIComponents.schemas).findings(in: value, body.schema)
    guard findings.isEmpty else {
      throw APIProblem(
        .unprocessableContent, "The body must be corrected.",
        errors: findings.map { .init(pointer: $0.pointer, detail: $0.detail) })
    }
    return value
  }

  private func tooLarge(_ body: APIBody) -> APIProblem {
    APIProblem(.contentTooLarge, "The body is larger than \(body.byteLimit) bytes.")
  }
}

extension FormFields {
  /// A part of a path as text: percent signs encode bytes, a plus stands for itself.
  static func pathText(_ text: String) -> String {
    FormFields(urlEncoded: "p=" + text.replacing("+", with: "%2B").replacing("&", with: "%26")).entries.first?.value
      ?? ""
  }
}
