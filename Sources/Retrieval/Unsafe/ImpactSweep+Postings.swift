import SearchIndex

/// Lists into candidates, posting by posting: which documents the leading lists lead to.
extension ImpactSweep {
  /// Goes through the postings of the leading lists, whose sums are narrow.
  func collectByPostings(
    _ query: SegmentQuery, _ window: Range<Int>, leading: LeadingLists, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    if let admitted = query.admitted {
      collectByPostings(query, window, leading, FilterLook(admitted, window), bounds, &pool)
    } else if let column = unsafe columns.first, isDense(window, leading) {
      unsafe prefetch(column, window)
      if unsafe column.isBitmap {
        unsafe collectByPostings(query, window, leading, BitLook(column, window), bounds, &pool)
      } else {
        unsafe collectByPostings(query, window, leading, LevelLook(column, window), bounds, &pool)
      }
    } else {
      collectByPostings(query, window, leading, NoLook(), bounds, &pool)
    }
  }

  private func collectByPostings(
    _ query: SegmentQuery, _ window: Range<Int>, _ leading: LeadingLists, _ look: some FirstLook, _ bounds: LowerBound,
    _ pool: inout CandidatePool
  ) {
    let rest = restBound(without: leading.first)
    var count = 0
    func goThrough<Numbers: NumberLayout>(_ list: List, _: Numbers.Type, _ selection: some PostingSelection) {
      var place = unsafe list.first
      while unsafe place < list.next {
        let least = leastParts(threshold: pool.threshold, rest: rest)
        (place, count) = unsafe gather(
          list, from: place, after: count, least, window, Numbers.self, selection, look)
        guard unsafe place < list.next else { return }
        offerGathered(count, query, without: leading.first, rest: rest, bounds, &pool)
        count = 0
      }
    }
    if let (number, leastCode) = leading.partial {
      let list = unsafe lists[number]
      if unsafe list.isUnit {
        let codes = unsafe UnsafeRawBufferPointer(start: list.codes + window.lowerBound, count: window.count)
        let selection = unsafe LargeUnitCodes(list, codes, mask: windowDocumentCount &- 1, leastCode)
        unsafe goThrough(list, NarrowNumbers.self, selection)
      } else {
        unsafe goThrough(list, NarrowNumbers.self, LargeCodes(list, leastCode))
      }
    }
    for number in unsafe leading.first..<lists.count {
      let list = unsafe lists[number]
      if unsafe list.isWide {
        unsafe goThrough(list, WideNumbers.self, AllPostings())
      } else {
        unsafe goThrough(list, NarrowNumbers.self, AllPostings())
      }
    }
    offerGathered(count, query, without: leading.first, rest: rest, bounds, &pool)
    clearLists(..<leading.first, window)
  }

  /// Puts documents of a list's postings that may reach the threshold into ``refined``, until it is full. The sums of all
  /// that are looked at become 0, so that another list that leads to them finds nothing.
  ///
  /// - Parameters:
  ///   - firstPlace: the first posting that is looked at.
  ///   - gatheredCount: documents that are in ``refined`` already.
  ///   - least: with fewer parts of lists than this no document reaches the threshold.
  /// - Returns: the first posting that was not looked at, and how many documents are in ``refined``.
  private func gather<Numbers: NumberLayout>(
    _ list: List, from firstPlace: Int, after gatheredCount: Int, _ least: Int32, _ window: Range<Int>,
    _: Numbers.Type, _ selection: some PostingSelection, _ look: some FirstLook
  ) -> (place: Int, count: Int) {
    let (sums, refined, documents) = unsafe (sums, refined, list.documents)
    let mask = windowDocumentCount &- 1
    let largestLocal = window.count &- 1
    let end = unsafe list.next
    let (leastBeforeLook, leastAfterLook) = (max(1, least), max(1, least &+ look.bound &<< Self.partBits))
    var (place, count) = (firstPlace, gatheredCount)
    @inline(__always) func local(_ place: Int) -> Int { unsafe Int(Numbers.document(documents, place)) & mask }
    @inline(__always) func take(_ local: Int) -> Int32 {
      let sum = unsafe sums[local]
      unsafe sums[local] = 0
      return Int32(sum) &<< Self.partBits
    }
    @inline(__always) func append(_ local: Int, parts: Int32, bound: Int32) {
      let document = UInt32(truncatingIfNeeded: window.lowerBound &+ local)
      unsafe refined[count] = Refined(document: document, parts: parts, byte: 0, shift: 0)
      // Damaged numbers may lead behind the window.
      count &+= (bound >= leastAfterLook ? 1 : 0) & (local <= largestLocal ? 1 : 0) & look.admission(local)
    }
    // Most postings lead to nothing: four are dismissed by one comparison.
    while place &+ 4 <= end && count &+ 4 <= Self.refinedDocumentCount {
      let skippedCount = selection.skippedCount(place, end)
      guard skippedCount == 0 else {
        place &+= skippedCount
        continue
      }
      let (local0, local1) = (local(place), local(place &+ 1))
      let (local2, local3) = (local(place &+ 2), local(place &+ 3))
      let parts = SIMD4(take(local0), take(local1), take(local2), take(local3))
      place &+= 4
      guard parts.max() >= leastBeforeLook else { continue }
      let bounds = parts &+ SIMD4(look.parts(local0), look.parts(local1), look.parts(local2), look.parts(local3))
      guard bounds.max() >= leastAfterLook else { continue }
      append(local0, parts: parts[0], bound: bounds[0])
      append(local1, parts: parts[1], bound: bounds[1])
      append(local2, parts: parts[2], bound: bounds[2])
      append(local3, parts: parts[3], bound: bounds[3])
    }
    while place < end && place &+ 4 > end && count < Self.refinedDocumentCount {
      let local = local(place)
      let parts = take(local)
      append(local, parts: parts, bound: parts &+ look.parts(local))
      place &+= 1
    }
    return (place, count)
  }

  /// Makes the sums of some lists' postings of a window 0.
  private func clearLists(_ numbers: PartialRangeUpTo<Int>, _ window: Range<Int>) {
    let numbers = unsafe numbers.relative(to: lists)
    // A number costs more where it is far from the one before.
    guard postingCount(numbers) * 16 < window.count else { return clearSums() }
    let mask = windowDocumentCount &- 1
    for number in numbers {
      let list = unsafe lists[number]
      for place in unsafe list.first..<list.next { unsafe sums[Int(list.document(place)) & mask] = 0 }
    }
  }

  /// Whether a window is full and the leading lists lead to so much of it that most lines of a column are needed.
  private func isDense(_ window: Range<Int>, _ leading: LeadingLists) -> Bool {
    let count = unsafe postingCount(leading.first..<lists.count)
    return window.count == windowDocumentCount && count >= window.count / (2 * Self.lineByteCount)
  }

  /// Postings of some lists in the window that is added.
  private func postingCount(_ numbers: Range<Int>) -> Int {
    numbers.reduce(0) { unsafe $0 + lists[$1].next - lists[$1].first }
  }
}

/// Which postings of a list lead.
private protocol PostingSelection {
  /// How many postings from a place on do not lead; 0 where one of the next four may.
  ///
  /// - Parameter end: behind the last posting of the window, which is four postings away at least.
  func skippedCount(_ place: Int, _ end: Int) -> Int
}

private struct AllPostings: PostingSelection {
  @inline(__always) func skippedCount(_ place: Int, _ end: Int) -> Int { 0 }
}

/// Those with a large code.
@unsafe
private struct LargeCodes: PostingSelection {
  private let codes: UnsafeRawPointer
  private let least: SIMD16<UInt8>

  init(_ list: ImpactSweep.List, _ leastCode: UInt8) {
    unsafe codes = list.codes
    unsafe least = SIMD16(repeating: leastCode)
  }

  @inline(__always)
  func skippedCount(_ place: Int, _ end: Int) -> Int {
    guard place &+ 16 <= end else { return 0 }
    let isLarge = unsafe codes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self) .>= least
    let words = unsafe unsafeBitCast(isLarge, to: SIMD2<UInt64>.self)
    return words[0] | words[1] == 0 ? 16 : 0
  }
}

/// Those of documents in which a word that occurs once has a large code.
@unsafe
private struct LargeUnitCodes: PostingSelection {
  private let documents: UnsafeRawPointer
  /// Of the window's documents.
  private let codes: UnsafeRawBufferPointer
  private let largestLocal: Int
  private let mask: Int
  private let leastCode: UInt8

  init(_ list: ImpactSweep.List, _ codes: UnsafeRawBufferPointer, mask: Int, _ leastCode: UInt8) {
    unsafe documents = list.documents
    unsafe self.codes = codes
    unsafe largestLocal = codes.count &- 1
    unsafe self.mask = mask
    unsafe self.leastCode = leastCode
  }

  @inline(__always)
  func skippedCount(_ place: Int, _ end: Int) -> Int {
    @inline(__always) func code(_ place: Int) -> UInt8 {
      unsafe codes[min(Int(NarrowNumbers.document(documents, place)) & mask, largestLocal)]
    }
    let largest = max(max(code(place), code(place &+ 1)), max(code(place &+ 2), code(place &+ 3)))
    return unsafe largest < leastCode ? 4 : 0
  }
}

/// What is asked about a document of a posting before it is gathered, besides its lists.
private protocol FirstLook {
  /// What it adds to any document at most, in units.
  var bound: Int32 { get }
  /// What it adds to a document at most, in parts of a unit.
  func parts(_ local: Int) -> Int32
  /// 1 where the document is admitted, else 0.
  func admission(_ local: Int) -> Int
}

private struct NoLook: FirstLook {
  @inline(__always) var bound: Int32 { 0 }
  @inline(__always) func parts(_ local: Int) -> Int32 { 0 }
  @inline(__always) func admission(_ local: Int) -> Int { 1 }
}

/// The heaviest column: with it known, most documents need no other.
@unsafe
private struct LevelLook: FirstLook {
  let bound: Int32
  private let levels: UnsafeRawPointer
  private let partsPerLevel: Int32

  /// - Parameter window: full, so that no local number leads behind it.
  init(_ column: ImpactSweep.Column, _ window: Range<Int>) {
    unsafe bound = column.bound
    unsafe levels = column.documents + column.byte(ofStrip: window.lowerBound)
    unsafe partsPerLevel = Int32(ColumnLayout.codesPerLevel) &* column.codeWeight
  }

  @inline(__always)
  func parts(_ local: Int) -> Int32 {
    let place = ColumnLayout.place(of: local)
    let level = unsafe levels.load(fromByteOffset: place.byte, as: UInt8.self) &>> place.shift & 15
    return unsafe Int32(level) &* partsPerLevel
  }

  @inline(__always) func admission(_ local: Int) -> Int { 1 }
}

/// The heaviest column where it has bits.
@unsafe
private struct BitLook: FirstLook {
  let bound: Int32
  private let bits: UnsafeRawPointer
  /// Of the window's documents.
  private let codes: UnsafeRawPointer
  private let partsPerCode: Int32

  /// - Parameters:
  ///   - column: has bits.
  ///   - window: full, so that no local number leads behind it.
  init(_ column: ImpactSweep.Column, _ window: Range<Int>) {
    unsafe bound = column.bound
    unsafe bits = column.documents + column.byte(ofStrip: window.lowerBound)
    unsafe codes = (column.unitCodes ?? column.documents) + window.lowerBound
    unsafe partsPerCode = column.codeWeight
  }

  @inline(__always)
  func parts(_ local: Int) -> Int32 {
    let isThere = unsafe bits.load(fromByteOffset: local &>> 3, as: UInt8.self) &>> UInt8(local & 7) & 1
    return unsafe Int32(isThere) &* Int32(codes.load(fromByteOffset: local, as: UInt8.self)) &* partsPerCode
  }

  @inline(__always) func admission(_ local: Int) -> Int { 1 }
}

/// The filter: most documents that it does not admit need not be looked for in any column.
private struct FilterLook: FirstLook {
  private let admitted: DocumentSet
  private let firstDocument: Int

  init(_ admitted: DocumentSet, _ window: Range<Int>) {
    self.admitted = admitted
    firstDocument = window.lowerBound
  }

  @inline(__always) var bound: Int32 { 0 }
  @inline(__always) func parts(_ local: Int) -> Int32 { 0 }

  @inline(__always)
  func admission(_ local: Int) -> Int {
    admitted.contains(min(firstDocument &+ local, admitted.documentCount &- 1)) ? 1 : 0
  }
}
