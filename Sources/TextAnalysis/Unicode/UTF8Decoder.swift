/// Reads one scalar from UTF-8 bytes, well-formed as Unicode's table 3-7 has it.
enum UTF8Decoder {
  /// A scalar, or `nil` for bytes that are none, and the bytes it takes: at least 1.
  struct Decoded {
    var scalar: UInt32?
    var byteCount: Int
  }

  /// - Parameter offset: 0 ..< `text.count`.
  /// - Complexity: O(1).
  @inline(__always)
  static func decode(_ text: Span<UInt8>, at offset: Int) -> Decoded {
    let first = UInt32(text[offset])
    if first < 0x80 { return Decoded(scalar: first, byteCount: 1) }
    let available = text.count - offset
    guard first >= 0xC2, first <= 0xF4, available >= 2 else { return Decoded(scalar: nil, byteCount: 1) }
    let second = UInt32(text[offset + 1])
    guard second & 0xC0 == 0x80 else { return Decoded(scalar: nil, byteCount: 1) }
    if first < 0xE0 { return Decoded(scalar: (first & 0x1F) << 6 | second & 0x3F, byteCount: 2) }

    // Overlong forms, surrogates and what lies behind U+10FFFF show in the second byte.
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
      return Decoded(scalar: nil, byteCount: 1)
    default: break
    }
    guard available >= 3 else { return Decoded(scalar: nil, byteCount: 2) }
    let third = UInt32(text[offset + 2])
    guard third & 0xC0 == 0x80 else { return Decoded(scalar: nil, byteCount: 2) }
    if first < 0xF0 {
      return Decoded(scalar: (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F, byteCount: 3)
    }
    guard available >= 4 else { return Decoded(scalar: nil, byteCount: 3) }
    let fourth = UInt32(text[offset + 3])
    guard fourth & 0xC0 == 0x80 else { return Decoded(scalar: nil, byteCount: 3) }
    let scalar = (first & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F
    return Decoded(scalar: scalar, byteCount: 4)
  }

  /// Bytes of a scalar.
  @inline(__always)
  static func encodedByteCount(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }

  /// Appends a scalar's bytes.
  @inline(__always)
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch encodedByteCount(scalar) {
    case 1: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case 2:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 3:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
