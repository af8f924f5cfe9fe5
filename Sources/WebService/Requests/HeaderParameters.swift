/// The value of a header with parameters: `form-data; name="file"; filename="a.csv"` (RFC 9110, section 5.6.6).
struct HeaderParameters: Hashable, Sendable {
  /// What stands before the first semicolon, in lower case.
  let value: String
  private var parameters: [String: String] = [:]

  /// - Returns: `nil` where a quotation does not end.
  init?(_ header: some StringProtocol) {
    // By bytes: a combining mark behind a quotation mark would hide it among characters.
    let bytes = Array(header.utf8)
    var place = 0
    func text(upTo isEnd: (UInt8) -> Bool) -> String {
      let start = place
      while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
      return Self.trimmed(bytes[start..<place])
    }
    value = text { $0 == UInt8(ascii: ";") }.lowercased()
    while place < bytes.count {
      place += 1
      let name = text { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ";") }.lowercased()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { continue }
      place += 1
      while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
      let parameter: String
      if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        guard let quoted = Self.quotation(bytes, &place) else { return nil }
        parameter = quoted
        _ = text { $0 == UInt8(ascii: ";") }
      } else {
        parameter = text { $0 == UInt8(ascii: ";") }
      }
      if parameters[name] == nil { parameters[name] = parameter }
    }
  }

  /// The first parameter of a name, which is given in lower case.
  subscript(name: String) -> String? { parameters[name] }

  /// A parameter that names its encoding, `filename*=UTF-8''%EA%B0%80.csv` (RFC 8187; RFC 5987 before it).
  ///
  /// - Returns: `nil` where it is missing, or is not UTF-8 written like this.
  func extended(_ name: String) -> String? {
    guard let parts = parameters[name + "*"]?.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false),
      parts.count == 3, parts[0].lowercased() == "utf-8"
    else { return nil }
    var bytes: [UInt8] = []
    var rest = Array(parts[2].utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy(Self.isHexDigit),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes.drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands between quotation marks. A backslash escapes a quotation mark or another backslash; before anything else it
  /// stands for itself, as in the paths that old browsers send. Browsers of today write quotation marks and line ends as
  /// `%22`, `%0D` and `%0A` (WHATWG HTML, section 4.10.22.8); these are read back.
  ///
  /// - Parameter place: of the opening mark; afterwards behind the closing one.
  /// - Returns: `nil` where it does not end.
  private static func quotation(_ bytes: [UInt8], _ place: inout Int) -> String? {
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") {
        return String(decoding: text, as: UTF8.self).replacing("%22", with: "\"").replacing("%0D", with: "\r")
          .replacing(
            "%0A", with: "\n")
      }
      if byte == UInt8(ascii: "\\"), place < bytes.count,
        [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains(bytes[place])
      {
        text.append(bytes[place])
        place += 1
      } else {
        text.append(byte)
      }
    }
    return nil
  }
}
