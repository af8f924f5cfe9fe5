/// A small generator of pseudo-random numbers with a fixed sequence on every platform.
///
/// SplitMix64 of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014). Each text and
/// each plan has a stream of its own, named by a label, so that a change in one record leaves all others as they were.
package struct SplitMix64: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A stream that depends on the label alone.
  package init(label: String) {
    self.init(seed: 0x5EED_F0_2026 ^ Self.fingerprint(label))
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in `0..<bound`; `bound` must be positive.
  package mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True in `percent` of a hundred draws.
  package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the elements; the array must not be empty.
  package mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// The position of one weight, drawn in proportion; at least one weight must be positive.
  package mutating func pickIndex(weights: [Int]) -> Int {
    var remaining = below(weights.reduce(0, +))
    for (index, weight) in weights.enumerated() {
      remaining -= weight
      if remaining < 0 { return index }
    }
    return weights.count - 1
  }

  /// Positions `0..<count` in a drawn order (Fisher and Yates).
  package mutating func order(count: Int) -> [Int] {
    var positions = Array(0..<count)
    for upper in stride(from: count - 1, to: 0, by: -1) {
      positions.swapAt(upper, below(upper + 1))
    }
    return positions
  }

  /// FNV-1a over the UTF-8 bytes.
  package static func fingerprint(_ label: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in label.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }
}
