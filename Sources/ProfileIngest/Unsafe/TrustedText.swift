#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension String {
  /// The text of bytes that are UTF-8 but for what ``TextTraits/mayBeOverlong`` says, without looking at each again.
  ///
  /// Invariant: every byte came out of libxml2, which checks that characters are whole and are characters (`xmlCurrentChar`,
  /// `xmlCheckCdataPush`) but not that they are as short as can be; or out of a `String`.
  @inline(__always) @unsafe static func trusted(_ bytes: UnsafeBufferPointer<UInt8>, _ traits: TextTraits) -> String {
    if bytes.count == 0 { return "" }
    if traits.contains(.mayBeOverlong) { return unsafe String(decoding: bytes, as: UTF8.self) }
    return unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: !traits.contains(.notASCII)))
  }

  /// Whether there is a control character of ASCII.
  var holdsControls: Bool {
    // Every byte is looked at: that is compiled into vectors, which leaving early is not.
    unsafe utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        count &+= (byte < 0x20 ? 1 : 0) | (byte == 0x7F ? 1 : 0)
      }
      return count > 0
    } ?? utf8.contains { $0 < 0x20 || $0 == 0x7F }
  }

  /// Whether two texts have the same bytes, whatever is equal in the eyes of Unicode.
  @inline(__always) func hasBytes(of other: String) -> Bool {
    let count = utf8.count
    guard count == other.utf8.count else { return false }
    return unsafe utf8.withContiguousStorageIfAvailable { left in
      unsafe other.utf8.withContiguousStorageIfAvailable { right in
        unsafe count == 0 || memcmp(left.baseAddress!, right.baseAddress!, count) == 0
      }
    }.flatMap { $0 } ?? utf8.elementsEqual(other.utf8)
  }

  @inline(__always) @unsafe func hasBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard utf8.count == bytes.count else { return false }
    return unsafe utf8.withContiguousStorageIfAvailable { known in
      unsafe bytes.count == 0 || memcmp(known.baseAddress!, bytes.baseAddress!, bytes.count) == 0
    } ?? utf8.elementsEqual(bytes)
  }
}
