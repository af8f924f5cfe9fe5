/// Tells the encoding of text from its first letters that are not ASCII.
struct EncodingEvidence: Equatable {
  /// Bytes that are looked at, from the first that is not ASCII on: more tell nothing new.
  private static let windowByteCount = 1024

  /// What the bytes are; `nil` where nothing tells.
  var encoding: TextEncoding?
  /// What is wrong with the letters themselves, if so.
  var mojibake: Mojibake?

  /// - Parameter bytes: the beginning of the text.
  init(_ bytes: some RandomAccessCollection<UInt8>) {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      encoding = .utf8
    } else if head.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16LittleEndian
      return
    } else if head.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16BigEndian
      return
    } else if head.count >= 2, head[1] == 0, head[0] != 0 {
      encoding = .utf16LittleEndian
      return
    } else if head.count >= 2, head[0] == 0, head[1] != 0 {
      encoding = .utf16BigEndian
      return
    }
    let text = Array(bytes)
    guard let first = text.firstIndexBeyondASCII(in: (encoding == .utf8 ? 3 : 0)..<text.count) else { return }
    let window = Array(text[first...].prefix(Self.windowByteCount))
    if encoding == .utf8 || Self.isUTF8(window) {
      encoding = .utf8
      mojibake = Mojibake(window)
    } else if Self.isKorean(window) {
      encoding = .cp949
    } else if Self.isWestern(window) {
      encoding = .windows1252
    }
  }

  /// Whether the bytes are UTF-8 but for a character that is cut off at their end.
  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    var end = bytes.count
    var back = 0
    while back < 3, end > 0, bytes[end - 1] & 0xC0 == 0x80 {
      end -= 1
      back += 1
    }
    if end > 0, bytes[end - 1] >= 0xC0 {
      let length = bytes[end - 1] >= 0xF0 ? 4 : bytes[end - 1] >= 0xE0 ? 3 : 2
      end = back + 1 < length ? end - 1 : bytes.count
    } else {
      end = bytes.count
    }
    return String(validating: bytes[..<end], as: UTF8.self) != nil
  }

  /// Whether the bytes are code page 949, most of its letters Korean.
  private static func isKorean(_ bytes: [UInt8]) -> Bool {
    guard let page = KoreanCodePage() else { return false }
    var text: [UInt8] = []
    let outcome = page.decode(bytes, 0..<bytes.count, into: &text)
    // One byte may be left: half a character.
    guard !outcome.isInvalid, bytes.count - outcome.consumed <= 1 else { return false }
    var letters = 0
    var syllables = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      letters += 1
      if (0xAC00...0xD7A3).contains(scalar.value) { syllables += 1 }
    }
    // One pair of bytes proves nothing.
    return letters > 1 && syllables * 2 >= letters
  }

  /// Whether the bytes that are not ASCII are letters of Western Europe, alone among ASCII letters.
  private static func isWestern(_ bytes: [UInt8]) -> Bool {
    var count = 0
    var letterCount = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      count += 1
      let isAlone =
        (index == 0 || bytes[index - 1] < 0x80) && (index + 1 == bytes.count || bytes[index + 1] < 0x80)
      if byte >= 0xC0, byte != 0xD7, byte != 0xF7, isAlone { letterCount += 1 }
    }
    return count > 1 && letterCount * 10 >= count * 9
  }
}
