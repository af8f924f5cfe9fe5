/// A run of immutable bytes in a mapped file (or in memory), kept alive by its owner.
///
/// The accessors check their bounds. Kernels that need the address take it through ``withUnsafeBytes(_:)``.
/// Invariant: `base..<base + count` lies inside the mapping of `owner`.
@safe
public struct ByteRegion: @unchecked Sendable {
  private let owner: MappedFile
  @usableFromInline let base: UnsafeRawPointer
  public let count: Int

  /// Maps a whole file for reading.
  public init(mapping path: String) throws(StorageError) {
    owner = try MappedFile(path: path)
    unsafe base = owner.base
    count = owner.byteCount
  }

  public init(bytes: [UInt8]) {
    owner = MappedFile(bytes: bytes)
    unsafe base = owner.base
    count = bytes.count
  }

  private init(owner: MappedFile, base: UnsafeRawPointer, count: Int) {
    self.owner = owner
    unsafe self.base = unsafe base
    self.count = count
  }

  public subscript(range: Range<Int>) -> ByteRegion {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "byte range outside its region")
    return unsafe ByteRegion(owner: owner, base: base + range.lowerBound, count: range.count)
  }

  @inlinable
  public func uint8(at offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count, "byte offset outside its region")
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  @inlinable
  public func uint16(at offset: Int) -> UInt16 {
    precondition(offset >= 0 && offset <= count - 2, "byte offset outside its region")
    return UInt16(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  @inlinable
  public func uint32(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset <= count - 4, "byte offset outside its region")
    return UInt32(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inlinable
  public func uint64(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count - 8, "byte offset outside its region")
    return UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  public func bytes(in range: Range<Int>) -> [UInt8] {
    let slice = self[range]
    return unsafe slice.withUnsafeBytes { unsafe Array($0) }
  }

  /// Appends the bytes of a range without an array of their own.
  public func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    let slice = self[range]
    unsafe slice.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }

  /// The bytes as text; invalid UTF-8 is repaired with U+FFFD.
  public func string(in range: Range<Int>) -> String {
    let slice = self[range]
    return unsafe slice.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Compares with other bytes in lexicographic order: negative, zero or positive.
  public func compare(_ range: Range<Int>, with other: Span<UInt8>) -> Int {
    let slice = self[range]
    return unsafe slice.withUnsafeBytes { left in
      unsafe other.withUnsafeBufferPointer { right in
        unsafe ByteOrder.compare(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
      }
    }
  }

  /// The 64-bit checksum of all bytes.
  public var checksum: UInt64 {
    unsafe withUnsafeBytes { bytes in
      var hash = XXHash64()
      unsafe hash.update(bytes)
      return hash.digest
    }
  }

  /// Lends the address for the length of the call.
  @inlinable
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // The owner must outlive the use of its address.
    defer { keepAlive() }
    return try unsafe body(unsafeBytes)
  }

  /// The address; whoever keeps it must keep this region too.
  public var unsafeBytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: base, count: count) }

  @usableFromInline
  func keepAlive() { withExtendedLifetime(owner) {} }
}

/// Lexicographic order of byte strings, the order of terms and ids everywhere in the index.
public enum ByteOrder {
  public static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let common = min(left.count, right.count)
    var index = 0
    while index < common {
      let difference = unsafe Int(left[index]) - Int(right[index])
      if difference != 0 { return difference }
      index += 1
    }
    return left.count - right.count
  }
}

extension ByteRegion {
  /// Lexicographic comparison of two regions: negative, zero or positive.
  public func compare(with other: ByteRegion) -> Int {
    unsafe withUnsafeBytes { left in
      unsafe other.withUnsafeBytes { right in unsafe ByteOrder.compare(left, right) }
    }
  }
}
