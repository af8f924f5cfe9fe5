import ForumRecords
import HTTPTypes

/// The description of the interface (OpenAPI 3.1.0), made of ``APIOperation/all``.
enum OpenAPIDocument {
  static let value: JSONValue = make(APIOperation.all)

  private static func make(_ operations: [APIOperation]) -> JSONValue {
    var paths: [String: [String: JSONValue]] = [:]
    for operation in operations {
      paths[operation.path, default: [:]][operation.method.rawValue.lowercased()] = value(of: operation)
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Moim", "version": "1.0.0", "license": ["name": "of the installation"],
        "summary": "Who should do joint research with whom.",
        "description": .string(
          "The forum desk for programs. Names are in snake case. Lists are paged by `limit` and `offset`; `Link` leads to the "
            + "other pages. Problems are RFC 9457 documents. Unknown parameters and members are mistakes. A path that is here "
            + "answers 405 to other methods, with `Allow`. Personal data stand in one answer alone, that of `getContact`."
        ),
      ],
      "servers": [["url": .string(APIRoutes.base)]],
      "tags": .array(APITag.allCases.map { ["name": .string($0.rawValue), "description": .string($0.summary)] }),
      "paths": .object(paths.mapValues { .object($0) }),
      "components": [
        "schemas": .object(APIComponents.schemas.mapValues(\.value)),
        "securitySchemes": [
          "token": [
            "type": "http", "scheme": "bearer",
            "description": .string(
              "Made by `moim token add`. Its role is viewer, counsellor, officer or administrator; each may do all that the "
                + "ones before it may."),
          ]
        ],
      ],
    ]
  }

  private static func value(of operation: APIOperation) -> JSONValue {
    var value: [String: JSONValue] = [
      "operationId": .string(operation.id), "summary": .string(operation.summary),
      "tags": [.string(operation.tag.rawValue)], "responses": responses(of: operation),
      "security": operation.role == nil ? [] : [["token": []]],
    ]
    let role = operation.role.map { "Role: `\($0.rawValue)` or higher." }
    let description = [operation.description, role ?? "Needs no token."].filter { !$0.isEmpty }
    value["description"] = .string(description.joined(separator: "\n\n"))
    if !operation.parameters.isEmpty { value["parameters"] = .array(operation.parameters.map(Self.value)) }
    if let body = operation.body {
      value["requestBody"] = [
        "required": true, "description": .string(body.description),
        "content": .object([body.mediaType: ["schema": body.schema.value, "example": body.example]]),
      ]
    }
    return .object(value)
  }

  private static func value(of parameter: APIParameter) -> JSONValue {
    var value: [String: JSONValue] = [
      "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
      "required": .bool(parameter.isRequired), "description": .string(parameter.description),
      "schema": parameter.schema.value,
    ]
    if parameter.place == .query, parameter.schema.typeName == "array" {
      value["style"] = "form"
      value["explode"] = true
    }
    value["example"] = parameter.example
    return .object(value)
  }

  private static func responses(of operation: APIOperation) -> JSONValue {
    var responses: [String: JSONValue] = [:]
    for answer in operation.answers {
      var media: [String: JSONValue] = ["schema": answer.schema.value]
      media["example"] = answer.example
      var response: [String: JSONValue] = [
        "description": .string(answer.description), "content": ["application/json": .object(media)],
      ]
      if !answer.headers.isEmpty {
        response["headers"] = .object(
          answer.headers.mapValues { ["description": .string($0), "schema": ["type": "string"]] })
      }
      responses[String(answer.status.code)] = .object(response)
    }
    for (status, description) in operation.allProblems {
      var response: [String: JSONValue] = [
        "description": .string(description),
        "content": ["application/problem+json": ["schema": JSONSchema.named("Problem").value]],
      ]
      if let header = [HTTPResponse.Status.tooManyRequests: "Retry-After", .unauthorized: "WWW-Authenticate"][status] {
        response["headers"] = .object([header: ["schema": ["type": "string"]]])
      }
      responses[String(status.code)] = .object(response)
    }
    return .object(responses)
  }
}
