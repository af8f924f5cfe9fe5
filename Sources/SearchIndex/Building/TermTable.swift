/// Numbers terms in order of first appearance: open addressing over one arena of bytes, no allocation for each term.
struct TermTable {
  /// Stream byte and UTF-8 of every term, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where each term starts in ``bytes``; one more at the end.
  private(set) var starts: [UInt32] = [0]
  private var slots: [UInt32]
  private var hashes: [UInt32] = []

  init(minimumCapacity: Int = 1 << 12) {
    var capacity = 16
    while capacity < minimumCapacity * 2 { capacity *= 2 }
    slots = Array(repeating: .max, count: capacity)
  }

  var count: Int { hashes.count }

  func term(_ number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

  /// The number of a term, new ones being numbered next.
  mutating func number(stream: UInt8, term: Span<UInt8>) -> UInt32 {
    let hash = Self.hash(stream: stream, term: term)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let number = slots[slot]
      if number == .max { break }
      if hashes[Int(number)] == hash, equals(Int(number), stream: stream, term: term) { return number }
      slot = (slot + 1) & mask
    }
    let number = UInt32(count)
    slots[slot] = number
    hashes.append(hash)
    bytes.append(stream)
    for index in term.indices { bytes.append(term[index]) }
    starts.append(UInt32(bytes.count))
    if count * 2 > slots.count { grow() }
    return number
  }

  /// Term numbers in ascending byte order.
  func sortedNumbers() -> [UInt32] {
    // The first eight bytes decide nearly always; comparing them as one number is what makes this fast.
    let keys = (0..<count).map { number -> (prefix: UInt64, number: UInt32) in
      var prefix: UInt64 = 0
      let term = self.term(number)
      for offset in 0..<8 {
        prefix = prefix << 8 | (offset < term.count ? UInt64(term[term.startIndex + offset]) : 0)
      }
      return (prefix, UInt32(number))
    }
    return keys.sorted { left, right in
      left.prefix != right.prefix
        ? left.prefix < right.prefix
        : term(Int(left.number)).lexicographicallyPrecedes(term(Int(right.number)))
    }.map(\.number)
  }

  private func equals(_ number: Int, stream: UInt8, term: Span<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == term.count + 1, bytes[start] == stream else { return false }
    for index in term.indices where bytes[start + 1 + index] != term[index] { return false }
    return true
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = Array(repeating: .max, count: slots.count * 2)
    for number in 0..<count {
      var slot = Int(hashes[number]) & mask
      while slots[slot] != .max { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number)
    }
  }

  /// FNV-1a with a final mix: terms are short, so a simple hash over single bytes is not the bottleneck.
  private static func hash(stream: UInt8, term: Span<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(stream)
    for index in term.indices { hash = (hash ^ UInt64(term[index])) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 32
    return UInt32(truncatingIfNeeded: hash &* 0x9E37_79B1)
  }
}
