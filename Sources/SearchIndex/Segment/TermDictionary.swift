import IndexStorage

/// Looks terms up in the front-coded blocks that ``DictionaryEncoder`` writes.
struct TermDictionary: Sendable {
  /// What the dictionary knows of a term.
  struct Entry {
    var documentCount = 0
    /// The only posting of a term in one document.
    var singleDocument: UInt32 = 0
    var singleFrequency: UInt32 = 0
    var postingsOffset = 0
    var positionsOffset = 0
  }

  let termCount: Int
  private let blocks: ByteRegion
  private let offsets: ByteRegion

  init?(blocks: ByteRegion, index: ByteRegion) {
    guard index.count >= 4 else { return nil }
    self.blocks = blocks
    termCount = Int(index.uint32(at: 0))
    offsets = index[4..<index.count]
    let capacity = SegmentFormat.dictionaryBlockCapacity
    guard offsets.count == (termCount + capacity - 1) / capacity * 4 else { return nil }
  }

  private var blockCount: Int { offsets.count / 4 }

  func find(_ term: [UInt8]) -> Entry? {
    var (low, high) = (0, blockCount)
    while low < high {
      let middle = (low + high) / 2
      if compareFirstTerm(ofBlock: middle, with: term) <= 0 { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    var scan = TermDictionaryScan(self, block: low - 1)
    for _ in 0..<SegmentFormat.dictionaryBlockCapacity {
      if scan.term == term { return scan.entry }
      if term.lexicographicallyPrecedes(scan.term) || !scan.advance() { return nil }
    }
    return nil
  }

  private func compareFirstTerm(ofBlock number: Int, with term: [UInt8]) -> Int {
    var offset = Int(offsets.uint32(at: number * 4))
    // Behind two offsets: they are varints of no interest here.
    for _ in 0..<2 {
      while blocks.uint8(at: offset) >= 0x80 { offset += 1 }
      offset += 1
    }
    var byteCount = 0
    var shift = 0
    while true {
      let byte = blocks.uint8(at: offset)
      offset += 1
      byteCount |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return blocks.compare(offset..<offset + byteCount, with: term.span)
  }

  fileprivate func block(_ number: Int) -> ByteRegion {
    blocks[Int(offsets.uint32(at: number * 4))..<blocks.count]
  }
}

/// Reads terms one after the other.
struct TermDictionaryScan {
  private(set) var term: [UInt8] = []
  private(set) var entry = TermDictionary.Entry()
  private let dictionary: TermDictionary
  private var region: ByteRegion
  private var offset = 0
  private var number: Int
  private var postingsOffset = 0
  private var positionsOffset = 0

  /// Starts at the first term of a block; the block must exist.
  init(_ dictionary: TermDictionary, block: Int) {
    self.dictionary = dictionary
    number = block * SegmentFormat.dictionaryBlockCapacity
    region = dictionary.block(block)
    readTerm()
  }

  /// Moves to the next term, across blocks; `false` behind the last.
  mutating func advance() -> Bool {
    number += 1
    guard number < dictionary.termCount else { return false }
    readTerm()
    return true
  }

  private mutating func readTerm() {
    if number % SegmentFormat.dictionaryBlockCapacity == 0 {
      region = dictionary.block(number / SegmentFormat.dictionaryBlockCapacity)
      offset = 0
      postingsOffset = varint()
      positionsOffset = varint()
      let byteCount = varint()
      term.removeAll(keepingCapacity: true)
      appendBytes(byteCount)
    } else {
      let shared = varint()
      let byteCount = varint()
      term.removeSubrange(min(shared, term.count)...)
      appendBytes(byteCount)
    }
    entry = TermDictionary.Entry()
    entry.documentCount = varint()
    if entry.documentCount == 1 {
      entry.singleDocument = UInt32(truncatingIfNeeded: varint())
      entry.singleFrequency = UInt32(truncatingIfNeeded: varint())
    } else {
      postingsOffset += varint()
      entry.postingsOffset = postingsOffset
    }
    positionsOffset += varint()
    entry.positionsOffset = positionsOffset
  }

  private mutating func appendBytes(_ byteCount: Int) {
    region.append(offset..<offset + byteCount, to: &term)
    offset += byteCount
  }

  private mutating func varint() -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = region.uint8(at: offset)
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }
}
