import CVectorKernels
import SearchIndex

/// Accumulators and columns into candidates, 64 documents at a time.
extension ImpactSweep {
  /// Goes through all documents of a window, 64 at a time.
  ///
  /// - Returns: `false` where so many documents have more than a sum may be that nothing was done.
  func collectByStrips(
    _ query: SegmentQuery, _ window: Range<Int>, _ bounds: LowerBound, _ pool: inout CandidatePool
  ) -> Bool {
    beginStrips(query, window)
    if isNarrow {
      lookAtLists(window, threshold: pool.threshold)
    } else {
      let overflowingCount = keepAccumulated(window, threshold: pool.threshold)
      if overflowingCount > 0 {
        // One by one they may cost a step for every column; a coarser unit costs all postings once more.
        let stepCount = unsafe overflowingCount &* Self.stripDocumentCount &* columns.count
        guard stepCount <= query.postingCount else {
          clearSums()
          return false
        }
        // First, because the best are most often among them.
        let starts = unsafe UnsafeBufferPointer(start: overflowing, count: overflowingCount)
        let strips = unsafe starts.lazy.map { (start: $0, documents: self.admission(query, $0, window)) }
        unsafe collect(strips, query, window, bounds, &pool)
      }
    }
    addColumns(window, threshold: pool.threshold)
    var count = pool.threshold == 0 ? window.count : gather(query, window, from: pool.threshold)
    if pool.threshold == 0 || count > Self.sortedDocumentCount && pool.wantedCount <= Self.sortedDocumentCount {
      // The best of many raise the threshold above most of the others.
      let best = gather(query, window, from: max(pool.threshold, largeSum(query, window, count: pool.wantedCount)))
      offer(query, window, gatheredCount: best, bounds, &pool)
      count = gather(query, window, from: max(1, pool.threshold))
    }
    offer(query, window, gatheredCount: count, bounds, &pool)
    clearSums()
    return true
  }

  /// Which documents of a strip are admitted.
  private func admission(_ query: SegmentQuery, _ start: Int, _ window: Range<Int>) -> UInt64 {
    let admitted = query.admitted?.words[start &>> 6] ?? .max
    let count = window.upperBound &- start
    return count < Self.stripDocumentCount ? admitted & ((1 &<< UInt64(count)) &- 1) : admitted
  }

  /// Puts the strips of a window into ``strips``, but for those of which no document is admitted.
  private func beginStrips(_ query: SegmentQuery, _ window: Range<Int>) {
    let strips = unsafe strips
    let all = (window.count &+ Self.stripDocumentCount &- 1) / Self.stripDocumentCount
    for number in 0..<all { unsafe strips[number] = window.lowerBound &+ number &* Self.stripDocumentCount }
    stripCount = all
    guard query.admitted != nil else { return }
    var count = 0
    for number in 0..<all {
      let start = unsafe strips[number]
      unsafe strips[count] = start
      count &+= admission(query, start, window) == 0 ? 0 : 1
    }
    stripCount = count
  }

  /// A window as kernels see it.
  private func kernelWindow(_ window: Range<Int>) -> moim_window {
    unsafe moim_window(first_document: window.lowerBound, sums: sums, largest_sums: largestSums)
  }

  /// Drops strips that cannot reach the threshold with all columns, before these are added; but only in every few windows
  /// as long as that drops too few. For lists that are added into ``sums``.
  private func lookAtLists(_ window: Range<Int>, threshold: Int32) {
    let columnCount = unsafe columns.count
    // Without columns the look is all there is.
    if columnCount > 0 && windowsBeforeNextLook > 0 {
      windowsBeforeNextLook -= 1
      return
    }
    let count = stripCount
    keepReaching(window, threshold: threshold)
    // To look at a strip costs as much as two columns of it, and so does to begin adding columns to it.
    let isWorthIt = (count - stripCount) * (2 + columnCount) >= count * 2
    windowsBeforeNextLook = isWorthIt ? 0 : Self.unlookedWindowCount
  }

  /// Drops strips that with all columns do not reach the threshold, where lists are added into ``sums``.
  private func keepReaching(_ window: Range<Int>, threshold: Int32) {
    var kernelWindow = unsafe kernelWindow(window)
    stripCount = unsafe moim_add_columns(
      Self.vectors, &kernelWindow, nil, 0, threshold &- rests[0], strips, stripCount)
  }

  /// Puts the sums of the lists into ``sums`` and drops strips that with all columns do not reach the threshold, where lists
  /// are added into ``accumulators``.
  ///
  /// - Returns: how many other strips, which are in ``overflowing``, have documents with more than a sum may be.
  private func keepAccumulated(_ window: Range<Int>, threshold: Int32) -> Int {
    var kernelWindow = unsafe kernelWindow(window)
    var overflowingCount = 0
    stripCount = unsafe moim_keep_accumulated(
      Self.vectors, &kernelWindow, accumulators, Self.partBits, threshold &- rests[0],
      canOverflow ? Self.largestSum : Int32(UInt16.max), strips, stripCount, overflowing, &overflowingCount)
    return overflowingCount
  }

  /// Adds the levels of the columns, group by group, and drops strips that cannot reach the threshold any more.
  private func addColumns(_ window: Range<Int>, threshold: Int32) {
    var kernelWindow = unsafe kernelWindow(window)
    if !levelsArePrefetched {
      unsafe prefetchPages(columns[..<min(columns.count, Self.groupColumnCount)], window)
    }
    unsafe kernelColumns.withUnsafeBufferPointer { kernelColumns in
      for first in stride(from: 0, to: kernelColumns.count, by: Self.groupColumnCount) where stripCount > 0 {
        let end = min(kernelColumns.count, first &+ Self.groupColumnCount)
        unsafe prefetchPages(columns[end..<min(columns.count, end &+ Self.groupColumnCount)], window)
        let group = unsafe UnsafeBufferPointer(rebasing: kernelColumns[first..<end])
        stripCount = unsafe moim_add_columns(
          Self.vectors, &kernelWindow, group.baseAddress, group.count,
          threshold &- rests[first / Self.groupColumnCount &+ 1], strips, stripCount)
      }
    }
  }

  /// Whether so little is added that memory has time for all lines of the columns.
  private var levelsArePrefetched: Bool { unsafe isNarrow && columns.count <= Self.groupColumnCount }

  /// Asks for the levels of few columns of a window, so that they come while its lists are added.
  func prefetchLevels(_ window: Range<Int>) {
    guard levelsArePrefetched else { return }
    for number in unsafe columns.indices { unsafe prefetch(columns[number], window) }
  }

  /// Asks for a column's bytes of a window: what is read in order comes sooner than what is jumped to.
  func prefetch(_ column: Column, _ window: Range<Int>) {
    let bytes = unsafe column.byte(ofStrip: window.lowerBound)..<column.byte(ofStrip: window.upperBound)
    for place in stride(from: bytes.lowerBound, to: bytes.upperBound, by: Self.lineByteCount) {
      unsafe moim_prefetch(column.documents, place)
    }
  }

  /// Asks for the beginning of every page of some columns, all at a time, so that the pages are known and on their way when
  /// the columns are added one strip after the other.
  private func prefetchPages(_ columns: Slice<UnsafeMutableBufferPointer<Column>>, _ window: Range<Int>) {
    for number in unsafe columns.startIndex..<columns.endIndex {
      let column = unsafe columns[number]
      let end = unsafe column.byte(ofStrip: window.upperBound)
      var place = unsafe column.byte(ofStrip: window.lowerBound)
      while place < end {
        unsafe moim_prefetch(column.documents, place)
        unsafe moim_prefetch(column.documents, place &+ Self.lineByteCount)
        // The next place where a page begins.
        let address = unsafe Int(bitPattern: column.documents) &+ place
        place &+= Self.pageByteCount &- (address & (Self.pageByteCount &- 1))
      }
    }
  }

  /// A number that at least so many sums of a window reach and not many more do; 1 where there are fewer.
  private func largeSum(_ query: SegmentQuery, _ window: Range<Int>, count: Int) -> Int32 {
    let bucketBits: UInt16 = 6
    var counts = Array(repeating: 0, count: 1 << (16 - bucketBits))
    // So few are found among the largest sums of all strips as well.
    if count * 4 <= stripCount, query.admitted == nil {
      for index in 0..<stripCount {
        let largest = unsafe largestLanes(strips[index] &- window.lowerBound).max()
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
    var kernelWindow = unsafe kernelWindow(window)
    func gather(_ admitted: UnsafePointer<UInt64>?) -> Int {
      unsafe moim_gather_reaching(
        Self.vectors, &kernelWindow, least, strips, stripCount, window.upperBound, admitted,
        UInt32(Self.largestWindowDocumentCount - 1), reaching.baseAddress)
    }
    guard let admitted = query.admitted else { return gather(nil) }
    return unsafe admitted.words.withUnsafeBufferPointer { unsafe gather($0.baseAddress) }
  }

  /// Offers the documents that were gathered; few of them the largest sums first, so that the threshold rises at once
  /// and what comes behind it need not be looked at. Their sums become 0.
  private func offer(
    _ query: SegmentQuery, _ window: Range<Int>, gatheredCount count: Int, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    var gathered = unsafe UnsafeMutableBufferPointer(rebasing: reaching[..<count])
    if count <= Self.sortedDocumentCount { unsafe gathered.sort(by: >) }
    let (sums, refined) = unsafe (sums, refined)
    for first in stride(from: 0, to: count, by: Self.refinedDocumentCount) {
      var refinedCount = 0
      for index in first..<min(count, first &+ Self.refinedDocumentCount) {
        let key = unsafe gathered[index]
        let sum = Int32(key &>> UInt32(Self.largestWindowBits))
        let local = Self.largestWindowDocumentCount &- 1 &- (Int(key) & (Self.largestWindowDocumentCount &- 1))
        unsafe sums[local] = 0
        guard sum >= pool.threshold else { continue }
        let document = window.lowerBound &+ local
        let place = ColumnLayout.place(of: document)
        unsafe refined[refinedCount] = Refined(
          document: UInt32(truncatingIfNeeded: document), parts: sum &<< Self.partBits,
          byte: UInt32(truncatingIfNeeded: place.byte), shift: place.shift)
        refinedCount &+= 1
      }
      insertRefined(refine(refinedCount, threshold: pool.threshold), bounds, &pool)
    }
  }

  /// Takes off what levels are more than codes and rounded weights more than weights, of documents whose lists and levels
  /// are added, and drops those that cannot reach the threshold any more.
  ///
  /// A column is read for all of the documents before the next one: what is read for a document is far from what is read
  /// for it next, and the processor waits for many of them at a time.
  ///
  /// - Returns: how many of the first of ``refined`` are left, in their order.
  private func refine(_ count: Int, threshold: Int32) -> Int {
    let needed = leastParts(threshold: threshold, rest: 0)
    let (columns, refined) = unsafe (columns, refined)
    var count = count
    for first in stride(from: 0, to: columns.count, by: Self.refinedColumnCount) where count > 0 {
      for number in first..<min(columns.count, first &+ Self.refinedColumnCount) {
        let column = unsafe columns[number]
        // Bits were added with whole codes.
        if unsafe column.isBitmap { continue }
        for index in 0..<count {
          let (byte, shift) = unsafe (Int(refined[index].byte), refined[index].shift)
          let level = unsafe column.documents.load(fromByteOffset: byte, as: UInt8.self) &>> shift & 15
          let excess = unsafe column.excesses.load(fromByteOffset: byte, as: UInt8.self) &>> shift & 15
          unsafe refined[index].parts &-= Int32(level) &* column.levelRounding &+ Int32(excess) &* column.codeWeight
        }
      }
      count = keepRefined(count, reaching: needed)
    }
    return count
  }

  /// The largest sums of a strip, by lane.
  @inline(__always)
  private func largestLanes(_ offset: Int) -> SIMD8<UInt16> {
    unsafe UnsafeRawPointer(largestSums + offset &>> 3).loadUnaligned(as: SIMD8<UInt16>.self)
  }

  /// Calls `body` for every admitted document of the strips whose sum is at least a number above 0.
  @inline(__always)
  private func forEachSum(
    _ query: SegmentQuery, _ window: Range<Int>, atLeast least: Int32, _ body: (_ local: Int, _ sum: UInt16) -> Void
  ) {
    guard least <= Int32(UInt16.max) else { return }
    let below = SIMD8(repeating: UInt16(least &- 1))
    let sums = unsafe sums
    for index in 0..<stripCount {
      let start = unsafe strips[index]
      let offset = start &- window.lowerBound
      if isZero(pointwiseMax(largestLanes(offset), below) &- below) { continue }
      var admitted = admission(query, start, window)
      if query.admitted != nil, admitted.nonzeroBitCount <= 16 {
        while admitted != 0 {
          let local = offset &+ admitted.trailingZeroBitCount
          admitted &= admitted &- 1
          let sum = unsafe sums[local]
          if sum > below[0] { body(local, sum) }
        }
        continue
      }
      for row in 0..<8 {
        let rowSums = unsafe UnsafeRawPointer(sums + offset + row &* 8).loadUnaligned(as: SIMD8<UInt16>.self)
        if isZero(pointwiseMax(rowSums, below) &- below) { continue }
        for place in row &* 8..<row &* 8 &+ 8 {
          let sum = unsafe sums[offset &+ place]
          if sum > below[0], admitted &>> UInt64(place) & 1 == 1 { body(offset &+ place, sum) }
        }
      }
    }
  }
}

@inline(__always)
private func isZero(_ numbers: SIMD8<UInt16>) -> Bool {
  let words = unsafe unsafeBitCast(numbers, to: SIMD2<UInt64>.self)
  return words[0] | words[1] == 0
}
