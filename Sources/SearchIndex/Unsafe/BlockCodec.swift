import IndexStorage

/// Packs blocks of at most 128 postings into as few bits as their largest gap and frequency need.
///
/// Full blocks are packed for vectors: lane `i & 3` of row `i >> 2` holds value `i`, and the rows are packed bit by bit
/// (the layout of SIMD-BP128: Lemire and Boytsov, "Decoding billions of integers per second through vectorization",
/// SP&E 2015). Shorter blocks, the last of a list, are packed value behind value.
///
///     block    gap bits u8, frequency bits u8, packed gaps minus 1, packed frequencies minus 1
///
/// A gap is the distance to the document before; the first of a block is the distance to the last of the block before
/// it, or to -1.
enum BlockCodec {
  /// Appends one block.
  ///
  /// - Parameters:
  ///   - previous: the last document of the block before, or -1.
  ///   - documents: ascending, 1...128 of them.
  static func encode(
    documents: ArraySlice<UInt32>, frequencies: ArraySlice<UInt32>, previous: Int64, into writer: inout ByteWriter
  ) {
    var gaps: [UInt32] = []
    gaps.reserveCapacity(documents.count)
    var last = previous
    for document in documents {
      gaps.append(UInt32(Int64(document) - last - 1))
      last = Int64(document)
    }
    let counts = frequencies.map { $0 - 1 }
    let gapBits = bitWidth(of: gaps)
    let countBits = bitWidth(of: counts)
    writer.append(UInt8(gapBits))
    writer.append(UInt8(countBits))
    pack(gaps, bits: gapBits, into: &writer)
    pack(counts, bits: countBits, into: &writer)
  }

  /// Bytes of a block whose header is at `base + offset`.
  @inline(__always)
  static func byteCount(gapBits: Int, countBits: Int, count: Int) -> Int {
    2 + packedByteCount(bits: gapBits, count: count) + packedByteCount(bits: countBits, count: count)
  }

  static func packedByteCount(bits: Int, count: Int) -> Int { (bits * count + 7) / 8 }

  /// Decodes a block. The caller guarantees that the whole block and 8 bytes behind it are readable (sections that
  /// hold blocks end with that padding).
  static func decode(_ base: UnsafeRawPointer, count: Int, previous: Int64, into block: PostingBlock) {
    let gapBits = unsafe Int(base.load(as: UInt8.self))
    let countBits = unsafe Int(base.load(fromByteOffset: 1, as: UInt8.self))
    let gaps = unsafe base + 2
    let counts = unsafe gaps + packedByteCount(bits: gapBits, count: count)
    block.count = count
    if count == SegmentFormat.blockCapacity {
      unsafe unpackVectors(gaps, bits: gapBits, into: block.documents)
      unsafe unpackVectors(counts, bits: countBits, into: block.frequencies)
    } else {
      unsafe unpackScalars(gaps, bits: gapBits, count: count, into: block.documents)
      unsafe unpackScalars(counts, bits: countBits, count: count, into: block.frequencies)
    }
    let documents = unsafe block.documents
    let frequencies = unsafe block.frequencies
    var last = UInt32(truncatingIfNeeded: previous)
    for index in 0..<count {
      last = unsafe last &+ documents[index] &+ 1
      unsafe documents[index] = last
      unsafe frequencies[index] &+= 1
    }
  }

  private static func bitWidth(of values: [UInt32]) -> Int {
    32 - values.reduce(UInt32(0), |).leadingZeroBitCount
  }

  private static func pack(_ values: [UInt32], bits: Int, into writer: inout ByteWriter) {
    guard bits > 0 else { return }
    if values.count == SegmentFormat.blockCapacity {
      var words = Array(repeating: UInt32(0), count: bits * 4)
      for (index, value) in values.enumerated() {
        let bit = (index >> 2) * bits
        let word = (bit >> 5) * 4 + (index & 3)
        let shift = UInt32(bit & 31)
        words[word] |= value << shift
        if Int(shift) + bits > 32 { words[word + 4] |= value >> (32 - shift) }
      }
      for word in words { writer.append(word) }
    } else {
      var pending: UInt64 = 0
      var pendingBits = 0
      for value in values {
        pending |= UInt64(value) << UInt64(pendingBits)
        pendingBits += bits
        while pendingBits >= 8 {
          writer.append(UInt8(truncatingIfNeeded: pending))
          pending >>= 8
          pendingBits -= 8
        }
      }
      if pendingBits > 0 { writer.append(UInt8(truncatingIfNeeded: pending)) }
    }
  }

  private static func unpackVectors(_ source: UnsafeRawPointer, bits: Int, into target: UnsafeMutablePointer<UInt32>) {
    let rows = UnsafeMutableRawPointer(target)
    guard bits > 0 else {
      for row in 0..<32 { unsafe rows.storeBytes(of: SIMD4<UInt32>(), toByteOffset: row &* 16, as: SIMD4<UInt32>.self) }
      return
    }
    let mask = SIMD4<UInt32>(repeating: bits == 32 ? .max : (1 << UInt32(bits)) - 1)
    var bit = 0
    for row in 0..<32 {
      let word = (bit &>> 5) &* 16
      let shift = UInt32(truncatingIfNeeded: bit & 31)
      var values = unsafe source.loadUnaligned(fromByteOffset: word, as: SIMD4<UInt32>.self) &>> shift
      if Int(shift) &+ bits > 32 {
        let high = unsafe source.loadUnaligned(fromByteOffset: word &+ 16, as: SIMD4<UInt32>.self)
        values |= high &<< (32 &- shift)
      }
      unsafe rows.storeBytes(of: values & mask, toByteOffset: row &* 16, as: SIMD4<UInt32>.self)
      bit &+= bits
    }
  }

  private static func unpackScalars(
    _ source: UnsafeRawPointer, bits: Int, count: Int, into target: UnsafeMutablePointer<UInt32>
  ) {
    let mask = bits == 32 ? UInt64(UInt32.max) : (1 << UInt64(bits)) - 1
    var bit = 0
    for index in 0..<count {
      // At most 7 + 32 bits are wanted: eight bytes always hold them.
      let word = unsafe UInt64(littleEndian: source.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
      unsafe target[index] = UInt32(truncatingIfNeeded: (word &>> UInt64(bit & 7)) & mask)
      bit &+= bits
    }
  }
}
