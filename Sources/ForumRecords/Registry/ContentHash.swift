/// A running 64-bit FNV-1a hash (Fowler, Noll, Vo; offset basis and prime as published) of a record's content.
///
/// It tells equal content from changed content and finds damage: each step is a bijection of the state, so that a
/// single changed byte always changes the result. It is no defence against someone who wants a collision.
struct ContentHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash as SQLite keeps it: the same 64 bits, signed.
  var storedValue: Int64 { Int64(bitPattern: value) }

  mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// - Complexity: one multiplication a byte.
  mutating func combine(_ bytes: [UInt8]) {
    combine(count: bytes.count)
    for byte in bytes { combine(byte) }
  }

  mutating func combine(_ text: String) {
    combine(count: text.utf8.count)
    for byte in text.utf8 { combine(byte) }
  }

  /// Absent and empty text differ.
  mutating func combine(_ text: String?) {
    if let text {
      combine(1)
      combine(text)
    } else {
      combine(0)
    }
  }

  mutating func combine(count: Int) {
    var rest = UInt64(count)
    while rest >= 0x80 {
      combine(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    combine(UInt8(rest))
  }
}
