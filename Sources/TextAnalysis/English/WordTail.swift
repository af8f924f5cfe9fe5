/// The last eight bytes of a word in one integer, the last byte lowest: suffixes compare in one step.
struct WordTail: Hashable, Sendable {
  var packed: UInt64

  @inline(__always)
  init(_ word: Span<UInt8>, count: Int) {
    packed = 0
    for index in max(0, count - 8)..<count { packed = packed << 8 | UInt64(word[index]) }
  }

  init(_ suffix: String) {
    packed = suffix.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  @inline(__always)
  var lastByte: UInt8 { UInt8(truncatingIfNeeded: packed) }

  /// - Parameter count: bytes of the suffix, 1 ... 8.
  @inline(__always)
  func hasSuffix(_ suffix: WordTail, count: Int) -> Bool {
    packed & (UInt64.max >> UInt64(64 - 8 * count)) == suffix.packed
  }
}
