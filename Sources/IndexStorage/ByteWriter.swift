/// Builds little-endian byte sequences in memory.
public struct ByteWriter: Sendable {
  @usableFromInline var storage: [UInt8] = []

  public init() {}

  @inlinable public var bytes: [UInt8] { storage }

  @inlinable public var count: Int { storage.count }

  public mutating func reserve(_ byteCount: Int) { storage.reserveCapacity(storage.count + byteCount) }

  @inlinable
  public mutating func removeAll() { storage.removeAll(keepingCapacity: true) }

  @inlinable
  public mutating func append(_ value: UInt8) { storage.append(value) }

  @inlinable
  public mutating func append(_ value: UInt16) {
    storage.append(UInt8(truncatingIfNeeded: value))
    storage.append(UInt8(truncatingIfNeeded: value >> 8))
  }

  @inlinable
  public mutating func append(_ value: UInt32) {
    storage.append(UInt8(truncatingIfNeeded: value))
    storage.append(UInt8(truncatingIfNeeded: value >> 8))
    storage.append(UInt8(truncatingIfNeeded: value >> 16))
    storage.append(UInt8(truncatingIfNeeded: value >> 24))
  }

  @inlinable
  public mutating func append(_ value: UInt64) {
    append(UInt32(truncatingIfNeeded: value))
    append(UInt32(truncatingIfNeeded: value >> 32))
  }

  public mutating func append(_ value: Float) { append(value.bitPattern) }

  @inlinable
  public mutating func append(contentsOf other: some Sequence<UInt8>) { storage.append(contentsOf: other) }

  /// LEB128: seven bits a byte, low bits first, the top bit set on all but the last.
  @inlinable
  public mutating func appendVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      storage.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    storage.append(UInt8(truncatingIfNeeded: rest))
  }

  @inlinable
  public mutating func appendVarint(_ value: Int) { appendVarint(UInt64(value)) }

  @inlinable
  public mutating func appendVarint(_ value: UInt32) { appendVarint(UInt64(value)) }

  /// Byte count as varint, then the UTF-8 bytes.
  public mutating func append(_ text: String) {
    appendVarint(text.utf8.count)
    storage.append(contentsOf: text.utf8)
  }
}
