/// What one look over the bytes of a text tells about what is to be done with it.
struct BlankSurvey {
  /// Whether there is a control character or two blanks in a row, or a blank at either end.
  var hasBlanksToMend = false
  /// Whether there is one of the bytes without which no text is decomposed (``ComposedText``).
  var mayBeDecomposed = false

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// - Complexity: linear in the bytes, eight at a time.
  init(_ bytes: some Collection<UInt8>) {
    // Slices of arrays and texts have their bytes in one piece; others are looked at one by one.
    let isRead: Void? = bytes.withContiguousStorageIfAvailable { unsafe read(UnsafeRawBufferPointer($0)) }
    if isRead == nil { unsafe Array(bytes).withUnsafeBytes { unsafe read($0) } }
  }

  /// Invariant: eight bytes are loaded only where eight are left.
  private mutating func read(_ bytes: UnsafeRawBufferPointer) {
    var last: UInt8 = 0x20
    var index = 0
    while index + 8 <= bytes.count {
      let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // The high bit of each byte below 0x20; exact, because bytes from 0x80 on are left out before.
      let low = word & ~Self.highBits
      let controls = ~(low &+ Self.ones &* 0x60) & ~word & Self.highBits
      let blanks = Self.zeros(word ^ (Self.ones &* 0x20))
      let runs = blanks & (blanks << 8 | (last == 0x20 ? 0x80 : 0))
      if controls | runs != 0 { hasBlanksToMend = true }
      // E1 and E3 differ in one bit, CC and CD in another.
      let marks =
        Self.zeros((word & (Self.ones &* 0xFD)) ^ (Self.ones &* 0xE1))
        | Self.zeros((word & (Self.ones &* 0xFE)) ^ (Self.ones &* 0xCC))
      if marks != 0 { mayBeDecomposed = true }
      last = UInt8(truncatingIfNeeded: word >> 56)
      index += 8
    }
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if byte < 0x20 || byte == 0x20 && last == 0x20 { hasBlanksToMend = true }
      if byte == 0xCC || byte == 0xCD || byte == 0xE1 || byte == 0xE3 { mayBeDecomposed = true }
      last = byte
      index += 1
    }
    if last == 0x20 { hasBlanksToMend = true }
  }

  /// The high bit of each byte that is zero, exactly.
  private static func zeros(_ word: UInt64) -> UInt64 {
    ~(((word & ~highBits) &+ ~highBits) | word) & highBits
  }
}
