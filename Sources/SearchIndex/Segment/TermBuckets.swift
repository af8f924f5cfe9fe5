import IndexStorage

/// In which blocks of the dictionary terms of a hash may stand: buckets of at most one cache line, so that a look-up
/// seldom reads more than one.
///
///     bucket   16 fingerprints u8, 16 block numbers of 2 to 4 bytes (all bits for none); a full bucket goes on in the
///              next
struct TermBuckets: Sendable {
  static let capacity = 16
  /// Terms in a bucket on average: four fifths keep runs of full buckets short.
  private static let load = 13

  let bucketCount: Int
  /// Of a block number.
  private let numberByteCount: Int
  /// What stands for no block.
  private let none: UInt32

  init(termCount: Int) {
    bucketCount = max(1, (termCount + Self.load - 1) / Self.load)
    let blockCount = termCount / SegmentFormat.dictionaryBlockCapacity + 1
    numberByteCount = blockCount < 1 << 16 ? 2 : blockCount < 1 << 24 ? 3 : 4
    none = .max >> UInt32(32 - 8 * numberByteCount)
  }

  var bucketByteCount: Int { Self.capacity * (1 + numberByteCount) }

  var byteCount: Int { bucketCount * bucketByteCount }

  /// The bucket where the search for a hash begins: its upper half, spread over the buckets.
  func firstBucket(of hash: UInt64) -> Int { Int(((hash >> 32) &* UInt64(bucketCount)) >> 32) }

  func bucket(after bucket: Int) -> Int { bucket + 1 == bucketCount ? 0 : bucket + 1 }

  static func fingerprint(of hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash) }

  /// The slots of a bucket that have a fingerprint, ascending.
  @inline(__always)
  func slots(_ buckets: ByteRegion, bucket: Int, fingerprint: UInt8) -> MatchingSlots {
    MatchingSlots(
      fingerprints: (
        buckets.uint64(at: bucket * bucketByteCount), buckets.uint64(at: bucket * bucketByteCount + 8)
      ), wanted: fingerprint)
  }

  /// Eight bytes are compared at a time.
  struct MatchingSlots: Sequence, IteratorProtocol {
    /// A bit for each slot that has the fingerprint.
    private var matches: UInt16

    fileprivate init(fingerprints: (UInt64, UInt64), wanted: UInt8) {
      matches = Self.matches(fingerprints.0, wanted) | Self.matches(fingerprints.1, wanted) << 8
    }

    private static func matches(_ fingerprints: UInt64, _ wanted: UInt8) -> UInt16 {
      let (sevens, ones): (UInt64, UInt64) = (0x7F7F_7F7F_7F7F_7F7F, 0x0101_0101_0101_0101)
      let differences = fingerprints ^ ones &* UInt64(wanted)
      // The highest bit of each byte that is zero.
      let zeros = ~((differences & sevens &+ sevens) | differences | sevens)
      // Gathered in the highest byte.
      return UInt16(truncatingIfNeeded: ((zeros >> 7) &* 0x0102_0408_1020_4080) >> 56)
    }

    mutating func next() -> Int? {
      guard matches != 0 else { return nil }
      defer { matches &= matches &- 1 }
      return matches.trailingZeroBitCount
    }
  }

  /// The block in a slot of the buckets' bytes, or `nil` in an empty one.
  @inline(__always)
  func block(_ buckets: ByteRegion, bucket: Int, slot: Int) -> Int? {
    let place = bucket * bucketByteCount + Self.capacity + slot * numberByteCount
    var number = UInt32(buckets.uint16(at: place))
    if numberByteCount > 2 { number |= UInt32(buckets.uint8(at: place + 2)) << 16 }
    if numberByteCount > 3 { number |= UInt32(buckets.uint8(at: place + 3)) << 24 }
    return number == none ? nil : Int(number)
  }

  /// - Parameter hashes: of all terms, in their order.
  func encode(_ hashes: [UInt64]) -> [UInt8] {
    let capacity = Self.capacity
    var fingerprints = Array(repeating: UInt8(0), count: bucketCount * capacity)
    var blocks = Array(repeating: none, count: bucketCount * capacity)
    var counts = Array(repeating: 0, count: bucketCount)
    for (ordinal, hash) in hashes.enumerated() {
      var bucket = firstBucket(of: hash)
      while counts[bucket] == capacity { bucket = self.bucket(after: bucket) }
      fingerprints[bucket * capacity + counts[bucket]] = Self.fingerprint(of: hash)
      blocks[bucket * capacity + counts[bucket]] = UInt32(ordinal / SegmentFormat.dictionaryBlockCapacity)
      counts[bucket] += 1
    }
    var writer = ByteWriter()
    writer.reserve(byteCount)
    for bucket in 0..<bucketCount {
      let slots = bucket * capacity..<(bucket + 1) * capacity
      writer.append(contentsOf: fingerprints[slots])
      for block in blocks[slots] {
        for byte in 0..<numberByteCount { writer.append(UInt8(truncatingIfNeeded: block >> UInt32(8 * byte))) }
      }
    }
    return writer.bytes
  }
}
