import Foundation

/// Reads the small JSON files that officers write by hand.
enum JSONInput {
  static func read<Value: Decodable>(path: String, shape: String) throws -> Value {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw ConsortiumInputError.unreadable(path: path)
    }
    do {
      return try JSONDecoder().decode(Value.self, from: data)
    } catch let error as DecodingError {
      throw ConsortiumInputError.wrongShape(path: path, place: place(of: error), shape: shape)
    }
  }

  private static func place(of error: DecodingError) -> String {
    let context: DecodingError.Context
    switch error {
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
      .dataCorrupted(let found):
      context = found
    @unknown default: return "the file"
    }
    let path = context.codingPath.map { $0.intValue.map { "item \($0 + 1)" } ?? $0.stringValue }
    if case .keyNotFound(let key, _) = error { return (path + [key.stringValue]).joined(separator: ", ") }
    return path.isEmpty ? "the file" : path.joined(separator: ", ")
  }
}
