import IndexStorage

/// Byte strings in ascending order: `count + 1` offsets (u32), then the bytes.
struct StringTable: Sendable {
  let count: Int
  private let offsets: ByteRegion
  private let contents: ByteRegion

  /// `nil` where the offsets do not fit the bytes.
  init?(_ region: ByteRegion, count: Int) {
    guard region.count >= (count + 1) * 4 else { return nil }
    self.init(offsets: region[0..<(count + 1) * 4], contents: region[(count + 1) * 4..<region.count], count: count)
  }

  init?(offsets: ByteRegion, contents: ByteRegion, count: Int) {
    guard Int(offsets.uint32(at: count * 4)) <= contents.count else { return nil }
    self.count = count
    self.offsets = offsets
    self.contents = contents
  }

  /// No strings.
  init(emptyAt region: ByteRegion) { (count, offsets, contents) = (0, region, region) }

  func string(_ index: Int) -> String { contents.string(in: range(index)) }

  func bytes(_ index: Int) -> [UInt8] { contents.bytes(in: range(index)) }

  func compare(_ index: Int, _ other: StringTable, _ otherIndex: Int) -> Int {
    contents[range(index)].compare(with: other.contents[other.range(otherIndex)])
  }

  /// Binary search.
  func find(_ wanted: [UInt8]) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let order = contents.compare(range(middle), with: wanted.span)
      if order == 0 { return middle }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Within the bytes whatever damaged offsets say.
  private func range(_ index: Int) -> Range<Int> {
    let start = min(Int(offsets.uint32(at: index * 4)), contents.count)
    return start..<max(start, min(Int(offsets.uint32(at: index * 4 + 4)), contents.count))
  }
}
