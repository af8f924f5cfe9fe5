/// A set of words of at most 12 letters a ... z, five bits a letter in one integer: exact, and one probe or two a look-up.
struct LowercaseWordSet: Sendable {
  static let maximumLetterCount = 12

  /// Open addressing with linear probing, at most a quarter full; 0 is an empty slot.
  private var slots: [UInt64]
  private let shift: UInt64

  /// - Parameter words: letters a ... z only, 1 ... 12 of them.
  init(_ words: some Sequence<some StringProtocol>) {
    let keys = words.map { word in
      word.utf8.reduce(UInt64(0)) { $0 << 5 | UInt64($1 & 0x1F) }
    }
    var bitCount: UInt64 = 4
    while 1 << bitCount < keys.count * 4 { bitCount += 1 }
    slots = [UInt64](repeating: 0, count: 1 << bitCount)
    shift = 64 - bitCount
    for key in keys where !contains(key: key) {
      var slot = firstSlot(of: key)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = key
    }
  }

  /// - Parameter word: its first `count` bytes are letters a ... z.
  /// - Complexity: O(`count`) for short words, O(1) for longer ones, which are not in the set.
  @inline(__always)
  func contains(_ word: Span<UInt8>, count: Int) -> Bool {
    guard count <= Self.maximumLetterCount else { return false }
    var key: UInt64 = 0
    for index in 0..<count { key = key << 5 | UInt64(word[index] & 0x1F) }
    return contains(key: key)
  }

  @inline(__always)
  private func firstSlot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  @inline(__always)
  private func contains(key: UInt64) -> Bool {
    var slot = firstSlot(of: key)
    while slots[slot] != 0 {
      if slots[slot] == key { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
