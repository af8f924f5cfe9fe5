#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Names numbered from 0, found by the bytes that libxml2 hands out, without making a `String`.
///
/// Invariant: `slots` has a power of two of entries and at least one of them is empty, so every probe ends.
struct XMLNameTable: Sendable {
  private struct Slot: Sendable {
    var bytes: [UInt8]
    var index: Int
  }

  private let slots: [Slot?]

  /// - Parameter names: without repetitions.
  init(_ names: [String]) {
    var count = 4
    while count < 4 * names.count { count *= 2 }
    var slots = [Slot?](repeating: nil, count: count)
    for (index, name) in names.enumerated() {
      let bytes = Array(name.utf8)
      var place = Self.hash(of: bytes) & (count - 1)
      while slots[place] != nil { place = (place + 1) & (count - 1) }
      slots[place] = Slot(bytes: bytes, index: index)
    }
    self.slots = slots
  }

  /// - Parameter name: NUL-terminated.
  /// - Complexity: linear in the name's length.
  func find(_ name: UnsafePointer<UInt8>) -> Int? {
    let bytes = unsafe UnsafeBufferPointer(
      start: name, count: strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)))
    var place = unsafe Self.hash(of: bytes) & (slots.count - 1)
    while let slot = slots[place] {
      let isEqual = unsafe slot.bytes.withUnsafeBufferPointer { known in
        unsafe known.count == bytes.count && memcmp(known.baseAddress!, name, known.count) == 0
      }
      if isEqual { return slot.index }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Length, first, middle and last byte tell the names of one table apart almost always.
  private static func hash(of bytes: some RandomAccessCollection<UInt8>) -> Int {
    guard let first = bytes.first, let last = bytes.last else { return 0 }
    let middle = bytes[bytes.index(bytes.startIndex, offsetBy: bytes.count / 2)]
    return bytes.count &* 31 ^ Int(first) &* 7 ^ Int(middle) &* 59 ^ Int(last) &* 131
  }
}
