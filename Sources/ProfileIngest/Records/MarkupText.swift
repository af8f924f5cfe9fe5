/// Takes markup out of values: search services deliver titles with highlights (`<span class="search_word">`) and texts as
/// web pages, escaped, so that an XML parser leaves the tags standing.
enum MarkupText {
  /// Only these are taken for tags: "<R&D>" and "a < b" are text.
  private static let inlineTags: Set<String> = [
    "b", "i", "em", "strong", "sub", "sup", "span", "u", "small", "tt", "font", "mark", "a",
  ]
  private static let blockTags: Set<String> = [
    "p", "br", "div", "li", "ul", "ol", "tr", "td", "th", "table", "tbody", "thead", "h1", "h2", "h3", "h4", "hr",
    "img",
    "pre", "dl", "dt", "dd", "center", "jats:p", "jats:title", "jats:sub", "jats:sup", "jats:italic",
  ]
  private static let entities: [String: String] = [
    "nbsp": " ", "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "middot": "·", "ndash": "–", "mdash": "—",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "deg": "°", "micro": "µ", "times": "×",
    "alpha": "α", "beta": "β", "gamma": "γ", "mu": "μ",
  ]
  private static let mostTagBytes = 400

  /// The text without tags and with its character entities resolved.
  ///
  /// - Complexity: linear in the bytes.
  static func stripped(_ bytes: some RandomAccessCollection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    guard bytes.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return bytes }
    // Escaped markup inside CDATA is escaped twice: resolving entities can bring tags to light, once.
    return withoutTags(withoutEntities(withoutTags(bytes)))
  }

  private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
    guard var next = bytes.firstIndex(of: 0x3C, in: 0..<bytes.count) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while true {
      if let tag = tag(in: bytes, at: next) {
        result += bytes[start..<next]
        if tag.separates { result.append(0x0A) }
        start = tag.end
      } else {
        result += bytes[start...next]
        start = next + 1
      }
      guard let following = bytes.firstIndex(of: 0x3C, in: start..<bytes.count) else { break }
      next = following
    }
    result += bytes[start...]
    return result
  }

  private static func tag(in bytes: [UInt8], at start: Int) -> (end: Int, separates: Bool)? {
    let limit = min(bytes.count, start + mostTagBytes)
    var index = start + 1
    if index < limit, bytes[index] == 0x2F { index += 1 }
    let nameStart = index
    while index < limit, isNameByte(bytes[index]), index - nameStart < 12 { index += 1 }
    guard index > nameStart, index < limit, isNameEnd(bytes[index]) else { return nil }
    let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    let separates = blockTags.contains(name)
    guard separates || inlineTags.contains(name) else { return nil }
    while index < limit, bytes[index] != 0x3E {
      if bytes[index] == 0x3C { return nil }
      index += 1
    }
    return index < limit ? (index + 1, separates) : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39 || byte == 0x3A
  }

  private static func isNameEnd(_ byte: UInt8) -> Bool { byte == 0x3E || byte == 0x2F || byte <= 0x20 }

  private static func withoutEntities(_ bytes: [UInt8]) -> [UInt8] {
    guard var next = bytes.firstIndex(of: 0x26, in: 0..<bytes.count) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while true {
      result += bytes[start..<next]
      if let end = bytes[next...].prefix(10).firstIndex(of: 0x3B),
        let text = character(String(decoding: bytes[(next + 1)..<end], as: UTF8.self))
      {
        result.append(contentsOf: text.utf8)
        start = end + 1
      } else {
        result.append(bytes[next])
        start = next + 1
      }
      guard let following = bytes.firstIndex(of: 0x26, in: start..<bytes.count) else { break }
      next = following
    }
    result += bytes[start...]
    return result
  }

  private static func character(_ entity: String) -> String? {
    guard entity.hasPrefix("#") else { return entities[entity] }
    let digits = entity.dropFirst()
    let code = digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let code, code >= 0x20, let scalar = Unicode.Scalar(code) else { return nil }
    return String(Character(scalar))
  }
}
