import Foundation

/// Names and values of an HTML form or of a query, in their order; a name may stand several times.
struct FormFields: Hashable, Sendable {
  private(set) var entries: [(name: String, value: String)]

  init(_ entries: [(name: String, value: String)] = []) { self.entries = entries }

  /// Reads `application/x-www-form-urlencoded` (URL Standard, section 5.1): `+` is a blank, bytes that are not UTF-8
  /// become U+FFFD.
  init(urlEncoded text: some StringProtocol) {
    entries = text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
    }
  }

  /// The first value of a name, without blanks around it; `nil` where it is missing or blank.
  subscript(name: String) -> String? {
    guard let value = entries.first(where: { $0.name == name })?.value else { return nil }
    let text = value.trimmingCharacters(in: .whitespacesAndNewlines)
    return text.isEmpty ? nil : text
  }

  func values(of name: String) -> [String] { entries.lazy.filter { $0.name == name }.map(\.value) }

  var answers: [String: [String]] { Dictionary(grouping: entries, by: \.name).mapValues { $0.map(\.value) } }

  static func == (left: Self, right: Self) -> Bool { left.entries.elementsEqual(right.entries, by: ==) }

  func hash(into hasher: inout Hasher) {
    for entry in entries {
      hasher.combine(entry.name)
      hasher.combine(entry.value)
    }
  }

  private static func decoded(_ text: Substring.SubSequence) -> String { decodedBytes(text.utf8) }
  private static func decoded<Text: StringProtocol>(_ text: Text) -> String { decodedBytes(text.utf8) }

  private static func decodedBytes(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    var pending: [UInt8] = []
    func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    for byte in bytes {
      if pending.isEmpty {
        switch byte {
        case 0x25: pending = [byte]
        case 0x2B: result.append(0x20)
        default: result.append(byte)
        }
      } else if let value = digit(byte) {
        if pending.count == 1 {
          pending.append(byte)
        } else {
          result.append((digit(pending[1]) ?? 0) << 4 | value)
          pending.removeAll()
        }
      } else {
        // A percent sign that encodes nothing stands for itself.
        result += pending + [byte]
        pending.removeAll()
      }
    }
    return String(decoding: result + pending, as: UTF8.self)
  }
}
