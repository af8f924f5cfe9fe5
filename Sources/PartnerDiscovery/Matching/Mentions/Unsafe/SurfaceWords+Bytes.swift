/// Splits UTF-8 at what is no letter or digit.
///
/// Invariant: offsets stay in `0...bytes.count`, and every byte is read below the count.
extension SurfaceWords {
  /// Letters and digits in a row, without accents.
  ///
  /// Stretches of ASCII and Hangul, which have none, are split as bytes; what lies between blanks and holds anything
  /// else goes through Unicode's tables.
  package static func words(in text: String) -> [String] {
    var content = text
    return content.withUTF8 { unsafe words(in: $0) }
  }

  private static func words(in bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    var words: [String] = []
    var offset = 0
    while offset < bytes.count {
      let separator = unsafe separatorByteCount(bytes, at: offset)
      if separator > 0 {
        offset += separator
        continue
      }
      let start = offset
      var isPlain = true
      while offset < bytes.count, unsafe separatorByteCount(bytes, at: offset) == 0 {
        if unsafe bytes[offset] < 0x80 {
          offset += 1
        } else if unsafe isHangulSyllable(bytes, at: offset) {
          offset += 3
        } else {
          isPlain = false
          offset += 1
        }
      }
      let stretch = unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
      if isPlain {
        words.append(stretch)
      } else {
        // A mark at the start belongs to the separator before it, if there is one.
        words += wordsByTables(in: start == 0 ? stretch : " \(stretch)")
      }
    }
    return words
  }

  /// The length of the separator that begins at an offset, 0 where none does: ASCII that is neither letter nor digit, and
  /// the dashes, quotation marks and dots of U+2010...U+2027.
  private static func separatorByteCount(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let byte = unsafe bytes[offset]
    if byte < 0x80 { return (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) ? 0 : 1 }
    guard byte == 0xE2, offset + 2 < bytes.count, unsafe bytes[offset + 1] == 0x80 else { return 0 }
    return unsafe (0x90...0xA7).contains(bytes[offset + 2]) ? 3 : 0
  }

  /// Whether one of U+AC00...U+D7A3 begins at an offset.
  private static func isHangulSyllable(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard offset + 2 < bytes.count else { return false }
    let (first, second, third) = unsafe (bytes[offset], bytes[offset + 1], bytes[offset + 2])
    guard (0xEA...0xED).contains(first) else { return false }
    let scalar = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    return (0xAC00...0xD7A3).contains(scalar)
  }
}
