import SearchIndex

/// Accumulators into candidates, document by document.
extension ImpactSweep {
  /// Goes through the postings of the leading lists.
  func collectByPostings(
    _ query: SegmentQuery, _ window: Range<Int>, leading: Int, _ bounds: LowerBound, _ pool: inout CandidatePool
  ) {
    let base = window.lowerBound & ~(PostingForm.rangeDocumentCount &- 1)
    let accumulators = unsafe accumulators
    let rest = restBound(without: leading)
    for number in unsafe leading..<lists.count {
      let list = unsafe lists[number]
      for place in unsafe list.first..<list.next {
        let document = unsafe list.isWide ? Int(list.document(place)) : base &+ Int(list.document(place))
        let local = document & (windowDocumentCount &- 1)
        let parts = unsafe accumulators[local]
        // Zero where another list has led here before.
        guard parts > 0 else { continue }
        unsafe accumulators[local] = 0
        guard Self.units(ofParts: parts) &+ rest >= pool.threshold, document < window.upperBound,
          query.admitted?.contains(document) ?? true
        else { continue }
        offer(query, document: document, parts: parts, without: leading, rest: rest, bounds, &pool)
      }
    }
    for number in 0..<leading where unsafe !lists[number].isLookedUp {
      let list = unsafe lists[number]
      for place in unsafe list.first..<list.next {
        unsafe accumulators[Int(list.document(place)) & (windowDocumentCount &- 1)] = 0
      }
    }
  }

  /// Goes through the documents that a filter admits.
  func collectByAdmission(
    _ query: SegmentQuery, _ window: Range<Int>, _ admitted: DocumentSet, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    let rest = restBound(without: 0)
    for word in window.lowerBound &>> 6..<(window.upperBound &+ 63) &>> 6 {
      var bits = admitted.words[word]
      while bits != 0 {
        let document = word &<< 6 &+ bits.trailingZeroBitCount
        bits &= bits &- 1
        let parts = unsafe accumulators[document &- window.lowerBound]
        offer(query, document: document, parts: parts, without: 0, rest: rest, bounds, &pool)
      }
    }
    unsafe accumulators.update(repeating: 0, count: window.count)
  }

  /// What columns and the lightest lists that are looked up add to any document at most, in units.
  func restBound(without lightest: Int) -> Int32 {
    var rest = rests.first ?? 0
    for number in 0..<lightest where unsafe lists[number].isLookedUp { unsafe rest += lists[number].bound }
    return rest
  }

  /// Offers one document, looking up what its accumulator lacks: the columns and the lightest lists.
  ///
  /// - Parameter rest: ``restBound(without:)``.
  func offer(
    _ query: SegmentQuery, document: Int, parts: Int32, without lightest: Int, rest: Int32, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    var (parts, rest) = (parts, rest)
    let needed = max(1, pool.threshold)
    let place = ColumnLayout.place(of: document)
    let columns = unsafe columns
    for number in columns.indices {
      let column = unsafe columns[number]
      guard Self.units(ofParts: parts) &+ rest >= needed else { return }
      let level = unsafe column.levels.load(fromByteOffset: place.byte, as: UInt8.self) &>> place.shift & 15
      if level > 0 {
        let excess = unsafe column.excesses.load(fromByteOffset: place.byte, as: UInt8.self) &>> place.shift & 15
        unsafe parts &+= Int32(ColumnLayout.code(level: level, excess: excess)) &* column.codeWeight
      }
      unsafe rest &-= column.bound
    }
    for number in stride(from: lightest - 1, through: 0, by: -1) {
      guard Self.units(ofParts: parts) &+ rest >= needed else { return }
      let list = unsafe lists[number]
      guard unsafe list.isLookedUp else { continue }
      let code = unsafe query.postings[list.term].code(of: UInt32(truncatingIfNeeded: document))
      unsafe parts &+= Int32(code) &* list.weight
      unsafe rest &-= list.bound
    }
    let upper = Self.units(ofParts: parts)
    guard upper >= needed else { return }
    pool.insert(
      document: UInt32(truncatingIfNeeded: document), lower: bounds.units(ofSum: upper, document: document),
      upper: upper)
  }
}
