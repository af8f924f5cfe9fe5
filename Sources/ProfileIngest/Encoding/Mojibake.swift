/// Text that was once decoded by a wrong encoding and saved so: its letters are others than those that were meant.
enum Mojibake: Equatable {
  /// UTF-8 read as Windows-1252: "ì–‘ìž" for "양자".
  case utf8ReadAsWestern
  /// UTF-8 read as CP949: "?묒옄" for "양자".
  case utf8ReadAsKorean
  /// CP949 read as Windows-1252: "¾çÀÚ" for "양자".
  case koreanReadAsWestern
  /// Letters replaced because they could not be read: nothing brings them back.
  case replaced

  /// - Parameter bytes: UTF-8, perhaps cut off at the end.
  init?(_ bytes: [UInt8]) {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.dropLast().filter { $0.value >= 0x80 }
    guard scalars.count >= 4 else { return nil }
    let replacedCount = scalars.count { $0.value == 0xFFFD }
    if replacedCount * 3 >= scalars.count {
      self = .replaced
      return
    }
    if let western = Self.western(bytes) {
      if Self.holdsUTF8(western) {
        self = .utf8ReadAsWestern
        return
      }
      if Self.holdsKorean(western) {
        self = .koreanReadAsWestern
        return
      }
      return nil
    }
    guard Self.wasReadAsKorean(bytes) else { return nil }
    self = .utf8ReadAsKorean
  }

  var reason: IngestText {
    switch self {
    case .utf8ReadAsWestern:
      "the text looks like UTF-8 that was read as Windows-1252 and saved so (\"ì–‘ìž\" in place of \"양자\")"
    case .utf8ReadAsKorean: "the text looks like UTF-8 that was read as CP949 and saved so (\"?묒옄\" in place of \"양자\")"
    case .koreanReadAsWestern:
      "the text looks like CP949 that was read as Windows-1252 and saved so (\"¾çÀÚ\" in place of \"양자\")"
    case .replaced: "most letters were replaced (\"\u{FFFD}\") by a program that could not read them"
    }
  }

  var remedy: IngestText {
    switch self {
    case .utf8ReadAsWestern, .utf8ReadAsKorean:
      "export the data again, or open the original as UTF-8, and import that file"
    case .koreanReadAsWestern: "export the data again, or import the original with --encoding cp949"
    case .replaced: "export the data again: the letters cannot be brought back"
    }
  }

  /// The bytes of Windows-1252 that the text's letters are; `nil` where some are none of it.
  private static func western(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars.dropLast() {
      guard let byte = Windows1252.byte(scalar) else { return nil }
      result.append(byte)
    }
    return result
  }

  /// Whether nearly all bytes that are not ASCII are whole characters of UTF-8.
  private static func holdsUTF8(_ bytes: [UInt8]) -> Bool {
    var (whole, other) = (0, 0)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      let isWhole =
        length > 1 && index + length <= bytes.count
        && bytes[index + 1..<index + length].allSatisfy { $0 & 0xC0 == 0x80 }
      if byte >= 0x80 {
        if isWhole { whole += length } else { other += 1 }
      }
      index += isWhole ? length : 1
    }
    return whole >= 4 && whole >= other * 9
  }

  /// Whether nearly all bytes that are not ASCII are pairs of the Korean syllables of EUC-KR.
  private static func holdsKorean(_ bytes: [UInt8]) -> Bool {
    var (paired, other) = (0, 0)
    var index = 0
    while index < bytes.count {
      if (0xB0...0xC8).contains(bytes[index]), index + 1 < bytes.count, bytes[index + 1] >= 0xA1 {
        paired += 2
        index += 2
      } else {
        if bytes[index] >= 0x80 { other += 1 }
        index += 1
      }
    }
    return paired >= 8 && paired >= other * 9
  }

  /// Whether the text, back in CP949, is UTF-8 for the most part. What CP949 had no letter for became "?".
  private static func wasReadAsKorean(_ bytes: [UInt8]) -> Bool {
    guard let page = KoreanCodePage() else { return false }
    var (whole, broken) = (0, 0)
    var encoded: [UInt8] = []
    var start = 0
    // Word by word, so that one letter outside the code page costs its word only.
    for word in bytes.split(whereSeparator: { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E || $0 == 0x2C }).prefix(40) {
      guard word.contains(where: { $0 >= 0x80 }) else { continue }
      encoded.removeAll(keepingCapacity: true)
      start = 0
      let word = Array(word)
      let outcome = page.encode(word, 0..<word.count, into: &encoded)
      guard outcome.consumed > 0 else { continue }
      while start < encoded.count {
        let byte = encoded[start]
        // The first byte of three may be lost, or one of the others.
        let rest = encoded[start...].dropFirst().prefix(2)
        let continuations = rest.count { $0 & 0xC0 == 0x80 }
        let isLost = byte == 0x3F
        if isLost || byte >= 0xE1 && byte <= 0xEF, rest.count == 2,
          continuations == 2 || continuations == 1 && !isLost && rest.contains(0x3F)
        {
          whole += 1
          start += 3
        } else {
          if byte >= 0x80 { broken += 1 }
          start += 1
        }
      }
    }
    return whole >= 4 && 2 * whole >= broken
  }
}
