import SearchIndex

/// The inner loops: lists into accumulators, and accumulators and columns into candidates.
extension ImpactSweep {
  /// Adds the postings of one window.
  func add(_ list: inout List, start: Int, end: Int) {
    if unsafe list.isWide {
      unsafe addWide(&list, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    } else {
      let base = start & ~0xFFFF
      unsafe addNarrow(
        &list, start: UInt32(truncatingIfNeeded: start &- base), end: UInt32(truncatingIfNeeded: end &- base))
    }
  }

  private func addNarrow(_ list: inout List, start: UInt32, end: UInt32) {
    let (documents, codes) = unsafe (list.documents, list.codes)
    let weight = unsafe list.weight
    let count = unsafe list.end
    let mask = Self.windowDocumentCount &- 1
    let accumulators = unsafe accumulators
    @inline(__always) func document(_ place: Int) -> UInt32 {
      unsafe UInt32(UInt16(littleEndian: documents.loadUnaligned(fromByteOffset: place &* 2, as: UInt16.self)))
    }
    @inline(__always) func addPosting(_ place: Int, _ document: UInt32) {
      let code = unsafe Int32(codes.load(fromByteOffset: place, as: UInt8.self))
      unsafe accumulators[Int(document) & mask] &+= code &* weight
    }
    var place = unsafe list.next
    if place < count, document(place) < start { place = unsafe list.firstPlace(notBefore: start) }
    unsafe list.first = place
    while place &+ 4 <= count, document(place &+ 3) < end {
      addPosting(place, document(place))
      addPosting(place &+ 1, document(place &+ 1))
      addPosting(place &+ 2, document(place &+ 2))
      addPosting(place &+ 3, document(place &+ 3))
      place &+= 4
    }
    while place < count {
      let next = document(place)
      guard next < end else { break }
      addPosting(place, next)
      place &+= 1
    }
    unsafe list.next = place
  }

  private func addWide(_ list: inout List, start: UInt32, end: UInt32) {
    let mask = Self.windowDocumentCount &- 1
    var place = unsafe list.next
    if unsafe place < list.end && list.document(place) < start { place = unsafe list.firstPlace(notBefore: start) }
    unsafe list.first = place
    while unsafe place < list.end {
      let document = unsafe list.document(place)
      guard document < end else { break }
      let code = unsafe Int32(list.codes.load(fromByteOffset: place, as: UInt8.self))
      unsafe accumulators[Int(document) & mask] &+= code &* list.weight
      place &+= 1
    }
    unsafe list.next = place
  }

  // MARK: Collecting

  /// Goes through all documents of a window, 64 at a time.
  ///
  /// - Returns: how many strips had a document with more than a sum may be; they are added up one by one.
  func collectByStrips(
    _ query: SegmentQuery, _ window: Range<Int>, _ bounds: LowerBound, _ pool: inout CandidatePool
  ) -> Int {
    var overflowCount = 0
    let words = query.admitted?.words
    unsafe columns.withUnsafeBufferPointer { columns in
      unsafe columnWeights.withUnsafeBufferPointer { weights in
        unsafe slacks.withUnsafeBufferPointer { slacks in
          for start in stride(from: window.lowerBound, to: window.upperBound, by: Self.stripDocumentCount) {
            let sums = unsafe UnsafeMutableRawPointer(accumulators + (start &- window.lowerBound))
            var admitted = words?[start &>> 6] ?? .max
            let count = window.upperBound &- start
            if count < Self.stripDocumentCount { admitted &= (1 &<< UInt64(count)) &- 1 }
            if admitted != 0 {
              switch unsafe addColumns(columns, weights, slacks, sums, start: start, threshold: pool.threshold) {
              case .none: break
              case .some(true): offerStrip(start: start, admitted: admitted, bounds, &pool)
              case .some(false):
                overflowCount += 1
                offerEach(query, start: start, window, admitted: admitted, bounds, &pool)
              }
            }
            for row in 0..<8 {
              unsafe sums.storeBytes(of: SIMD8<Int32>(), toByteOffset: row &* 32, as: SIMD8<Int32>.self)
            }
          }
        }
      }
    }
    return overflowCount
  }

  /// Adds the columns of 64 documents to their sums, into ``strip``.
  ///
  /// - Returns: `nil` where none can reach the threshold, `false` where a sum is too large for this.
  @inline(__always)
  private func addColumns(
    _ columns: UnsafeBufferPointer<Column>, _ weights: UnsafeBufferPointer<SIMD8<UInt16>>,
    _ slacks: UnsafeBufferPointer<Int32>, _ sums: UnsafeMutableRawPointer, start: Int, threshold: Int32
  ) -> Bool? {
    var seen = SIMD8<Int32>()
    @inline(__always) func row(_ number: Int) -> SIMD8<UInt16> {
      let parts = unsafe sums.loadUnaligned(fromByteOffset: number &* 32, as: SIMD8<Int32>.self) &+ (1 << 12 &- 1)
      seen |= parts
      return SIMD8<UInt16>(truncatingIfNeeded: (parts &>> Self.partBits) & Self.largestSum)
    }
    var (row0, row1, row2, row3) = (row(0), row(1), row(2), row(3))
    var (row4, row5, row6, row7) = (row(4), row(5), row(6), row(7))
    let high = seen &>> (15 &+ Self.partBits)
    guard Self.isZero(SIMD8<UInt16>(truncatingIfNeeded: high)) else { return false }
    var (column, check) = (0, 0)
    while true {
      let need = unsafe threshold &- slacks[check]
      if need > 0 {
        // Saturating subtraction leaves something exactly where a sum reaches what is needed.
        let below = SIMD8(repeating: UInt16(min(need &- 1, 65_535)))
        @inline(__always) func excess(_ row: SIMD8<UInt16>) -> SIMD8<UInt16> { pointwiseMax(row, below) &- below }
        let reaching =
          (excess(row0) | excess(row1) | excess(row2) | excess(row3))
          | (excess(row4) | excess(row5) | excess(row6) | excess(row7))
        if Self.isZero(reaching) { return nil }
      }
      guard column < columns.count else { break }
      let end = min(columns.count, column &+ Self.columnsBetweenChecks)
      while column < end {
        let codes = unsafe columns[column].codes + start
        let weight = unsafe weights[column]
        let codes0 = unsafe codes.loadUnaligned(as: SIMD16<UInt8>.self)
        let codes1 = unsafe codes.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self)
        let codes2 = unsafe codes.loadUnaligned(fromByteOffset: 32, as: SIMD16<UInt8>.self)
        let codes3 = unsafe codes.loadUnaligned(fromByteOffset: 48, as: SIMD16<UInt8>.self)
        row0 &+= Self.weighted(codes0.lowHalf, weight)
        row1 &+= Self.weighted(codes0.highHalf, weight)
        row2 &+= Self.weighted(codes1.lowHalf, weight)
        row3 &+= Self.weighted(codes1.highHalf, weight)
        row4 &+= Self.weighted(codes2.lowHalf, weight)
        row5 &+= Self.weighted(codes2.highHalf, weight)
        row6 &+= Self.weighted(codes3.lowHalf, weight)
        row7 &+= Self.weighted(codes3.highHalf, weight)
        column &+= 1
      }
      check &+= 1
    }
    let target = unsafe UnsafeMutableRawPointer(strip)
    for (number, row) in [row0, row1, row2, row3, row4, row5, row6, row7].enumerated() {
      unsafe target.storeBytes(of: row, toByteOffset: number &* 16, as: SIMD8<UInt16>.self)
    }
    return true
  }

  /// code · weight / 256, rounded down: the upper half of the product of the code's 256-fold.
  @inline(__always)
  private static func weighted(_ codes: SIMD8<UInt8>, _ weight: SIMD8<UInt16>) -> SIMD8<UInt16> {
    let factors = SIMD8<UInt32>(truncatingIfNeeded: SIMD8<UInt16>(truncatingIfNeeded: codes) &<< 8)
    return SIMD8<UInt16>(truncatingIfNeeded: (factors &* SIMD8<UInt32>(truncatingIfNeeded: weight)) &>> 16)
  }

  @inline(__always)
  private static func isZero(_ numbers: SIMD8<UInt16>) -> Bool {
    let words = unsafe unsafeBitCast(numbers, to: SIMD2<UInt64>.self)
    return words[0] | words[1] == 0
  }

  /// Offers the documents of ``strip`` that reach the threshold.
  private func offerStrip(start: Int, admitted: UInt64, _ bounds: LowerBound, _ pool: inout CandidatePool) {
    let rounding = columnRounding
    for place in 0..<Self.stripDocumentCount where admitted &>> UInt64(place) & 1 == 1 {
      let sum = unsafe Int32(strip[place])
      let upper = sum &+ rounding
      guard upper >= max(1, pool.threshold) else { continue }
      let document = start &+ place
      pool.insert(
        document: UInt32(truncatingIfNeeded: document), lower: bounds.units(ofSum: sum, document: document),
        upper: upper)
    }
  }

  /// Offers the documents of a strip with sums too large for vectors.
  private func offerEach(
    _ query: SegmentQuery, start: Int, _ window: Range<Int>, admitted: UInt64, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    for place in 0..<Self.stripDocumentCount where admitted &>> UInt64(place) & 1 == 1 {
      let parts = unsafe accumulators[start &- window.lowerBound &+ place]
      offer(query, document: start &+ place, sum: Self.units(ofParts: parts), without: 0, bounds, &pool)
    }
  }

  /// Goes through the postings of the leading lists.
  func collectByPostings(
    _ query: SegmentQuery, _ window: Range<Int>, leading: Int, _ bounds: LowerBound, _ pool: inout CandidatePool
  ) {
    let base = window.lowerBound & ~0xFFFF
    for number in unsafe leading..<lists.count {
      let list = unsafe lists[number]
      for place in unsafe list.first..<list.next {
        let document = unsafe list.isWide ? Int(list.document(place)) : base &+ Int(list.document(place))
        let local = document & (Self.windowDocumentCount &- 1)
        let parts = unsafe accumulators[local]
        // Zero where another list has led here before.
        guard parts > 0 else { continue }
        unsafe accumulators[local] = 0
        guard document < window.upperBound, query.admitted?.contains(document) ?? true else { continue }
        offer(query, document: document, sum: Self.units(ofParts: parts), without: leading, bounds, &pool)
      }
    }
  }

  /// Goes through the documents that a filter admits.
  func collectByAdmission(
    _ query: SegmentQuery, _ window: Range<Int>, _ admitted: DocumentSet, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    for word in window.lowerBound &>> 6..<(window.upperBound &+ 63) &>> 6 {
      var bits = admitted.words[word]
      while bits != 0 {
        let document = word &<< 6 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        let parts = unsafe accumulators[document &- window.lowerBound]
        offer(query, document: document, sum: Self.units(ofParts: parts), without: 0, bounds, &pool)
      }
    }
    unsafe accumulators.update(repeating: 0, count: window.count)
  }

  /// Offers one document, looking up what its sum lacks: the columns and the lightest lists.
  private func offer(
    _ query: SegmentQuery, document: Int, sum: Int32, without lightest: Int, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    var sum = sum
    var rest = slacks.first ?? 0
    for unsafe list in unsafe lists[..<lightest] { unsafe rest += list.bound }
    let needed = max(1, pool.threshold)
    for unsafe column in unsafe columns {
      guard sum &+ rest >= needed else { return }
      let code = unsafe Int32(column.codes.load(fromByteOffset: document, as: UInt8.self))
      unsafe sum &+= (code &* column.weight) &>> 8
      // What is looked up may have been rounded down by one.
      unsafe rest &-= column.bound &- 1
    }
    for number in stride(from: lightest - 1, through: 0, by: -1) {
      guard sum &+ rest >= needed else { return }
      let list = unsafe lists[number]
      let code = unsafe query.terms[list.term].postings.code(of: UInt32(truncatingIfNeeded: document))
      unsafe sum &+= Self.units(ofParts: Int32(code) &* list.weight)
      unsafe rest &-= list.bound
    }
    let upper = sum &+ columnRounding
    guard upper >= needed else { return }
    pool.insert(
      document: UInt32(truncatingIfNeeded: document), lower: bounds.units(ofSum: sum, document: document), upper: upper)
  }
}
