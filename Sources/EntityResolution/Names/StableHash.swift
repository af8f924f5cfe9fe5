/// FNV-1a of 64 bits (Fowler, Noll, Vo), mixed: the same on every run and machine.
enum StableHash {
  static func of(_ texts: [String], seed: UInt64 = 0) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed &* 0x9E37_79B9_7F4A_7C15
    for text in texts { combine(text, into: &hash) }
    return finished(hash)
  }

  static func combine(_ text: some StringProtocol, into hash: inout UInt64) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  }

  static func finished(_ hash: UInt64) -> UInt64 {
    var mixed = (hash ^ hash >> 32) &* 0xd6e8_feb8_6659_fd93
    mixed = (mixed ^ mixed >> 32) &* 0xd6e8_feb8_6659_fd93
    return mixed ^ mixed >> 32
  }
}
