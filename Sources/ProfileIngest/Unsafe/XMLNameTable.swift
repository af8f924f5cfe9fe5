#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Names numbered from 0, found by their bytes without making a `String`.
///
/// A class, so that its address tells it from others (``XMLNameCache``) and none of its arrays is counted by itself.
///
/// Invariant: `slots` has a power of two of entries and at least one of them is empty, so every probe ends.
final class XMLNameTable: Sendable {
  /// The index of a name, or -1.
  private let slots: [Int32]
  /// The bytes of all names, one after the other; the name of an index is `bytes[starts[index] ..< starts[index + 1]]`.
  private let bytes: [UInt8]
  private let starts: [Int32]

  /// - Parameter names: without repetitions.
  init(_ names: [String]) {
    var count = 4
    while count < 4 * names.count { count *= 2 }
    var slots = [Int32](repeating: -1, count: count)
    var bytes: [UInt8] = []
    var starts: [Int32] = [0]
    for (index, name) in names.enumerated() {
      bytes += name.utf8
      starts.append(Int32(bytes.count))
      let utf8 = Array(name.utf8)
      var place = unsafe utf8.withUnsafeBufferPointer { unsafe Self.hash(of: $0) } & (count - 1)
      while slots[place] >= 0 { place = (place + 1) & (count - 1) }
      slots[place] = Int32(index)
    }
    self.slots = slots
    self.bytes = bytes
    self.starts = starts
  }

  /// - Parameter name: NUL-terminated.
  /// - Complexity: linear in the name's length.
  func find(_ name: UnsafePointer<UInt8>) -> Int? {
    let count = unsafe strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
    return unsafe find(UnsafeBufferPointer(start: name, count: count))
  }

  func find(_ name: String) -> Int? {
    var name = name
    return name.withUTF8 { unsafe find($0) }
  }

  /// - Complexity: linear in the name's length.
  func find(_ wanted: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = wanted.count
    var place = unsafe Self.hash(of: wanted) & (slots.count - 1)
    while slots[place] >= 0 {
      let index = Int(slots[place])
      let start = Int(starts[index])
      if Int(starts[index + 1]) - start == count {
        let isEqual = unsafe bytes.withUnsafeBufferPointer { known in
          unsafe count == 0 || memcmp(known.baseAddress! + start, wanted.baseAddress!, count) == 0
        }
        if isEqual { return index }
      }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Length, first, middle and last byte tell the names of one table apart almost always.
  private static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = unsafe bytes.first, let last = unsafe bytes.last else { return 0 }
    let middle = unsafe bytes[bytes.count / 2]
    return bytes.count &* 31 ^ Int(first) &* 7 ^ Int(middle) &* 59 ^ Int(last) &* 131
  }
}
