import SearchIndex

/// Accumulators into candidates, document by document.
///
/// Documents are gathered without a branch that depends on their sums, and then go through the columns together: what is
/// read for a document is far from what is read for it next, and the processor waits for many of them at a time.
extension ImpactSweep {
  /// Goes through the documents that a filter admits.
  func collectByAdmission(
    _ query: SegmentQuery, _ window: Range<Int>, _ admitted: DocumentSet, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    let words = (window.lowerBound &>> 6..<(window.upperBound &+ 63) &>> 6).lazy
    collect(words.map { (start: $0 &<< 6, documents: admitted.words[$0]) }, query, window, bounds, &pool)
    clearSums()
  }

  /// Goes through some documents of some strips.
  ///
  /// - Parameter strips: of each the first document, and a bit for each document that is meant.
  func collect(
    _ strips: some Sequence<(start: Int, documents: UInt64)>, _ query: SegmentQuery, _ window: Range<Int>,
    _ bounds: LowerBound, _ pool: inout CandidatePool
  ) {
    let rest = restBound(without: 0)
    var least = leastParts(threshold: pool.threshold, rest: rest)
    var count = 0
    for strip in strips {
      var documents = strip.documents
      while documents != 0 {
        let document = strip.start &+ documents.trailingZeroBitCount
        documents &= documents &- 1
        let parts = partsOfLists(document &- window.lowerBound)
        gather(document, parts: parts, at: count)
        count &+= parts >= least ? 1 : 0
        if count == Self.refinedDocumentCount {
          offerGathered(count, query, without: 0, rest: rest, bounds, &pool)
          least = leastParts(threshold: pool.threshold, rest: rest)
          count = 0
        }
      }
    }
    offerGathered(count, query, without: 0, rest: rest, bounds, &pool)
  }

  /// What columns and the lightest lists that are looked up add to any document at most, in units.
  func restBound(without lightest: Int) -> Int32 {
    var rest = rests.first ?? 0
    for number in 0..<lightest where unsafe lists[number].isLookedUp { unsafe rest += lists[number].bound }
    return rest
  }

  /// With fewer parts than this and the rest no document reaches a threshold, both in units.
  func leastParts(threshold: Int32, rest: Int32) -> Int32 {
    (max(1, threshold) &- rest) &<< Self.partBits &- (1 &<< Self.partBits &- 1)
  }

  /// Puts a document at a place of ``refined``.
  @inline(__always)
  private func gather(_ document: Int, parts: Int32, at index: Int) {
    unsafe refined[index] = Refined(document: UInt32(truncatingIfNeeded: document), parts: parts, byte: 0, shift: 0)
  }

  /// Adds what the first of ``refined`` lack, the columns and the lightest lists, drops those that cannot reach the
  /// threshold any more, and offers the others.
  ///
  /// - Parameter rest: ``restBound(without:)``.
  func offerGathered(
    _ gatheredCount: Int, _ query: SegmentQuery, without lightest: Int, rest: Int32, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    let (columns, refined) = unsafe (columns, refined)
    var (count, rest) = (gatheredCount, rest)
    func dropImpossible() {
      count = keepRefined(count, reaching: leastParts(threshold: pool.threshold, rest: rest))
    }
    for index in 0..<(columns.isEmpty ? 0 : count) {
      let place = unsafe ColumnLayout.place(of: Int(refined[index].document))
      unsafe refined[index].byte = UInt32(truncatingIfNeeded: place.byte)
      unsafe refined[index].shift = place.shift
    }
    for number in columns.indices where count > 0 {
      let column = unsafe columns[number]
      if let unitCodes = unsafe column.unitCodes {
        for index in 0..<count {
          let document = unsafe Int(refined[index].document)
          let byte = unsafe column.documents.load(fromByteOffset: document &>> 3, as: UInt8.self)
          let code = unsafe unitCodes.load(fromByteOffset: document, as: UInt8.self)
          let isThere = byte &>> UInt8(document & 7) & 1
          unsafe refined[index].parts &+= Int32(isThere) &* Int32(code) &* column.codeWeight
        }
      } else {
        for index in 0..<count {
          let (byte, shift) = unsafe (Int(refined[index].byte), refined[index].shift)
          let level = unsafe column.documents.load(fromByteOffset: byte, as: UInt8.self) &>> shift & 15
          let excess = unsafe column.excesses.load(fromByteOffset: byte, as: UInt8.self) &>> shift & 15
          unsafe refined[index].parts &+= Int32(ColumnLayout.code(level: level, excess: excess)) &* column.codeWeight
        }
      }
      unsafe rest &-= column.bound
      dropImpossible()
    }
    for number in stride(from: lightest - 1, through: 0, by: -1) where unsafe lists[number].isLookedUp && count > 0 {
      if unsafe lists[number].isWide {
        unsafe addLookedUp(&lists[number], to: count, WideNumbers.self)
      } else {
        unsafe addLookedUp(&lists[number], to: count, NarrowNumbers.self)
      }
      unsafe rest &-= lists[number].bound
      dropImpossible()
    }
    insertRefined(count, bounds, &pool)
  }

  /// Offers the first of ``refined``, to which nothing more is added.
  func insertRefined(_ count: Int, _ bounds: LowerBound, _ pool: inout CandidatePool) {
    let (refined, documents, uppers, lowers) = unsafe (refined, offeredDocuments, offeredUppers, offeredLowers)
    let least = max(1, pool.threshold)
    var offeredCount = 0
    for index in 0..<count {
      let upper = unsafe Self.units(ofParts: refined[index].parts)
      unsafe documents[offeredCount] = refined[index].document
      unsafe uppers[offeredCount] = upper
      offeredCount &+= upper >= least ? 1 : 0
    }
    unsafe bounds.find(documents, uppers, count: offeredCount, lowers)
    for index in 0..<offeredCount where unsafe uppers[index] >= pool.threshold {
      unsafe pool.insert(document: documents[index], lower: lowers[index], upper: uppers[index])
    }
  }

  /// Adds what a list that is looked up gives the first of ``refined``.
  private func addLookedUp<Numbers: NumberLayout>(
    _ list: inout List, to count: Int, _: Numbers.Type
  ) {
    let (refined, documents, end) = unsafe (refined, list.documents, list.end)
    let (codes, isUnit, weight) = unsafe (list.codes, list.isUnit, list.weight)
    let mask = Numbers.isLocal ? UInt32(PostingForm.rangeDocumentCount &- 1) : .max
    var place = unsafe max(list.next, list.lookedUp)
    for index in 0..<count {
      let document = unsafe refined[index].document
      place = unsafe list.firstPlace(notBefore: document & mask, near: place, Numbers.self)
      guard place < end, unsafe Numbers.document(documents, place) == document & mask else { continue }
      let code = unsafe codes.load(fromByteOffset: isUnit ? Int(document) : place, as: UInt8.self)
      unsafe refined[index].parts &+= Int32(code) &* weight
    }
    unsafe list.lookedUp = place
  }

  /// Keeps those of the first of ``refined`` that have at least so many parts, in their order and without a guess.
  ///
  /// - Returns: how many there are.
  @inline(__always)
  func keepRefined(_ count: Int, reaching leastParts: Int32) -> Int {
    let refined = unsafe refined
    var kept = 0
    for index in 0..<count {
      let document = unsafe refined[index]
      unsafe refined[kept] = document
      kept &+= document.parts >= leastParts ? 1 : 0
    }
    return kept
  }
}
