import SearchIndex

/// Accumulators and columns into candidates, 64 documents at a time.
extension ImpactSweep {
  /// Goes through all documents of a window, 64 at a time.
  ///
  /// - Returns: how many strips had a document with more than a sum may be.
  func collectByStrips(
    _ query: SegmentQuery, _ window: Range<Int>, _ bounds: LowerBound, _ pool: inout CandidatePool
  ) -> Int {
    var overflowing: [Int] = []
    beginStrips(query, window, threshold: pool.threshold, overflowing: &overflowing)
    addColumns(window, threshold: pool.threshold)
    var count = pool.threshold == 0 ? window.count : gather(query, window, from: pool.threshold)
    if pool.threshold == 0 || count > Self.sortedDocumentCount && pool.limit <= Self.sortedDocumentCount {
      // The best of many raise the threshold above most of the others.
      let best = gather(query, window, from: max(pool.threshold, largeSum(query, window, count: pool.limit)))
      offer(query, window, gatheredCount: best, bounds, &pool)
      count = gather(query, window, from: max(1, pool.threshold))
    }
    offer(query, window, gatheredCount: count, bounds, &pool)
    for start in overflowing { offerAll(query, start: start, window, bounds, &pool) }
    unsafe accumulators.update(repeating: 0, count: window.count)
    return overflowing.count
  }

  /// Which documents of a strip are admitted.
  private func admission(_ query: SegmentQuery, _ start: Int, _ window: Range<Int>) -> UInt64 {
    let admitted = query.admitted?.words[start &>> 6] ?? .max
    let count = window.upperBound &- start
    return count < Self.stripDocumentCount ? admitted & ((1 &<< UInt64(count)) &- 1) : admitted
  }

  /// Puts the sums of the lists into ``sums``, and the strips that are worth going on with into ``strips``.
  private func beginStrips(
    _ query: SegmentQuery, _ window: Range<Int>, threshold: Int32, overflowing: inout [Int]
  ) {
    var count = 0
    let needed = threshold &- rests[0]
    for start in stride(from: window.lowerBound, to: window.upperBound, by: Self.stripDocumentCount) {
      if query.admitted != nil, admission(query, start, window) == 0 { continue }
      let offset = start &- window.lowerBound
      let source = unsafe UnsafeRawPointer(accumulators + offset)
      let target = unsafe UnsafeMutableRawPointer(sums + offset)
      var seen = SIMD8<Int32>()
      var reaching = SIMD8<UInt16>()
      let below = SIMD8(repeating: UInt16(max(0, min(needed &- 1, 65_535))))
      for row in 0..<8 {
        let parts =
          unsafe source.loadUnaligned(fromByteOffset: row &* 32, as: SIMD8<Int32>.self) &+ (1 &<< Self.partBits &- 1)
        seen |= parts
        let units = SIMD8<UInt16>(truncatingIfNeeded: (parts &>> Self.partBits) & Self.largestSum)
        reaching |= pointwiseMax(units, below) &- below
        unsafe target.storeBytes(of: units, toByteOffset: row &* 16, as: SIMD8<UInt16>.self)
      }
      if !isZero(SIMD8<UInt16>(truncatingIfNeeded: seen &>> (15 &+ Self.partBits))) {
        overflowing.append(start)
      } else if needed <= 0 || !isZero(reaching) {
        unsafe strips[count] = start
        count &+= 1
      }
    }
    stripCount = count
  }

  /// Adds the levels of the columns, group by group, and drops strips that cannot reach the threshold any more.
  private func addColumns(_ window: Range<Int>, threshold: Int32) {
    let rests = rests
    var count = stripCount
    let columns = unsafe columns
    unsafe columnWeights.withUnsafeBufferPointer { weights in
      for (group, first) in stride(from: 0, to: columns.count, by: Self.groupColumnCount).enumerated() {
        let end = min(columns.count, first &+ Self.groupColumnCount)
        let needed = threshold &- rests[group &+ 1]
        var kept = 0
        for index in 0..<count {
          let start = unsafe strips[index]
          if unsafe addLevels(columns[first..<end], weights[first..<end], start: start, window, needed: needed) {
            unsafe strips[kept] = start
            kept &+= 1
          }
        }
        count = kept
      }
    }
    stripCount = count
  }

  /// Adds the levels of a group of columns to the sums of 64 documents.
  ///
  /// - Returns: whether one of them may still reach the threshold.
  @inline(__always)
  private func addLevels(
    _ columns: Slice<UnsafeMutableBufferPointer<Column>>, _ weights: Slice<UnsafeBufferPointer<SIMD8<UInt16>>>,
    start: Int, _ window: Range<Int>, needed: Int32
  ) -> Bool {
    let place = unsafe UnsafeMutableRawPointer(sums + (start &- window.lowerBound))
    var rows = unsafe StripRows(place)
    for column in unsafe columns.startIndex..<columns.endIndex {
      unsafe rows.add(NibbleStrip(columns[column].levels, start: start), times: weights[column])
    }
    if needed > 0, !rows.anyReaches(needed) { return false }
    unsafe rows.store(place)
    return true
  }

  /// A number that at least so many sums of a window reach and not many more do; 1 where there are fewer.
  private func largeSum(_ query: SegmentQuery, _ window: Range<Int>, count: Int) -> Int32 {
    let bucketBits: UInt16 = 6
    var counts = Array(repeating: 0, count: 1 << (16 - bucketBits))
    // So few are found among the largest sums of all strips as well.
    if count * 4 <= stripCount, query.admitted == nil {
      let sums = unsafe sums
      for index in 0..<stripCount {
        let largest = unsafe StripRows(UnsafeMutableRawPointer(sums + (strips[index] &- window.lowerBound))).largest
        counts[Int(largest &>> bucketBits)] += 1
      }
    } else {
      forEachSum(query, window, atLeast: 1) { _, sum in counts[Int(sum &>> bucketBits)] += 1 }
    }
    var found = 0
    for bucket in counts.indices.reversed() {
      found += counts[bucket]
      if found >= count { return max(1, Int32(bucket << bucketBits)) }
    }
    return 1
  }

  /// Puts the documents whose sums are at least a number into ``reaching``: the sum, then how far from the window's end.
  ///
  /// - Returns: how many there are.
  private func gather(_ query: SegmentQuery, _ window: Range<Int>, from least: Int32) -> Int {
    let reaching = unsafe reaching
    var count = 0
    forEachSum(query, window, atLeast: least) { local, sum in
      unsafe reaching[count] =
        UInt32(sum) &<< UInt32(Self.windowBits)
        | UInt32(truncatingIfNeeded: Self.windowDocumentCount &- 1 &- local)
      count &+= 1
    }
    return count
  }

  /// Offers the documents that were gathered; few of them the largest sums first, so that the threshold rises at once
  /// and what comes behind it need not be looked at. Their sums become 0.
  private func offer(
    _ query: SegmentQuery, _ window: Range<Int>, gatheredCount count: Int, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    var gathered = unsafe UnsafeMutableBufferPointer(rebasing: reaching[..<count])
    if count <= Self.sortedDocumentCount { unsafe gathered.sort(by: >) }
    let sums = unsafe sums
    for index in gathered.indices {
      let key = unsafe gathered[index]
      let sum = Int32(key &>> UInt32(Self.windowBits))
      let local = Self.windowDocumentCount &- 1 &- (Int(key) & (Self.windowDocumentCount &- 1))
      unsafe sums[local] = 0
      if sum >= pool.threshold { offer(document: window.lowerBound &+ local, sum: sum, bounds, &pool) }
    }
  }

  /// Offers a document whose lists and levels are added: takes off what levels are more than codes and rounded weights
  /// more than weights, as long as what is left can reach the threshold.
  private func offer(document: Int, sum: Int32, _ bounds: LowerBound, _ pool: inout CandidatePool) {
    var parts = sum &<< Self.partBits
    let needed = max(1, pool.threshold) &<< Self.partBits &- (1 &<< Self.partBits &- 1)
    let place = ColumnLayout.place(of: document)
    let columns = unsafe columns
    for number in columns.indices {
      let column = unsafe columns[number]
      let level = unsafe column.levels.load(fromByteOffset: place.byte, as: UInt8.self) &>> place.shift & 15
      let excess = unsafe column.excesses.load(fromByteOffset: place.byte, as: UInt8.self) &>> place.shift & 15
      unsafe parts &-= Int32(level) &* column.levelRounding &+ Int32(excess) &* column.codeWeight
      guard parts >= needed else { return }
    }
    let upper = Self.units(ofParts: parts)
    pool.insert(
      document: UInt32(truncatingIfNeeded: document), lower: bounds.units(ofSum: upper, document: document),
      upper: upper)
  }

  /// Calls `body` for every admitted document of the strips whose sum is at least a number above 0.
  @inline(__always)
  private func forEachSum(
    _ query: SegmentQuery, _ window: Range<Int>, atLeast least: Int32, _ body: (_ local: Int, _ sum: UInt16) -> Void
  ) {
    guard least <= Int32(UInt16.max) else { return }
    let below = SIMD8(repeating: UInt16(least &- 1))
    let rows = unsafe UnsafeRawPointer(sums)
    for index in 0..<stripCount {
      let start = unsafe strips[index]
      let offset = start &- window.lowerBound
      let admitted = admission(query, start, window)
      for row in 0..<8 {
        let sums = unsafe rows.loadUnaligned(fromByteOffset: offset &* 2 &+ row &* 16, as: SIMD8<UInt16>.self)
        if isZero(pointwiseMax(sums, below) &- below) { continue }
        for lane in 0..<8 where sums[lane] > below[lane] && admitted &>> UInt64(row &* 8 &+ lane) & 1 == 1 {
          body(offset &+ row &* 8 &+ lane, sums[lane])
        }
      }
    }
  }

  /// Offers all documents of a strip.
  private func offerAll(
    _ query: SegmentQuery, start: Int, _ window: Range<Int>, _ bounds: LowerBound, _ pool: inout CandidatePool
  ) {
    let rest = restBound(without: 0)
    var admitted = admission(query, start, window)
    while admitted != 0 {
      let document = start &+ admitted.trailingZeroBitCount
      admitted &= admitted &- 1
      let parts = unsafe accumulators[document &- window.lowerBound]
      offer(query, document: document, parts: parts, without: 0, rest: rest, bounds, &pool)
    }
  }
}
