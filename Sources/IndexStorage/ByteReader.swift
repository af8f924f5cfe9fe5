/// Reads what ``ByteWriter`` wrote, refusing to pass the end.
public struct ByteReader: ~Copyable {
  /// Thrown where the bytes end too early or a number does not fit.
  public struct Malformed: Error, Equatable, Sendable {
    public let offset: Int

    public init(offset: Int) { self.offset = offset }
  }

  private let region: ByteRegion
  public private(set) var offset = 0

  public init(_ region: ByteRegion) { self.region = region }

  public var remainingByteCount: Int { region.count - offset }

  public mutating func readUInt8() throws(Malformed) -> UInt8 {
    try require(1)
    defer { offset += 1 }
    return region.uint8(at: offset)
  }

  public mutating func readUInt32() throws(Malformed) -> UInt32 {
    try require(4)
    defer { offset += 4 }
    return region.uint32(at: offset)
  }

  public mutating func readUInt64() throws(Malformed) -> UInt64 {
    try require(8)
    defer { offset += 8 }
    return region.uint64(at: offset)
  }

  public mutating func readVarint() throws(Malformed) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try readUInt8()
      guard shift < 63 || byte <= 1 else { throw Malformed(offset: offset) }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// A varint that counts something in these bytes: anything above 2^40 is refused.
  public mutating func readCount() throws(Malformed) -> Int {
    let value = try readVarint()
    guard value < 1 << 40 else { throw Malformed(offset: offset) }
    return Int(value)
  }

  public mutating func readBytes(_ byteCount: Int) throws(Malformed) -> [UInt8] {
    try require(byteCount)
    defer { offset += byteCount }
    return region.bytes(in: offset..<offset + byteCount)
  }

  public mutating func readString() throws(Malformed) -> String {
    let byteCount = try readCount()
    try require(byteCount)
    defer { offset += byteCount }
    return region.string(in: offset..<offset + byteCount)
  }

  private func require(_ byteCount: Int) throws(Malformed) {
    guard byteCount >= 0, byteCount <= region.count - offset else { throw Malformed(offset: offset) }
  }
}
