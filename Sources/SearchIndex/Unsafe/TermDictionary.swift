import IndexStorage

/// Looks terms up in what ``DictionaryEncoder`` writes: a hash leads to the term's place, its block is read up to there.
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
  private let bucketCount: Int

  init?(blocks: ByteRegion, index: ByteRegion, buckets: ByteRegion) {
    guard index.count >= 4 else { return nil }
    self.blocks = blocks
    self.buckets = buckets
    termCount = Int(index.uint32(at: 0))
    offsets = index[4..<index.count]
    bucketCount = TermBuckets.bucketCount(termCount: termCount)
    let capacity = SegmentFormat.dictionaryBlockCapacity
    guard offsets.count == (termCount + capacity - 1) / capacity * 4,
      buckets.count == bucketCount * TermBuckets.byteCount
    else { return nil }
  }

  /// - Complexity: one bucket and half a block, whatever the number of terms.
  func find(stream: UInt8, term: [UInt8]) -> Entry? {
    var keys = TermKeys()
    keys.append(stream: stream, term: term)
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
      firstBuckets[index] = TermBuckets.firstBucket(of: hash, bucketCount: bucketCount)
      touched ^= buckets.uint8(at: firstBuckets[index] * TermBuckets.byteCount)
    }
    var ordinals = firstBuckets
    for (index, hash) in hashes.enumerated() {
      // The likely place; which one it really is comes later.
      let fingerprint = TermBuckets.fingerprint(of: hash)
      ordinals[index] = firstOrdinal(inBucket: firstBuckets[index], fingerprint: fingerprint) ?? -1
      guard ordinals[index] >= 0 else { continue }
      touched ^= offsets.uint8(at: ordinals[index] / SegmentFormat.dictionaryBlockCapacity * 4)
    }
    for ordinal in ordinals where ordinal >= 0 {
      let offset = Int(offsets.uint32(at: ordinal / SegmentFormat.dictionaryBlockCapacity * 4))
      if offset < blocks.count { touched ^= blocks.uint8(at: offset) }
    }
    var found = unsafe keys.withEach { index, key in
      unsafe find(key, hash: hashes[index], firstBucket: firstBuckets[index], likelyOrdinal: ordinals[index])
    }
    // Without a use the compiler would leave the reading out.
    found.reserveCapacity(Int(touched & 1))
    return found
  }

  private func firstOrdinal(inBucket bucket: Int, fingerprint: UInt8) -> Int? {
    let base = bucket * TermBuckets.byteCount
    for slot in 0..<TermBuckets.capacity where buckets.uint8(at: base + slot) == fingerprint {
      let ordinal = Int(buckets.uint32(at: base + TermBuckets.capacity + slot * 4))
      if ordinal < termCount { return ordinal }
    }
    return nil
  }

  private func find(_ key: UnsafeRawBufferPointer, hash: UInt64, firstBucket: Int, likelyOrdinal: Int) -> Entry? {
    if likelyOrdinal >= 0, let entry = unsafe entry(ofTerm: likelyOrdinal, ifEqualTo: key) { return entry }
    let fingerprint = TermBuckets.fingerprint(of: hash)
    var bucket = firstBucket
    for _ in 0..<bucketCount {
      let base = bucket * TermBuckets.byteCount
      for slot in 0..<TermBuckets.capacity where buckets.uint8(at: base + slot) == fingerprint {
        let ordinal = Int(buckets.uint32(at: base + TermBuckets.capacity + slot * 4))
        if ordinal < termCount, ordinal != likelyOrdinal, let entry = unsafe entry(ofTerm: ordinal, ifEqualTo: key) {
          return entry
        }
      }
      let lastOrdinal = buckets.uint32(at: base + TermBuckets.byteCount - 4)
      if lastOrdinal == .max { return nil }
      bucket = bucket + 1 == bucketCount ? 0 : bucket + 1
    }
    return nil
  }

  /// Reads a block up to a term, keeping count of how many first bytes each term has in common with the key.
  private func entry(ofTerm ordinal: Int, ifEqualTo key: UnsafeRawBufferPointer) -> Entry? {
    let capacity = SegmentFormat.dictionaryBlockCapacity
    var cursor = cursor(ofBlock: ordinal / capacity)
    var postingsOffset = cursor.count()
    var positionsOffset = cursor.count()
    var common = 0
    var byteCount = 0
    for place in 0...ordinal % capacity {
      let shared = place == 0 ? 0 : cursor.count()
      let otherCount = cursor.count()
      byteCount = shared + otherCount
      if shared == common {
        common += unsafe cursor.commonPrefix(otherCount, key, from: common)
      } else {
        // Sharing less than the term before has in common means to differ from the key right there.
        common = min(common, shared)
        cursor.skip(otherCount)
      }
      let isWanted = place == ordinal % capacity
      if isWanted, common != key.count || byteCount != key.count { return nil }
      let entry = cursor.readEntry(postingsOffset: &postingsOffset, positionsOffset: &positionsOffset)
      if isWanted { return entry }
    }
    return nil
  }

  fileprivate func cursor(ofBlock number: Int) -> VarintCursor {
    VarintCursor(blocks, at: Int(offsets.uint32(at: number * 4)))
  }
}

extension VarintCursor {
  fileprivate mutating func readEntry(postingsOffset: inout Int, positionsOffset: inout Int) -> TermDictionary.Entry {
    var entry = TermDictionary.Entry()
    entry.documentCount = count()
    if entry.documentCount == 1 {
      entry.singleDocument = UInt32(truncatingIfNeeded: varint())
      entry.singleFrequency = UInt32(truncatingIfNeeded: varint())
    } else {
      postingsOffset += count()
      entry.postingsOffset = postingsOffset
    }
    positionsOffset += count()
    entry.positionsOffset = positionsOffset
    return entry
  }
}

/// Reads terms one after the other.
struct TermDictionaryScan {
  private(set) var term: [UInt8] = []
  private(set) var entry = TermDictionary.Entry()
  private let dictionary: TermDictionary
  private var cursor: VarintCursor
  private var number: Int
  private var postingsOffset = 0
  private var positionsOffset = 0

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
      postingsOffset = cursor.count()
      positionsOffset = cursor.count()
    } else {
      shared = cursor.count()
    }
    cursor.read(cursor.count(), behind: shared, of: &term)
    entry = cursor.readEntry(postingsOffset: &postingsOffset, positionsOffset: &positionsOffset)
  }
}
