/// Sorts by eight bytes, a byte at a time from the last to the first (radix sort with counting; Knuth, "Sorting and
/// Searching", 5.2.5).
enum PrefixSort {
  struct Key {
    var prefix: UInt64
    var number: UInt32
  }

  /// Stable. Bytes in which all keys agree cost nothing.
  ///
  /// - Complexity: linear.
  static func sort(_ keys: inout [Key]) {
    guard keys.count > 1 else { return }
    // From there on counting is worth its tables.
    guard keys.count > 512 else {
      return keys.sort { ($0.prefix, $0.number) < ($1.prefix, $1.number) }
    }
    let differing = keys.reduce(into: UInt64(0)) { $0 |= $1.prefix ^ keys[0].prefix }
    var other = keys
    for shift in stride(from: UInt64(0), to: 64, by: 8) where differing >> shift & 0xFF != 0 {
      pass(from: keys.span, to: &other, shift: shift)
      swap(&keys, &other)
    }
  }

  private static func pass(from keys: Span<Key>, to sorted: inout [Key], shift: UInt64) {
    var places = InlineArray<256, Int>(repeating: 0)
    for index in keys.indices { places[Int(keys[index].prefix >> shift & 0xFF)] += 1 }
    var next = 0
    for byte in 0..<256 {
      let count = places[byte]
      places[byte] = next
      next += count
    }
    var target = sorted.mutableSpan
    for index in keys.indices {
      let byte = Int(keys[index].prefix >> shift & 0xFF)
      target[places[byte]] = keys[index]
      places[byte] += 1
    }
  }
}
