import IndexStorage

/// Looks terms up in what ``DictionaryEncoder`` writes: a hash leads to the term's block, which is read up to the term.
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
  private let buckets: ByteRegion
  private let layout: TermBuckets

  init?(blocks: ByteRegion, index: ByteRegion, buckets: ByteRegion) {
    guard index.count >= 4 else { return nil }
    self.blocks = blocks
    self.buckets = buckets
    termCount = Int(index.uint32(at: 0))
    offsets = index[4..<index.count]
    layout = TermBuckets(termCount: termCount)
    let capacity = SegmentFormat.dictionaryBlockCapacity
    guard offsets.count == (termCount + capacity - 1) / capacity * 4,
      buckets.count == layout.byteCount
    else { return nil }
  }

  /// - Complexity: one bucket and half a block, whatever the number of terms.
  func find(stream: UInt8, term: [UInt8]) -> Entry? {
    var keys = TermKeys()
    keys.append(stream: stream, term: term.span)
    return find(keys)[0]
  }

  /// Looks many terms up, in their order.
  ///
  /// Nearly every step of a look-up waits for memory. Each step is therefore made for all terms before the next one, in
  /// loops so short that the processor waits for many of them at a time; what is read here only for its cache line is
  /// `touched`.
  func find(_ keys: TermKeys) -> [Entry?] {
    let hashes = keys.hashes
    var touched: UInt8 = 0
    var firstBuckets = Array(repeating: 0, count: hashes.count)
    for (index, hash) in hashes.enumerated() {
      firstBuckets[index] = layout.firstBucket(of: hash)
      touched ^= buckets.uint8(at: firstBuckets[index] * layout.bucketByteCount)
    }
    // The likely blocks; in which one a term really is comes later.
    var likelyBlocks = firstBuckets
    for (index, hash) in hashes.enumerated() {
      let fingerprint = TermBuckets.fingerprint(of: hash)
      likelyBlocks[index] = firstBlock(inBucket: firstBuckets[index], fingerprint: fingerprint) ?? -1
      guard likelyBlocks[index] >= 0 else { continue }
      touched ^= offsets.uint8(at: likelyBlocks[index] * 4)
    }
    for block in likelyBlocks where block >= 0 {
      let offset = Int(offsets.uint32(at: block * 4))
      if offset < blocks.count {
        touched ^= blocks.uint8(at: offset)
        // A block is longer than a cache line, and may begin anywhere in it.
        touched ^= blocks.uint8(at: min(blocks.count - 1, offset + 64))
      }
    }
    var found: [Entry?] = []
    found.reserveCapacity(hashes.count)
    unsafe keys.withEach { index, key in
      unsafe found.append(
        find(key, hash: hashes[index], firstBucket: firstBuckets[index], likelyBlock: likelyBlocks[index]))
    }
    // Without a use the compiler would leave the reading out.
    found.reserveCapacity(Int(touched & 1))
    return found
  }

  private var blockCount: Int { offsets.count / 4 }

  private func firstBlock(inBucket bucket: Int, fingerprint: UInt8) -> Int? {
    for slot in layout.slots(buckets, bucket: bucket, fingerprint: fingerprint) {
      if let block = layout.block(buckets, bucket: bucket, slot: slot), block < blockCount { return block }
    }
    return nil
  }

  private func find(_ key: UnsafeRawBufferPointer, hash: UInt64, firstBucket: Int, likelyBlock: Int) -> Entry? {
    if likelyBlock >= 0, let entry = unsafe entry(of: key, inBlock: likelyBlock) { return entry }
    let fingerprint = TermBuckets.fingerprint(of: hash)
    var bucket = firstBucket
    for _ in 0..<layout.bucketCount {
      for slot in layout.slots(buckets, bucket: bucket, fingerprint: fingerprint) {
        if let block = layout.block(buckets, bucket: bucket, slot: slot), block < blockCount, block != likelyBlock,
          let entry = unsafe entry(of: key, inBlock: block)
        {
          return entry
        }
      }
      if layout.block(buckets, bucket: bucket, slot: TermBuckets.capacity - 1) == nil { return nil }
      bucket = layout.bucket(after: bucket)
    }
    return nil
  }

  /// Reads a block up to a term, keeping count of how many first bytes each term has in common with it.
  @inline(never)
  private func entry(of key: UnsafeRawBufferPointer, inBlock block: Int) -> Entry? {
    let capacity = SegmentFormat.dictionaryBlockCapacity
    var cursor = cursor(ofBlock: block)
    var entry = Entry()
    entry.postingsOffset = cursor.count()
    entry.positionsOffset = cursor.count()
    var common = 0
    for place in 0..<min(capacity, termCount &- block &* capacity) {
      let shared = place == 0 ? 0 : cursor.count()
      let otherCount = cursor.count()
      let more = unsafe cursor.commonPrefix(otherCount, key, from: common)
      // Sharing less than the term before has in common means to differ from the key right there.
      common = shared == common ? common &+ more : min(common, shared)
      cursor.readNext(&entry)
      if common == key.count, shared &+ otherCount == key.count { return entry }
    }
    return nil
  }

  fileprivate func cursor(ofBlock number: Int) -> VarintCursor {
    VarintCursor(blocks, at: Int(offsets.uint32(at: number * 4)))
  }
}

extension VarintCursor {
  /// Reads what is known of the term behind that of an entry.
  @inline(__always)
  fileprivate mutating func readNext(_ entry: inout TermDictionary.Entry) {
    entry.documentCount = count()
    if entry.documentCount == 1 {
      entry.singleDocument = UInt32(truncatingIfNeeded: varint())
      entry.singleFrequency = UInt32(truncatingIfNeeded: varint())
    } else {
      entry.postingsOffset &+= count()
    }
    entry.positionsOffset &+= count()
  }
}

/// Reads terms one after the other.
struct TermDictionaryScan {
  private(set) var term: [UInt8] = []
  private(set) var entry = TermDictionary.Entry()
  private let dictionary: TermDictionary
  private var cursor: VarintCursor
  private var number: Int

  /// Starts at the first term of a block; `nil` where there is none.
  init?(_ dictionary: TermDictionary, block: Int = 0) {
    number = block * SegmentFormat.dictionaryBlockCapacity
    guard number < dictionary.termCount else { return nil }
    self.dictionary = dictionary
    cursor = dictionary.cursor(ofBlock: block)
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
    var shared = 0
    if number % SegmentFormat.dictionaryBlockCapacity == 0 {
      cursor = dictionary.cursor(ofBlock: number / SegmentFormat.dictionaryBlockCapacity)
      entry.postingsOffset = cursor.count()
      entry.positionsOffset = cursor.count()
    } else {
      shared = cursor.count()
    }
    cursor.read(cursor.count(), behind: shared, of: &term)
    cursor.readNext(&entry)
  }
}
