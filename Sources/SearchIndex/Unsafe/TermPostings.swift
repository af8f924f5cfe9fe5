import IndexStorage

/// The postings of one term in one segment, read a block at a time.
public struct TermPostings: Sendable {
  /// Documents that hold the term, deleted ones included.
  public let documentCount: Int
  public let blockCount: Int
  private let entry: TermDictionary.Entry
  private let postings: ByteRegion
  private let positions: ByteRegion
  private let segmentDocumentCount: Int
  /// Where the first block's data start in ``postings``.
  private let dataOffset: Int

  init(entry: TermDictionary.Entry, postings: ByteRegion, positions: ByteRegion, documentCount: Int) {
    self.entry = entry
    self.postings = postings
    self.positions = positions
    self.documentCount = entry.documentCount
    segmentDocumentCount = documentCount
    let capacity = SegmentFormat.blockCapacity
    blockCount = (entry.documentCount + capacity - 1) / capacity
    switch blockCount {
    case 0, 1: dataOffset = entry.postingsOffset + 2
    default: dataOffset = entry.postingsOffset + blockCount * SegmentFormat.skipEntryByteCount
    }
  }

  /// The largest document number that may stand in a block; exact where there are several blocks.
  public func lastDocument(ofBlock block: Int) -> UInt32 {
    if entry.documentCount == 1 { return entry.singleDocument }
    return blockCount == 1 ? UInt32(segmentDocumentCount - 1) : postings.uint32(at: skipOffset(block))
  }

  /// At least every impact of the block under the segment's own average length; 1 where there is one posting.
  public func impactBound(ofBlock block: Int) -> Float {
    if entry.documentCount == 1 { return 1 }
    let offset = blockCount == 1 ? entry.postingsOffset : skipOffset(block) + 12
    return ImpactBound.dequantized(postings.uint16(at: offset))
  }

  /// At least every impact of the term.
  ///
  /// - Complexity: linear in the blocks.
  public var impactBound: Float {
    var bound: Float = 0
    for block in 0..<blockCount { bound = max(bound, impactBound(ofBlock: block)) }
    return bound
  }

  /// Postings in a block.
  public func count(ofBlock block: Int) -> Int {
    min(SegmentFormat.blockCapacity, documentCount - block * SegmentFormat.blockCapacity)
  }

  /// Decodes one block.
  public func decode(block: Int, into target: PostingBlock) {
    if entry.documentCount == 1 {
      unsafe target.documents[0] = entry.singleDocument
      unsafe target.frequencies[0] = entry.singleFrequency
      target.count = 1
      return
    }
    let count = count(ofBlock: block)
    let previous = block == 0 ? -1 : Int64(lastDocument(ofBlock: block - 1))
    let start = blockCount == 1 ? dataOffset : dataOffset + Int(postings.uint32(at: skipOffset(block) + 4))
    let gapBits = Int(postings.uint8(at: start))
    let byteCount = BlockCodec.byteCount(
      gapBits: gapBits, countBits: Int(postings.uint8(at: start + 1)), count: count)
    precondition(start + byteCount + 8 <= postings.count, "postings are damaged: run 'moim check'")
    unsafe postings.withUnsafeBytes { bytes in
      unsafe BlockCodec.decode(bytes.baseAddress! + start, count: count, previous: previous, into: target)
    }
    // 128 gaps below 2^24 cannot wrap around, so the last document is the largest.
    let isAscending = gapBits <= 24 || (1..<count).allSatisfy { target.document($0 - 1) < target.document($0) }
    precondition(
      isAscending && target.document(count - 1) < UInt32(segmentDocumentCount),
      "postings are damaged: run 'moim check'")
  }

  /// Calls `body` for every posting of a block with its place in the block and its positions. Where positions are
  /// damaged, some are missing.
  func forEachPositions(ofBlock block: Int, _ body: (_ place: Int, _ positions: [UInt32]) -> Void) {
    var offset = entry.positionsOffset
    if block > 0 { offset += Int(postings.uint32(at: skipOffset(block) + 8)) }
    func varint() -> UInt32 {
      var value: UInt32 = 0
      var shift: UInt32 = 0
      while offset < positions.count {
        let byte = positions.uint8(at: offset)
        offset += 1
        value |= UInt32(byte & 0x7F) &<< shift
        if byte < 0x80 { return value }
        shift += 7
      }
      return value
    }
    var found: [UInt32] = []
    for place in 0..<count(ofBlock: block) {
      found.removeAll(keepingCapacity: true)
      let count = Int(varint())
      var last: UInt32 = 0
      for _ in 0..<min(count, max(0, positions.count - offset)) {
        last = last &+ varint()
        found.append(last)
      }
      body(place, found)
    }
  }

  /// Every document with the term's positions in it, ascending.
  public func forEachDocument(_ body: (_ document: UInt32, _ positions: [UInt32]) -> Void) {
    let block = PostingBlock()
    for number in 0..<blockCount {
      decode(block: number, into: block)
      forEachPositions(ofBlock: number) { place, positions in unsafe body(block.documents[place], positions) }
    }
  }

  /// The weighted frequency tf' in one document, or `nil` where the term does not occur in it.
  ///
  /// - Complexity: logarithmic in the blocks, and one block decoded.
  public func frequency(in document: UInt32, using scratch: PostingBlock) -> UInt32? {
    var (low, high) = (0, blockCount)
    while low < high {
      let middle = (low + high) / 2
      if lastDocument(ofBlock: middle) < document { low = middle + 1 } else { high = middle }
    }
    guard low < blockCount else { return nil }
    decode(block: low, into: scratch)
    for place in 0..<scratch.count where unsafe scratch.documents[place] == document {
      return unsafe scratch.frequencies[place]
    }
    return nil
  }

  private func skipOffset(_ block: Int) -> Int {
    entry.postingsOffset + block * SegmentFormat.skipEntryByteCount
  }
}

extension TermPostings {
  /// Every document with its weighted frequency tf', ascending.
  public func forEachFrequency(_ body: (_ document: UInt32, _ frequency: UInt32) -> Void) {
    let block = PostingBlock()
    for number in 0..<blockCount {
      decode(block: number, into: block)
      for place in 0..<block.count { unsafe body(block.documents[place], block.frequencies[place]) }
    }
  }

  /// Appends the place and the weighted frequency of every document that has a place.
  ///
  /// - Parameter places: one for each document of the segment, `UInt32.max` for none.
  public func collect(_ places: [UInt32], into found: inout [UInt32], frequencies: inout [UInt32]) {
    let block = PostingBlock()
    unsafe places.withUnsafeBufferPointer { places in
      for number in 0..<blockCount {
        decode(block: number, into: block)
        for index in 0..<block.count {
          // Decoding checks that documents are below the segment's count.
          let place = unsafe places[Int(block.documents[index])]
          if place != .max {
            found.append(place)
            unsafe frequencies.append(block.frequencies[index])
          }
        }
      }
    }
  }
}
