import IndexStorage

/// Which terms have a hash: buckets of one cache line, so that a look-up seldom reads more than one.
///
///     bucket   12 fingerprints u8, 12 term ordinals u32 (`UInt32.max` for none); a full bucket goes on in the next
enum TermBuckets {
  static let capacity = 12
  static let byteCount = capacity * 5
  /// Terms in a bucket on average: three quarters keep runs of full buckets short.
  private static let load = 9

  static func bucketCount(termCount: Int) -> Int { max(1, (termCount + load - 1) / load) }

  /// The bucket where the search for a hash begins: its upper half, spread over the buckets.
  static func firstBucket(of hash: UInt64, bucketCount: Int) -> Int {
    Int(((hash >> 32) &* UInt64(bucketCount)) >> 32)
  }

  static func fingerprint(of hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash) }

  /// - Parameter hashes: of all terms, in the order of their ordinals.
  static func encode(_ hashes: [UInt64]) -> [UInt8] {
    let bucketCount = bucketCount(termCount: hashes.count)
    var fingerprints = Array(repeating: UInt8(0), count: bucketCount * capacity)
    var ordinals = Array(repeating: UInt32.max, count: bucketCount * capacity)
    var counts = Array(repeating: 0, count: bucketCount)
    for (ordinal, hash) in hashes.enumerated() {
      var bucket = firstBucket(of: hash, bucketCount: bucketCount)
      while counts[bucket] == capacity { bucket = bucket + 1 == bucketCount ? 0 : bucket + 1 }
      fingerprints[bucket * capacity + counts[bucket]] = fingerprint(of: hash)
      ordinals[bucket * capacity + counts[bucket]] = UInt32(ordinal)
      counts[bucket] += 1
    }
    var writer = ByteWriter()
    writer.reserve(bucketCount * byteCount)
    for bucket in 0..<bucketCount {
      let slots = bucket * capacity..<(bucket + 1) * capacity
      writer.append(contentsOf: fingerprints[slots])
      for ordinal in ordinals[slots] { writer.append(ordinal) }
    }
    return writer.bytes
  }
}
