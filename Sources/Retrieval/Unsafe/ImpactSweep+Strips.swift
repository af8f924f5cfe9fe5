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
    unsafe columns.withUnsafeBufferPointer { columns in
      unsafe columnWeights.withUnsafeBufferPointer { weights in
        for (group, first) in stride(from: 0, to: columns.count, by: Self.groupColumnCount).enumerated() {
          let end = min(columns.count, first &+ Self.groupColumnCount)
          let needed = pool.threshold &- rests[group &+ 1]
          var kept = 0
          for index in strips.indices {
            let start = strips[index]
            if unsafe addLevels(columns[first..<end], weights[first..<end], start: start, window, needed: needed) {
              strips[kept] = start
              kept &+= 1
            }
          }
          strips.removeSubrange(kept...)
        }
      }
    }
    if reachingCount(query, window, threshold: pool.threshold) > Self.refinedDocumentCount {
      refineStrips(window)
      insertReaching(query, window, bounds, &pool)
    } else {
      offerReaching(query, window, from: max(1, pool.threshold), bounds, &pool)
    }
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
    strips.removeAll(keepingCapacity: true)
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
        strips.append(start)
      }
    }
  }

  /// Adds the levels of a group of columns to the sums of 64 documents.
  ///
  /// - Returns: whether one of them may still reach the threshold.
  @inline(__always)
  private func addLevels(
    _ columns: Slice<UnsafeBufferPointer<Column>>, _ weights: Slice<UnsafeBufferPointer<SIMD8<UInt16>>>, start: Int,
    _ window: Range<Int>, needed: Int32
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

  /// Takes off the sums what levels are more than codes and rounded weights more than weights.
  private func refineStrips(_ window: Range<Int>) {
    unsafe columns.withUnsafeBufferPointer { columns in
      unsafe excessWeights.withUnsafeBufferPointer { excessWeights in
        unsafe roundingWeights.withUnsafeBufferPointer { roundingWeights in
          for start in strips {
            unsafe refineStrip(columns, excessWeights, roundingWeights, start: start, window)
          }
        }
      }
    }
  }

  private func refineStrip(
    _ columns: UnsafeBufferPointer<Column>, _ excessWeights: UnsafeBufferPointer<SIMD8<UInt16>>,
    _ roundingWeights: UnsafeBufferPointer<SIMD8<UInt16>>, start: Int, _ window: Range<Int>
  ) {
    var excess = StripRows()
    for column in columns.indices {
      unsafe excess.add(NibbleStrip(columns[column].excesses, start: start), times: excessWeights[column])
      unsafe excess.add(NibbleStrip(columns[column].levels, start: start), times: roundingWeights[column])
    }
    let place = unsafe UnsafeMutableRawPointer(sums + (start &- window.lowerBound))
    var rows = unsafe StripRows(place)
    rows.subtractSixteenths(excess)
    unsafe rows.store(place)
  }

  private func reachingCount(_ query: SegmentQuery, _ window: Range<Int>, threshold: Int32) -> Int {
    var count = 0
    forEachSum(query, window, atLeast: max(1, threshold)) { _, _ in count &+= 1 }
    return count
  }

  /// Inserts the documents whose refined sums reach the threshold.
  private func insertReaching(
    _ query: SegmentQuery, _ window: Range<Int>, _ bounds: LowerBound, _ pool: inout CandidatePool
  ) {
    // Above every sum.
    var end = Int32(UInt16.max) + 1
    if pool.threshold == 0 {
      // As long as there is no threshold, every document reaches it: the best ones make one.
      end = largeSum(query, window, count: pool.limit)
      insert(query, window, from: end, to: .max, bounds, &pool)
    }
    insert(query, window, from: max(1, pool.threshold), to: end, bounds, &pool)
  }

  private func insert(
    _ query: SegmentQuery, _ window: Range<Int>, from least: Int32, to end: Int32, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    guard least < end else { return }
    forEachSum(query, window, atLeast: least) { local, sum in
      let upper = Int32(sum)
      guard upper < end, upper >= pool.threshold else { return }
      let document = window.lowerBound &+ local
      pool.insert(
        document: UInt32(truncatingIfNeeded: document),
        lower: bounds.units(ofSum: upper &- refinedRounding, document: document), upper: upper)
    }
  }

  /// A number that at least so many sums of a window reach and not many more do; 1 where there are fewer.
  private func largeSum(_ query: SegmentQuery, _ window: Range<Int>, count: Int) -> Int32 {
    let bucketBits: UInt16 = 6
    var counts = Array(repeating: 0, count: 1 << (16 - bucketBits))
    forEachSum(query, window, atLeast: 1) { _, sum in counts[Int(sum &>> bucketBits)] += 1 }
    var found = 0
    for bucket in counts.indices.reversed() {
      found += counts[bucket]
      if found >= count { return max(1, Int32(bucket << bucketBits)) }
    }
    return 1
  }

  /// Offers the documents whose sums reach the threshold, the largest sums first: the threshold rises at once, and what
  /// comes behind it need not be looked at.
  private func offerReaching(
    _ query: SegmentQuery, _ window: Range<Int>, from least: Int32, _ bounds: LowerBound, _ pool: inout CandidatePool
  ) {
    reaching.removeAll(keepingCapacity: true)
    forEachSum(query, window, atLeast: least) { local, sum in
      reaching.append(
        UInt32(sum) &<< UInt32(Self.windowBits) | UInt32(truncatingIfNeeded: Self.windowDocumentCount &- 1 &- local))
    }
    reaching.sort(by: >)
    for key in reaching {
      guard Int32(key &>> UInt32(Self.windowBits)) >= pool.threshold else { return }
      let local = Self.windowDocumentCount &- 1 &- (Int(key) & (Self.windowDocumentCount &- 1))
      let parts = unsafe accumulators[local]
      offer(query, document: window.lowerBound &+ local, parts: parts, without: 0, bounds, &pool)
    }
  }

  /// Calls `body` for every admitted document of the strips whose sum is at least a number above 0.
  @inline(__always)
  private func forEachSum(
    _ query: SegmentQuery, _ window: Range<Int>, atLeast least: Int32, _ body: (_ local: Int, _ sum: UInt16) -> Void
  ) {
    guard least <= 65_535 else { return }
    let below = SIMD8(repeating: UInt16(least &- 1))
    let rows = unsafe UnsafeRawPointer(sums)
    for start in strips {
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
    var admitted = admission(query, start, window)
    while admitted != 0 {
      let document = start &+ admitted.trailingZeroBitCount
      admitted &= admitted &- 1
      let parts = unsafe accumulators[document &- window.lowerBound]
      offer(query, document: document, parts: parts, without: 0, bounds, &pool)
    }
  }
}
