/// Characters of ASCII.
struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where byte < 0x80 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  @inline(__always) func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low >> UInt64(byte) & 1 != 0 }
    return byte < 0x80 && high >> UInt64(byte - 64) & 1 != 0
  }

  func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    for index in start..<max(start, bytes.count) where contains(unsafe bytes[index]) { return index }
    return nil
  }
}
