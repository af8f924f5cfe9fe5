import IndexStorage

/// Reads varints and byte runs one after the other; behind the end of the bytes everything is zero or empty.
///
/// Invariant: `next...end` lies inside the region that the cursor was made from, which its user keeps alive.
@safe
struct VarintCursor {
  private var next: UnsafeRawPointer
  private let end: UnsafeRawPointer

  init(_ region: ByteRegion, at offset: Int) {
    let bytes = unsafe region.unsafeBytes
    let start = bytes.baseAddress!
    unsafe end = start + bytes.count
    unsafe next = start + min(max(0, offset), bytes.count)
  }

  /// How many bytes are left.
  var remainingByteCount: Int { unsafe end - next }

  mutating func varint() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while unsafe next < end {
      let byte = unsafe next.load(as: UInt8.self)
      unsafe next += 1
      value |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 { break }
      shift &+= 7
    }
    return value
  }

  /// A varint as a count that no damage makes negative or huge.
  mutating func count() -> Int { Int(min(varint(), 1 << 48)) }

  mutating func uint32() -> UInt32 {
    guard remainingByteCount >= 4 else {
      unsafe next = end
      return 0
    }
    let value = unsafe UInt32(littleEndian: next.loadUnaligned(as: UInt32.self))
    unsafe next += 4
    return value
  }

  mutating func skip(_ byteCount: Int) { unsafe next += min(max(0, byteCount), remainingByteCount) }

  /// Puts the next bytes behind the first `kept` ones of `bytes`.
  mutating func read(_ byteCount: Int, behind kept: Int, of bytes: inout [UInt8]) {
    bytes.removeSubrange(min(kept, bytes.count)...)
    let count = min(max(0, byteCount), remainingByteCount)
    unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: next, count: count))
    unsafe next += count
  }

  /// How many of the next bytes equal the first ones of some; moves behind all of them.
  mutating func commonPrefix(_ byteCount: Int, _ other: UnsafeRawBufferPointer, from offset: Int) -> Int {
    let count = min(max(0, byteCount), remainingByteCount)
    defer { unsafe next += count }
    var common = 0
    while common < count, offset + common < other.count,
      unsafe next.load(fromByteOffset: common, as: UInt8.self) == other[offset + common]
    { common += 1 }
    return common
  }
}
