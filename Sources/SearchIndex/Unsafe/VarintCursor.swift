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

  /// - Complexity: a few instructions for a number below 128, as most are.
  @inline(__always)
  mutating func varint() -> UInt64 {
    guard unsafe next < end else { return 0 }
    let byte = unsafe next.load(as: UInt8.self)
    guard byte >= 0x80 else {
      unsafe next += 1
      return UInt64(byte)
    }
    let (value, byteCount) = unsafe Self.longVarint(next, byteCount: end - next)
    unsafe next += byteCount
    return value
  }

  /// Apart, and without the cursor, so that this stays in registers where numbers are short.
  @inline(never)
  private static func longVarint(_ start: UnsafeRawPointer, byteCount: Int) -> (value: UInt64, byteCount: Int) {
    var value: UInt64 = 0
    for place in 0..<byteCount {
      let byte = unsafe start.load(fromByteOffset: place, as: UInt8.self)
      value |= UInt64(byte & 0x7F) &<< UInt64(truncatingIfNeeded: place &* 7)
      if byte < 0x80 { return (value, place &+ 1) }
    }
    return (value, byteCount)
  }

  /// A varint as a count that no damage makes negative or huge.
  @inline(__always)
  mutating func count() -> Int {
    let value = varint()
    return value < 1 << 48 ? Int(value) : 1 << 48
  }

  @inline(__always)
  mutating func byte() -> UInt8 {
    guard unsafe next < end else { return 0 }
    defer { unsafe next += 1 }
    return unsafe next.load(as: UInt8.self)
  }

  mutating func uint32() -> UInt32 {
    guard remainingByteCount >= 4 else {
      unsafe next = end
      return 0
    }
    let value = unsafe UInt32(littleEndian: next.loadUnaligned(as: UInt32.self))
    unsafe next += 4
    return value
  }

  @inline(__always)
  mutating func skip(_ byteCount: Int) { unsafe next += min(max(0, byteCount), remainingByteCount) }

  /// Puts the next bytes behind the first `kept` ones of `bytes`.
  mutating func read(_ byteCount: Int, behind kept: Int, of bytes: inout [UInt8]) {
    bytes.removeSubrange(min(kept, bytes.count)...)
    let count = min(max(0, byteCount), remainingByteCount)
    unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: next, count: count))
    unsafe next += count
  }

  /// How many of the next bytes equal those of a key from an offset on; moves behind all of them.
  ///
  /// - Parameter key: behind it ``TermKeys/paddingByteCount`` bytes may be read.
  @inline(__always)
  mutating func commonPrefix(_ byteCount: Int, _ key: UnsafeRawBufferPointer, from offset: Int) -> Int {
    let available = remainingByteCount
    let count = min(byteCount, available)
    defer { unsafe next += count }
    let limit = min(count, key.count &- offset)
    let keyBytes = unsafe key.baseAddress! + offset
    var common = 0
    if available >= TermKeys.paddingByteCount {
      // Terms are short: one comparison instead of a loop that ends where nobody can guess.
      let differences = unsafe next.loadUnaligned(as: UInt64.self) ^ keyBytes.loadUnaligned(as: UInt64.self)
      common = UInt64(littleEndian: differences).trailingZeroBitCount &>> 3
      if common < 8 || limit <= 8 { return min(common, limit) }
    }
    while common < limit,
      unsafe next.load(fromByteOffset: common, as: UInt8.self) == keyBytes.load(fromByteOffset: common, as: UInt8.self)
    { common &+= 1 }
    return common
  }
}
