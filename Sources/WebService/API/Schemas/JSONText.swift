import Foundation

/// JSON as all of Moim writes it: keys in order, slashes as they are.
enum JSONText {
  static func bytes(of value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}
