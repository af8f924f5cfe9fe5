/// A set of short words, each packed into one integer: exact, and one probe or two a look-up.
struct PackedWordSet: Sendable {
  /// Letters a ... z that fit, at five bits each.
  static let maximumLetterCount = 12
  /// Hangul syllables that fit, at 16 bits each.
  static let maximumSyllableCount = 4

  /// Open addressing with linear probing, at most a quarter full; 0 is an empty slot.
  private var slots: [UInt64]
  private let shift: UInt64

  /// - Parameter letters: words of letters a ... z, at most ``maximumLetterCount`` each, with blanks between.
  init(letters: String) {
    self.init(
      keys: letters.split { $0 == " " || $0 == "\n" }.map { word in
        word.utf8.reduce(0) { $0 << 5 | UInt64($1 & 0x1F) }
      })
  }

  /// - Parameter syllables: words of Hangul, at most ``maximumSyllableCount`` syllables each, with blanks between.
  init(syllables: String) {
    self.init(
      keys: syllables.split { $0 == " " || $0 == "\n" }.map { word in
        word.unicodeScalars.reduce(0) { $0 << 16 | UInt64($1.value) }
      })
  }

  private init(keys: [UInt64]) {
    var bitCount: UInt64 = 4
    while 1 << bitCount < keys.count * 4 { bitCount += 1 }
    slots = [UInt64](repeating: 0, count: 1 << bitCount)
    shift = 64 - bitCount
    for key in keys where !contains(key) {
      var slot = firstSlot(of: key)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = key
    }
  }

  /// - Parameter word: its first `count` bytes are letters a ... z.
  /// - Complexity: O(`count`) for short words, O(1) for longer ones, which are not in the set.
  @inline(__always)
  func contains(letters word: Span<UInt8>, count: Int) -> Bool {
    guard count <= Self.maximumLetterCount else { return false }
    var key: UInt64 = 0
    for index in 0..<count { key = key << 5 | UInt64(word[index] & 0x1F) }
    return contains(key)
  }

  /// - Parameter word: its first `count` scalars are Hangul syllables or letters.
  /// - Complexity: O(1).
  @inline(__always)
  func contains(syllables word: Span<UInt32>, count: Int) -> Bool {
    guard count <= Self.maximumSyllableCount else { return false }
    var key: UInt64 = 0
    for index in 0..<count { key = key << 16 | UInt64(word[index]) }
    return contains(key)
  }

  @inline(__always)
  private func firstSlot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  @inline(__always)
  private func contains(_ key: UInt64) -> Bool {
    var slot = firstSlot(of: key)
    while slots[slot] != 0 {
      if slots[slot] == key { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
