public import PartnerRanking

/// Why a file cannot be used as a policy.
public enum PolicyFileError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(file: String, detail: String)
  case notJSON(file: String, detail: String)
  case missingKey(file: String, key: String)
  case wrongType(file: String, key: String, expected: String)
  case invalid(file: String, RankingPolicyError)

  public var description: String {
    switch self {
    case .unreadable(let file, let detail): "\(file) cannot be read (\(detail)): check the path and its permissions"
    case .notJSON(let file, let detail):
      "\(file) is no JSON (\(detail)): give a policy that 'moim tune --out' has written, or one edited from it"
    case .missingKey(let file, let key):
      "\(file): the key \"\(key)\" is missing: write the policy again with 'moim tune --out \(file)', or add it"
    case .wrongType(let file, let key, let expected): "\(file): \"\(key)\" must be \(expected)"
    case .invalid(let file, let error): "\(file): \(error)"
    }
  }

  init(_ error: DecodingError, file: String) {
    func path(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
      let keys = context.codingPath + (last.map { [$0] } ?? [])
      var text = ""
      for key in keys {
        if let index = key.intValue {
          text += "[\(index)]"
        } else {
          text += (text.isEmpty ? "" : ".") + key.stringValue
        }
      }
      return text
    }
    func expectation(_ type: any Any.Type) -> String {
      switch type {
      case is Int.Type: "a whole number"
      case is Double.Type: "a number"
      case is String.Type: "a text"
      case is Bool.Type: "true or false"
      default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
      }
    }
    switch error {
    case .keyNotFound(let key, let context): self = .missingKey(file: file, key: path(context, key))
    case .valueNotFound(let type, let context), .typeMismatch(let type, let context):
      let key = path(context)
      self = .wrongType(file: file, key: key.isEmpty ? "policy" : key, expected: expectation(type))
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      self = .notJSON(file: file, detail: context.debugDescription)
    case .dataCorrupted(let context):
      let parts = PartnerScore.Part.curved.map(\.rawValue).joined(separator: ", ")
      self = .wrongType(
        file: file, key: path(context), expected: "one of \(parts)")
    @unknown default: self = .notJSON(file: file, detail: "\(error)")
    }
  }
}
