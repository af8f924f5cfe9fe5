import CVectorKernels
import SearchIndex

/// Lists into accumulators: which of them, and from where to where.
extension ImpactSweep {
  /// Sets every list to its postings of a range.
  func enter(range: Int, _ query: SegmentQuery, firstDocument: Int) {
    unsafe lists.withUnsafeMutableBufferPointer { lists in
      for number in lists.indices {
        if unsafe lists[number].isWide {
          // Wide lists go through all ranges.
          if unsafe lists[number].end == 0 {
            unsafe lists[number].end = lists[number].count
            unsafe lists[number].next = lists[number].firstPlace(notBefore: UInt32(firstDocument))
          }
        } else {
          let postings = unsafe query.postings[lists[number].term]
          let places = unsafe (lists[number].isUnit ? postings.unit : postings.repeated).places(inRange: range)
          unsafe lists[number].next = places.lowerBound
          unsafe lists[number].end = places.upperBound
        }
      }
    }
  }

  /// The lists that lead to every document that can reach the threshold: without them not even all lighter lists and all
  /// columns do.
  struct LeadingLists {
    /// This one and all heavier ones.
    var first: Int
    /// The one before, where it leads by its largest codes only.
    var partial: (number: Int, leastCode: UInt8)?
  }

  /// Of the lightest list that must lead the largest codes may be enough: a document with less of it, and without the
  /// heavier ones, does not reach the threshold. (Lists split by impact: Kane and Tompa, "Split-lists and initial thresholds
  /// for WAND-based search", SIGIR 2018; here the split follows from the threshold.)
  func leadingLists(_ columnsBound: Int32, threshold: Int32) -> LeadingLists {
    var sum = columnsBound
    for number in unsafe lists.indices {
      let list = unsafe lists[number]
      if unsafe sum &+ list.increment >= threshold {
        // Thin lists are not worth it, nor are codes that many postings have.
        guard unsafe !list.isWide && (threshold &- sum) &* 4 >= list.bound &* 3 else {
          return LeadingLists(first: number)
        }
        let leastParts = leastParts(threshold: threshold, rest: sum)
        let leastCode = unsafe (leastParts &+ list.weight &- 1) / list.weight
        return LeadingLists(first: number + 1, partial: (number, UInt8(min(leastCode, 255))))
      }
      unsafe sum += list.increment
    }
    return unsafe LeadingLists(first: lists.count)
  }

  /// Whether going through the postings of the leading lists costs less than going through all documents. If so, decides
  /// which of the others are looked up.
  func isThin(_ leading: LeadingLists, _ query: SegmentQuery) -> Bool {
    var postingCount = 0
    for number in unsafe leading.first..<lists.count { unsafe postingCount += lists[number].count }
    // Every posting may have to look into all columns; going through all documents adds them by vectors. Of a partial list
    // the codes are looked at.
    let columnCount = unsafe columns.count
    let partialCount = leading.partial.map { unsafe lists[$0.number].count } ?? 0
    guard (postingCount + partialCount / 4) * 27 * (1 + columnCount) < query.documentCount * (2 + columnCount) else {
      return false
    }
    for number in unsafe lists.indices {
      unsafe lists[number].isLookedUp =
        number < leading.first && number != leading.partial?.number && lists[number].count > postingCount * 16
    }
    return true
  }

  /// Adds the postings of one window.
  func addLists(_ window: Range<Int>, andLookedUp: Bool) {
    let isFull = window.count == windowDocumentCount
    unsafe lists.withUnsafeMutableBufferPointer { lists in
      for number in lists.indices where unsafe andLookedUp || !lists[number].isLookedUp {
        // Many lists have few postings, and none in most windows.
        if unsafe lists[number].next == lists[number].end {
          unsafe lists[number].first = lists[number].end
          continue
        }
        unsafe add(&lists[number], start: window.lowerBound, end: window.upperBound, isFull: isFull)
      }
    }
  }

  /// Asks for the first postings of all lists of a range: lists are short and far from each other, and the beginning of each
  /// would be waited for.
  func prefetchLists() {
    unsafe lists.withUnsafeBufferPointer { lists in
      for number in lists.indices {
        let list = unsafe lists[number]
        let width = unsafe list.isWide ? WideNumbers.byteCount : NarrowNumbers.byteCount
        // Of a long list the beginning is enough, how it goes on is asked for while it is added.
        let end = unsafe min(list.end, list.next &+ Self.prefetchedPostingCount)
        for place in unsafe stride(from: list.next, to: end, by: Self.lineByteCount / width) {
          unsafe moim_prefetch(list.documents, place &* width)
        }
        if unsafe list.isUnit { continue }
        for place in unsafe stride(from: list.next, to: end, by: Self.lineByteCount) {
          unsafe moim_prefetch(list.codes, place)
        }
      }
    }
  }

  private func add(_ list: inout List, start: Int, end: Int, isFull: Bool) {
    if isNarrow {
      unsafe add(&list, start: start, end: end, isFull: isFull, to: sums, UnitSums.self)
    } else {
      unsafe add(&list, start: start, end: end, isFull: isFull, to: accumulators, PartSums.self)
    }
  }

  private func add<Sums: SumLayout>(
    _ list: inout List, start: Int, end: Int, isFull: Bool, to place: UnsafeMutablePointer<Sums.Sum>, _: Sums.Type
  ) {
    switch unsafe (list.isWide, list.isUnit) {
    case (false, false):
      unsafe add(&list, start: start, end: end, to: place, NarrowNumbers.self, PostingCodes.self, Sums.self)
    case (false, true) where isFull:
      unsafe add(&list, start: start, end: end, to: place, NarrowNumbers.self, FullWindowCodes.self, Sums.self)
    case (false, true):
      unsafe add(&list, start: start, end: end, to: place, NarrowNumbers.self, DocumentCodes.self, Sums.self)
    case (true, false):
      unsafe add(&list, start: start, end: end, to: place, WideNumbers.self, PostingCodes.self, Sums.self)
    case (true, true):
      unsafe add(&list, start: start, end: end, to: place, WideNumbers.self, DocumentCodes.self, Sums.self)
    }
  }

  private func add<Numbers: NumberLayout, Codes: CodeLayout, Sums: SumLayout>(
    _ list: inout List, start: Int, end: Int, to sums: UnsafeMutablePointer<Sums.Sum>, _: Numbers.Type, _: Codes.Type,
    _: Sums.Type
  ) {
    let base = Numbers.isLocal ? start & ~(PostingForm.rangeDocumentCount &- 1) : 0
    let (first, last) = (UInt32(truncatingIfNeeded: start &- base), UInt32(truncatingIfNeeded: end &- base))
    let documents = unsafe list.documents
    let codes = unsafe Codes.isOfDocuments ? list.codes + start : list.codes
    let largestLocal = end &- start &- 1
    let weight = unsafe list.weight
    let count = unsafe list.end
    let mask = windowDocumentCount &- 1
    @inline(__always) func addPosting(_ place: Int, _ document: UInt32) {
      let local = Int(document) & mask
      let code = unsafe codes.load(
        fromByteOffset: Codes.place(place, local: local, largestLocal: largestLocal), as: UInt8.self)
      unsafe sums[local] &+= Sums.sum(ofParts: Int32(code) &* weight)
    }
    var place = unsafe list.next
    if unsafe place < count && Numbers.document(documents, place) < first {
      place = unsafe list.firstPlace(notBefore: first)
    }
    unsafe list.first = place
    while unsafe place &+ 4 <= count && Numbers.document(documents, place &+ 3) < last {
      unsafe moim_prefetch(documents, place &* Numbers.byteCount &+ Self.prefetchedByteCount)
      unsafe addPosting(place, Numbers.document(documents, place))
      unsafe addPosting(place &+ 1, Numbers.document(documents, place &+ 1))
      unsafe addPosting(place &+ 2, Numbers.document(documents, place &+ 2))
      unsafe addPosting(place &+ 3, Numbers.document(documents, place &+ 3))
      place &+= 4
    }
    while place < count {
      let next = unsafe Numbers.document(documents, place)
      guard next < last else { break }
      addPosting(place, next)
      place &+= 1
    }
    unsafe list.next = place
  }

  /// What the lists that are added give a document of the window, in parts of a unit.
  @inline(__always)
  func partsOfLists(_ local: Int) -> Int32 {
    unsafe isNarrow ? Int32(sums[local]) &<< Self.partBits : accumulators[local]
  }

  /// Makes the sums of lists 0, of the last window behind its end too: damaged numbers may lead there.
  func clearSums() {
    if isNarrow {
      unsafe sums.update(repeating: 0, count: windowDocumentCount)
    } else {
      unsafe accumulators.update(repeating: 0, count: windowDocumentCount)
    }
  }
}

extension ImpactSweep.List {
  /// The first posting that is left and not before a document (its local number where the list is not wide).
  func firstPlace(notBefore document: UInt32) -> Int {
    var (low, high) = unsafe (next, end)
    while low < high {
      let middle = (low + high) / 2
      if unsafe self.document(middle) < document { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first posting that is left and not before a document, found in steps that double from a place that is left too:
  /// documents that are looked up one after the other mostly stand in their order, and not far from each other.
  @inline(__always)
  func firstPlace<Numbers: NumberLayout>(notBefore document: UInt32, near place: Int, _: Numbers.Type) -> Int {
    @inline(__always) func isBefore(_ place: Int) -> Bool { unsafe Numbers.document(documents, place) < document }
    var (low, high) = (place, place)
    if unsafe place > next && !isBefore(place &- 1) {
      low = unsafe next
    } else {
      var step = 4
      while unsafe low &+ step < end && isBefore(low &+ step) {
        low &+= step &+ 1
        step &*= 2
      }
      high = unsafe min(end, low &+ step)
    }
    // No step waits for a guess of the processor.
    var count = high &- low
    while count > 0 {
      let half = count &>> 1
      let isLower = isBefore(low &+ half)
      low = isLower ? low &+ half &+ 1 : low
      count = isLower ? count &- half &- 1 : half
    }
    return low
  }

  @inline(__always)
  func document(_ place: Int) -> UInt32 {
    unsafe isWide ? WideNumbers.document(documents, place) : NarrowNumbers.document(documents, place)
  }
}

/// How a list writes document numbers.
protocol NumberLayout {
  /// Whether they count from the beginning of their range.
  static var isLocal: Bool { get }
  /// From the beginning of one number to that of the next.
  static var byteCount: Int { get }
  static func document(_ documents: UnsafeRawPointer, _ place: Int) -> UInt32
}

enum NarrowNumbers: NumberLayout {
  static var isLocal: Bool { true }
  static var byteCount: Int { 2 }

  @inline(__always)
  static func document(_ documents: UnsafeRawPointer, _ place: Int) -> UInt32 {
    unsafe UInt32(UInt16(littleEndian: documents.loadUnaligned(fromByteOffset: place &* byteCount, as: UInt16.self)))
  }
}

enum WideNumbers: NumberLayout {
  static var isLocal: Bool { false }
  static var byteCount: Int { 4 }

  @inline(__always)
  static func document(_ documents: UnsafeRawPointer, _ place: Int) -> UInt32 {
    unsafe UInt32(littleEndian: documents.loadUnaligned(fromByteOffset: place &* byteCount, as: UInt32.self))
  }
}

/// Whose codes a list has.
private protocol CodeLayout {
  /// Whether they are those of frequency 1 in every document.
  static var isOfDocuments: Bool { get }
  /// Where the code of a posting stands.
  static func place(_ place: Int, local: Int, largestLocal: Int) -> Int
}

private enum PostingCodes: CodeLayout {
  static var isOfDocuments: Bool { false }

  @inline(__always)
  static func place(_ place: Int, local: Int, largestLocal: Int) -> Int { place }
}

private enum DocumentCodes: CodeLayout {
  static var isOfDocuments: Bool { true }

  /// Damaged numbers must not lead behind the codes of the window.
  @inline(__always)
  static func place(_ place: Int, local: Int, largestLocal: Int) -> Int { min(local, largestLocal) }
}

/// Of a window in which every local number is that of a document.
private enum FullWindowCodes: CodeLayout {
  static var isOfDocuments: Bool { true }

  @inline(__always)
  static func place(_ place: Int, local: Int, largestLocal: Int) -> Int { local }
}

/// What lists are added up in.
private protocol SumLayout {
  associatedtype Sum: FixedWidthInteger
  /// At least so many parts of a unit.
  static func sum(ofParts parts: Int32) -> Sum
}

/// Parts of a unit.
private enum PartSums: SumLayout {
  @inline(__always)
  static func sum(ofParts parts: Int32) -> Int32 { parts }
}

/// Units: a window of them is half as large and stays in the nearest cache.
private enum UnitSums: SumLayout {
  @inline(__always)
  static func sum(ofParts parts: Int32) -> UInt16 { UInt16(truncatingIfNeeded: ImpactSweep.units(ofParts: parts)) }
}
