/// Hashes of terms, eight bytes at a time (the multiply-and-fold step of Wang Yi's wyhash).
package enum TermHash {
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var offset = 0
    while offset &+ 8 <= bytes.count {
      let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = fold(hash ^ word, 0xE703_7ED1_A0B4_28DB)
      offset &+= 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = unsafe rest &<< 8 | UInt64(bytes[offset])
      offset &+= 1
    }
    return fold(hash ^ rest, 0x8EBC_6AF0_9C88_C6E3)
  }

  package static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 { unsafe bytes.withUnsafeBytes { unsafe hash($0) } }

  package static func hash(_ bytes: [UInt8]) -> UInt64 { unsafe bytes.withUnsafeBytes { unsafe hash($0) } }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
