/// Finds bytes among bytes (R. N. Horspool, Practical fast searching in strings, Software: Practice and Experience 10, 1980).
struct HorspoolSearch: Hashable, Sendable {
  let needle: [UInt8]
  /// How far the needle moves on, by the byte below its end.
  private let steps: [Int]

  /// - Precondition: it is not empty.
  init(_ needle: [UInt8]) {
    precondition(!needle.isEmpty)
    self.needle = needle
    var steps = Array(repeating: needle.count, count: 256)
    for (place, byte) in needle.dropLast().enumerated() { steps[Int(byte)] = needle.count - 1 - place }
    self.steps = steps
  }

  /// Where the needle stands first, at or behind a place.
  ///
  /// - Complexity: as good as linear in the bytes for needles that begin with what they do not repeat, as a boundary does
  ///   with its line end; most often about one byte of each needle's length is looked at.
  func place(in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    let last = bytes.count - needle.count
    while place <= last {
      let end = bytes[place + needle.count - 1]
      if end == needle[needle.count - 1], isNeedle(bytes, place) { return place }
      place += steps[Int(end)]
    }
    return nil
  }

  private func isNeedle(_ bytes: [UInt8], _ place: Int) -> Bool {
    for (offset, byte) in needle.enumerated() where bytes[place + offset] != byte { return false }
    return true
  }
}
