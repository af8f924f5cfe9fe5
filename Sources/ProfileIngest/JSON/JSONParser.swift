/// Parses one JSON value (RFC 8259) from UTF-8 bytes, strictly: no lone surrogates, no NUL, no invalid UTF-8, nothing after
/// the value, and no deeper than allowed.
///
/// - Complexity: linear in the bytes.
struct JSONParser {
  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private let depthLimit: Int
  /// Values that may still come.
  private var valueAllowance: Int
  private let valueLimit: Int

  private init(_ bytes: [UInt8], _ range: Range<Int>, depthLimit: Int, valueLimit: Int) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
    self.depthLimit = depthLimit
    self.valueLimit = valueLimit
    valueAllowance = valueLimit
  }

  /// Parses `bytes[range]`, which must hold one value and nothing else.
  static func parse(
    _ bytes: [UInt8], _ range: Range<Int>, depthLimit: Int, valueLimit: Int
  ) throws(JSONDefect) -> JSONValue {
    var parser = JSONParser(bytes, range, depthLimit: depthLimit, valueLimit: valueLimit)
    let value = try parser.value(depth: 1)
    parser.skipBlanks()
    if parser.index < parser.end { throw parser.defect("something follows the value") }
    return value
  }

  /// One record within the limits.
  static func parse(_ bytes: [UInt8], _ range: Range<Int>, _ limits: IngestLimits) throws(JSONDefect) -> JSONValue {
    try parse(bytes, range, depthLimit: limits.jsonDepth, valueLimit: limits.jsonValueCount)
  }

  private mutating func value(depth: Int) throws(JSONDefect) -> JSONValue {
    skipBlanks()
    guard index < end else { throw defect("it ends before its value is complete") }
    valueAllowance -= 1
    if valueAllowance < 0 { throw defect("it holds more than \(valueLimit) values") }
    switch bytes[index] {
    case 0x22: return .string(try string())
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try array(depth: depth)
    case 0x2D, 0x30...0x39: return .number(try number())
    case 0x74:
      try word("true")
      return .bool(true)
    case 0x66:
      try word("false")
      return .bool(false)
    case 0x6E:
      try word("null")
      return .null
    default: throw defect("no value can begin with \(Self.show(bytes[index]))")
    }
  }

  private mutating func object(depth: Int) throws(JSONDefect) -> JSONValue {
    if depth > depthLimit { throw defect("values are nested deeper than \(depthLimit)") }
    index += 1
    var members: [JSONValue.Member] = []
    skipBlanks()
    if take(0x7D) { return .object(members) }
    while true {
      skipBlanks()
      guard index < end, bytes[index] == 0x22 else { throw defect("a key in quotation marks is missing") }
      let key = try string()
      skipBlanks()
      guard take(0x3A) else { throw defect("the colon after a key is missing") }
      members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
      skipBlanks()
      if take(0x2C) { continue }
      if take(0x7D) { return .object(members) }
      throw defect(index < end ? "a comma or } is missing" : "it ends inside an object")
    }
  }

  private mutating func array(depth: Int) throws(JSONDefect) -> JSONValue {
    if depth > depthLimit { throw defect("values are nested deeper than \(depthLimit)") }
    index += 1
    var elements: [JSONValue] = []
    skipBlanks()
    if take(0x5D) { return .array(elements) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if take(0x2C) { continue }
      if take(0x5D) { return .array(elements) }
      throw defect(index < end ? "a comma or ] is missing" : "it ends inside a list")
    }
  }

  private mutating func number() throws(JSONDefect) -> String {
    let start = index
    _ = take(0x2D)
    let integerStart = index
    skipDigits()
    if index == integerStart || (bytes[integerStart] == 0x30 && index > integerStart + 1) {
      throw defect("a number is malformed")
    }
    if take(0x2E) {
      let fractionStart = index
      skipDigits()
      if index == fractionStart { throw defect("a number is malformed") }
    }
    if index < end, bytes[index] | 0x20 == 0x65 {
      index += 1
      if index < end, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
      let exponentStart = index
      skipDigits()
      if index == exponentStart { throw defect("a number is malformed") }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipDigits() {
    while index < end, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
  }

  private mutating func word(_ word: String) throws(JSONDefect) {
    for expected in word.utf8 {
      guard index < end, bytes[index] == expected else { throw defect("'\(word)' is misspelt") }
      index += 1
    }
  }

  private mutating func skipBlanks() {
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0A || bytes[index] == 0x0D {
      index += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < end, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private func defect(_ reason: IngestText) -> JSONDefect { JSONDefect(offset: index, reason: reason) }

  private static func show(_ byte: UInt8) -> IngestText {
    byte > 0x20 && byte < 0x7F ? "'\(Character(Unicode.Scalar(byte)))'" : "the byte \(byte)"
  }
}

// MARK: Strings

extension JSONParser {
  private mutating func string() throws(JSONDefect) -> String {
    index += 1
    let start = index
    while index < end {
      let byte = bytes[index]
      if byte == 0x22 {
        defer { index += 1 }
        return try text(bytes[start..<index], at: start)
      }
      if byte == 0x5C { return try escapedString(from: start) }
      if byte < 0x20 { throw controlCharacter }
      index += 1
    }
    throw defect("it ends inside a string")
  }

  /// A string that holds a backslash, which is at `index`.
  private mutating func escapedString(from start: Int) throws(JSONDefect) -> String {
    var content = Array(bytes[start..<index])
    while index < end {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x22: return try text(content[...], at: start)
      case 0x5C: try appendEscape(to: &content)
      case 0..<0x20:
        index -= 1
        throw controlCharacter
      default: content.append(byte)
      }
    }
    throw defect("it ends inside a string")
  }

  private mutating func appendEscape(to content: inout [UInt8]) throws(JSONDefect) {
    guard index < end else { throw defect("it ends inside a string") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: content.append(byte)
    case 0x62: content.append(0x08)
    case 0x66: content.append(0x0C)
    case 0x6E: content.append(0x0A)
    case 0x72: content.append(0x0D)
    case 0x74: content.append(0x09)
    case 0x75: content += Array(String(Character(try escapedScalar())).utf8)
    default: throw defect("a backslash is followed by \(Self.show(byte))")
    }
  }

  private mutating func escapedScalar() throws(JSONDefect) -> Unicode.Scalar {
    var code = try hexadecimal()
    if code == 0 { throw defect("a string holds the character NUL") }
    if code & 0xFC00 == 0xD800, index + 1 < end, bytes[index] == 0x5C, bytes[index + 1] == 0x75 {
      index += 2
      let low = try hexadecimal()
      guard low & 0xFC00 == 0xDC00 else { throw defect("a string holds half a character (a lone surrogate)") }
      code = 0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF)
    }
    guard let scalar = Unicode.Scalar(code) else { throw defect("a string holds half a character (a lone surrogate)") }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONDefect) -> UInt32 {
    guard index + 4 <= end else { throw defect("it ends inside a string") }
    var code: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      switch byte {
      case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: code = code << 4 | UInt32((byte | 0x20) - 0x57)
      default: throw defect("\\u is not followed by four hexadecimal digits")
      }
    }
    index += 4
    return code
  }

  private func text(_ content: ArraySlice<UInt8>, at start: Int) throws(JSONDefect) -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw JSONDefect(offset: start, reason: "a string is not UTF-8")
    }
    return text
  }

  private var controlCharacter: JSONDefect {
    defect(bytes[index] == 0 ? "a string holds the character NUL" : "a string holds a control character or line break")
  }
}
