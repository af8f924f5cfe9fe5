import SearchIndex
import TextAnalysis

/// Gives candidates their exact scores, and says which terms they hold.
///
/// Invariant: ``places`` holds a number for each document of a range, all zero between uses; the others have room for as
/// many candidates, ``lows``, ``unclear`` and the rows of ``hits``, ``hitCodes`` and ``hitFrequencies`` for one more.
@safe
final class ExactScorer {
  /// Where the terms of a query occur among candidates: term after term, ascending by document.
  struct Matches {
    /// Ends of the terms' parts of the arrays below, in the order of the segment's terms.
    var ends: [Int]
    /// Places among the candidates.
    var candidates: [UInt32]
    /// Weighted frequencies tf'.
    var frequencies: [UInt32]

    /// - Parameter recorded: ascending by candidate within a term.
    fileprivate init(_ recorded: [Recorded], termCount: Int) {
      // A counting sort by term.
      var next = Array(repeating: 0, count: termCount + 1)
      for match in recorded { next[Int(match.term) + 1] += 1 }
      for term in 0..<termCount { next[term + 1] += next[term] }
      ends = Array(next.dropFirst())
      candidates = Array(repeating: 0, count: recorded.count)
      frequencies = candidates
      for match in recorded {
        let place = next[Int(match.term)]
        next[Int(match.term)] += 1
        candidates[place] = match.candidate
        frequencies[place] = match.frequency
      }
    }
  }

  fileprivate struct Recorded {
    var term: UInt32
    var candidate: UInt32
    var frequency: UInt32
  }

  /// For every document of a range its place among the candidates + 1.
  private let places: UnsafeMutablePointer<UInt32>
  /// Of the candidates of a range: their numbers in it, and how far each is found in a list.
  private let locals: UnsafeMutablePointer<UInt16>
  private let lows: UnsafeMutablePointer<Int>
  /// Where they are in a plane of a ``ColumnLayout``: byte times 8 plus shift.
  private let columnPlaces: UnsafeMutablePointer<UInt32>
  /// Their norms in a stream under the segment's own average length, which codes are made with, and under that of the
  /// collection, which scores are made with.
  private let ownNorms: UnsafeMutablePointer<Float>
  private let exactNorms: UnsafeMutablePointer<Float>
  private let units: UnsafeMutablePointer<Int32>
  /// Terms that are looked for before they are added.
  private static let termBlockCount = 16
  /// Room of each of these terms, and how much of it is used.
  private var rowCapacity = 0
  private let hitCounts: UnsafeMutablePointer<Int>
  /// Candidates of a range that hold a term, a row for each of these terms, with its codes and frequencies; code 0 stands
  /// for frequency 1. Those with frequency 1 come first where they stand apart, each part in ascending order.
  private var hits: UnsafeMutablePointer<UInt32>
  private var hitCodes: UnsafeMutablePointer<UInt8>
  private var hitFrequencies: UnsafeMutablePointer<UInt32>
  /// Hits of a row whose codes alone do not tell their frequencies.
  private let unclear: UnsafeMutablePointer<Int>

  init() {
    let count = PostingForm.rangeDocumentCount
    unsafe places = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    unsafe places.initialize(repeating: 0, count: count)
    unsafe locals = UnsafeMutablePointer<UInt16>.allocate(capacity: count)
    unsafe locals.initialize(repeating: 0, count: count)
    unsafe lows = UnsafeMutablePointer<Int>.allocate(capacity: count + 1)
    unsafe lows.initialize(repeating: 0, count: count + 1)
    unsafe columnPlaces = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    unsafe ownNorms = UnsafeMutablePointer<Float>.allocate(capacity: count)
    unsafe exactNorms = UnsafeMutablePointer<Float>.allocate(capacity: count)
    unsafe units = UnsafeMutablePointer<Int32>.allocate(capacity: count)
    unsafe unclear = UnsafeMutablePointer<Int>.allocate(capacity: count + 1)
    unsafe hitCounts = UnsafeMutablePointer<Int>.allocate(capacity: Self.termBlockCount)
    (unsafe hits, unsafe hitCodes, unsafe hitFrequencies) = unsafe Self.rows(0)
  }

  deinit {
    unsafe places.deallocate()
    unsafe locals.deallocate()
    unsafe lows.deallocate()
    unsafe columnPlaces.deallocate()
    unsafe ownNorms.deallocate()
    unsafe exactNorms.deallocate()
    unsafe units.deallocate()
    unsafe unclear.deallocate()
    unsafe hitCounts.deallocate()
    deallocateRows()
  }

  private static func rows(
    _ capacity: Int
  ) -> (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt32>) {
    let count = capacity * termBlockCount
    return (.allocate(capacity: count), .allocate(capacity: count), .allocate(capacity: count))
  }

  private func deallocateRows() {
    unsafe hits.deallocate()
    unsafe hitCodes.deallocate()
    unsafe hitFrequencies.deallocate()
  }

  /// Makes room for the hits of so many candidates and one more. Damage may put a document into both parts of a term.
  private func reserveRows(_ candidateCount: Int) {
    guard 2 * candidateCount >= rowCapacity else { return }
    deallocateRows()
    rowCapacity = max(64, 2 * (candidateCount + candidateCount / 4) + 1)
    (unsafe hits, unsafe hitCodes, unsafe hitFrequencies) = unsafe Self.rows(rowCapacity)
  }

  /// - Parameters:
  ///   - candidates: ascending, below the segment's document count.
  ///   - isRecording: whether the matches are wanted too.
  /// - Returns: the exact score of every candidate, and where terms occur.
  /// - Complexity: for each term linear in the candidates times the logarithm of its postings, or in both.
  func score(
    _ candidates: [UInt32], _ query: SegmentQuery, isRecording: Bool
  ) -> (scores: [Int32], matches: Matches) {
    var scores: [Int32] = []
    scores.reserveCapacity(candidates.count)
    var recorded: [Recorded] = []
    var first = 0
    while first < candidates.count {
      let range = Int(candidates[first]) / PostingForm.rangeDocumentCount
      let end = (range + 1) * PostingForm.rangeDocumentCount
      var last = first + 1
      while last < candidates.count, Int(candidates[last]) < end { last += 1 }
      let group = candidates[first..<last]
      enter(group)
      for stream in TermStream.allCases where query.terms.contains(where: { $0.stream == stream }) {
        setNorms(query, stream, group)
        score(group, range: range, query, stream, isRecording: isRecording, &recorded)
      }
      unsafe scores.append(contentsOf: UnsafeBufferPointer(start: units, count: group.count))
      for place in 0..<group.count { unsafe places[Int(locals[place])] = 0 }
      first = last
    }
    return (scores, Matches(recorded, termCount: query.terms.count))
  }

  private func enter(_ group: ArraySlice<UInt32>) {
    reserveRows(group.count)
    for (place, document) in group.enumerated() {
      let local = UInt16(truncatingIfNeeded: document)
      unsafe locals[place] = local
      unsafe places[Int(local)] = UInt32(truncatingIfNeeded: place &+ 1)
      let columnPlace = ColumnLayout.place(of: Int(document))
      unsafe columnPlaces[place] = UInt32(truncatingIfNeeded: columnPlace.byte &<< 3) | UInt32(columnPlace.shift)
    }
    unsafe units.update(repeating: 0, count: group.count)
  }

  private func setNorms(_ query: SegmentQuery, _ stream: TermStream, _ group: ArraySlice<UInt32>) {
    let (own, exact) = (query.segment.norms(of: stream), query.norms(of: stream))
    for (place, document) in group.enumerated() {
      unsafe ownNorms[place] = own[Int(document)]
      unsafe exactNorms[place] = exact[Int(document)]
    }
  }

  /// Adds the terms of one stream to the ``units`` of the candidates of one range.
  ///
  /// A few terms are looked for before any of them is added: adding follows what has been read, looking does not, and the
  /// processor goes on with it as long as nothing has to be guessed.
  private func score(
    _ group: ArraySlice<UInt32>, range: Int, _ query: SegmentQuery, _ stream: TermStream, isRecording: Bool,
    _ recorded: inout [Recorded]
  ) {
    let termCount = query.terms.count
    for first in stride(from: 0, to: termCount, by: Self.termBlockCount) {
      let block = first..<min(termCount, first + Self.termBlockCount)
      for (row, number) in block.enumerated() where query.terms[number].stream == stream {
        unsafe hitCounts[row] = findHits(of: query.postings[number], among: group, range: range, row: row)
      }
      for (row, number) in block.enumerated() where query.terms[number].stream == stream {
        add(query.postings[number], number, weight: query.terms[number].weight, group, row: row)
        guard isRecording else { continue }
        record(number, row: row, firstCandidate: group.startIndex, &recorded)
      }
    }
  }

  /// Appends the hits of a row, ascending.
  private func record(_ term: Int, row: Int, firstCandidate: Int, _ recorded: inout [Recorded]) {
    let hits = unsafe (hits + row * rowCapacity)
    let count = unsafe hitCounts[row]
    /// Where the second part begins.
    var middle = min(1, count)
    while middle < count, unsafe hits[middle - 1] < hits[middle] { middle += 1 }
    var (first, second) = (0, middle)
    while first < middle || second < count {
      let isFirst = unsafe second == count || first < middle && hits[first] < hits[second]
      let hit = isFirst ? first : second
      first += isFirst ? 1 : 0
      second += isFirst ? 0 : 1
      unsafe recorded.append(
        Recorded(
          term: UInt32(term), candidate: UInt32(firstCandidate) + hits[hit],
          frequency: hitFrequencies[row * rowCapacity + hit]))
    }
  }

  /// Adds the hits of a term in a row of a block.
  private func add(_ postings: TermPostings, _ number: Int, weight: Float, _ group: ArraySlice<UInt32>, row: Int) {
    let (ownNorms, exactNorms, units) = unsafe (ownNorms, exactNorms, units)
    let (hits, hitCodes, hitFrequencies, unclear) = unsafe (hits, hitCodes, hitFrequencies, unclear)
    let rowHits = unsafe row &* rowCapacity..<row &* rowCapacity &+ hitCounts[row]
    var unclearCount = 0
    for hit in rowHits {
      let (place, code) = unsafe (Int(hits[hit]), hitCodes[hit])
      let frequency = code == 0 ? 1 : unsafe Impact.plainFrequency(ofCode: code, norm: ownNorms[place])
      unsafe hitFrequencies[hit] = frequency
      unsafe unclear[unclearCount] = hit
      unclearCount &+= frequency == 0 ? 1 : 0
    }
    if unclearCount > 0 { clear(unclearCount, postings, group) }
    for hit in rowHits {
      let place = unsafe Int(hits[hit])
      unsafe units[place] &+= Contribution.units(
        weight: weight, frequency: hitFrequencies[hit], norm: exactNorms[place])
    }
  }

  /// Finds the frequencies of the hits that are ``unclear``: exceptions are looked for step by step for all of them.
  private func clear(_ unclearCount: Int, _ postings: TermPostings, _ group: ArraySlice<UInt32>) {
    let (hits, lows, unclear) = unsafe (hits, lows, unclear)
    let exceptions = unsafe postings.exceptionsAddress
    @inline(__always) func document(_ index: Int) -> UInt32 {
      unsafe group[group.startIndex &+ Int(hits[unclear[index]])]
    }
    @inline(__always) func number(_ exception: Int, _ offset: Int) -> UInt32 {
      unsafe UInt32(littleEndian: exceptions.loadUnaligned(fromByteOffset: exception &* 8 &+ offset, as: UInt32.self))
    }
    for index in 0..<unclearCount { unsafe lows[index] = 0 }
    var count = postings.exceptionCount
    while count > 1 {
      let half = count &>> 1
      for index in 0..<unclearCount {
        let middle = unsafe lows[index] &+ half
        unsafe lows[index] = number(middle, 0) > document(index) ? middle &- half : middle
      }
      count &-= half
    }
    for index in 0..<unclearCount {
      let (hit, exception) = unsafe (unclear[index], lows[index])
      if count > 0, number(exception, 0) == document(index) {
        unsafe hitFrequencies[hit] = number(exception, 4) & 0xFF_FFFF
      } else {
        let norm = unsafe ownNorms[Int(hits[hit])]
        unsafe hitFrequencies[hit] =
          postings.exceptionCount > 0
          ? Impact.frequency(ofCode: hitCodes[hit], norm: norm)
          : postings.frequency(ofCode: hitCodes[hit], in: document(index), norm: norm)
      }
    }
  }

  /// Finds the candidates of one range that hold a term, ascending, and its codes.
  ///
  /// Nothing here waits for a guess of the processor: what does not hold the term is written over by the next.
  ///
  /// - Returns: how many there are in a row of ``hits`` and ``hitCodes``.
  private func findHits(of postings: TermPostings, among group: ArraySlice<UInt32>, range: Int, row: Int) -> Int {
    let (hits, hitCodes) = unsafe (hits + row &* rowCapacity, hitCodes + row &* rowCapacity)
    var hitCount = 0
    switch unsafe postings.layout {
    case .column(let levels, let excesses):
      let columnPlaces = unsafe columnPlaces
      for place in 0..<group.count {
        let columnPlace = unsafe columnPlaces[place]
        let (byte, shift) = (Int(columnPlace &>> 3), UInt8(truncatingIfNeeded: columnPlace & 7))
        let level = unsafe levels.load(fromByteOffset: byte, as: UInt8.self) &>> shift & 15
        let excess = unsafe excesses.load(fromByteOffset: byte, as: UInt8.self) &>> shift & 15
        unsafe hits[hitCount] = UInt32(truncatingIfNeeded: place)
        unsafe hitCodes[hitCount] = ColumnLayout.code(level: level, excess: excess)
        hitCount &+= level > 0 ? 1 : 0
      }
    case .parts:
      let (unit, repeated) = (postings.unit, postings.repeated)
      if unit.count > 0 { unsafe findHits(of: unit, among: group, range: range, hits, hitCodes, &hitCount) }
      if repeated.count > 0 { unsafe findHits(of: repeated, among: group, range: range, hits, hitCodes, &hitCount) }
    case .single(let document, let code):
      for (place, candidate) in group.enumerated() where candidate == document {
        unsafe hits[hitCount] = UInt32(truncatingIfNeeded: place)
        unsafe hitCodes[hitCount] = code
        hitCount &+= 1
      }
    }
    return hitCount
  }

  /// Finds the candidates of one range that are in a part of a term's postings, and appends them.
  private func findHits(
    of part: PostingPart, among group: ArraySlice<UInt32>, range: Int, _ allHits: UnsafeMutablePointer<UInt32>,
    _ allHitCodes: UnsafeMutablePointer<UInt8>, _ allHitCount: inout Int
  ) {
    let (hits, hitCodes) = unsafe (allHits + allHitCount, allHitCodes + allHitCount)
    var hitCount = 0
    switch part.form {
    case .bitmap:
      let bits = unsafe part.documents
      for (place, document) in group.enumerated() {
        let byte = unsafe bits.load(fromByteOffset: Int(document &>> 3), as: UInt8.self)
        unsafe hits[hitCount] = UInt32(truncatingIfNeeded: place)
        unsafe hitCodes[hitCount] = 0
        hitCount &+= Int(byte &>> UInt8(truncatingIfNeeded: document & 7) & 1)
      }
    case .ranges:
      let all = part.places(inRange: range)
      if all.count <= group.count * 3 {
        hitCount = unsafe findHits(part.documents, all, hits)
      } else {
        hitCount = unsafe lookUp(part.documents, all, candidateCount: group.count, hits)
      }
      // What stands in ``lows`` is the posting of each hit.
      let lows = unsafe lows
      for hit in 0..<hitCount {
        unsafe hitCodes[hit] = part.isUnit ? 0 : part.codes.load(fromByteOffset: lows[hit], as: UInt8.self)
      }
    case .list:
      for (place, document) in group.enumerated() {
        let code = part.code(of: document)
        unsafe hits[hitCount] = UInt32(truncatingIfNeeded: place)
        unsafe hitCodes[hitCount] = part.isUnit ? 0 : code
        hitCount &+= code > 0 ? 1 : 0
      }
    }
    allHitCount &+= hitCount
  }

  /// Goes through few postings.
  private func findHits(
    _ documents: UnsafeRawPointer, _ postings: Range<Int>, _ hits: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let (lows, places) = unsafe (lows, places)
    var (hitCount, last) = (0, UInt32(0))
    for posting in postings {
      let place = unsafe places[Int(NarrowNumbers.document(documents, posting))]
      unsafe hits[hitCount] = place &- 1
      unsafe lows[hitCount] = posting
      // Ascending even if damage repeats a document: there is room for as many hits as candidates.
      hitCount &+= place > last ? 1 : 0
      last = max(last, place)
    }
    return hitCount
  }

  /// Looks few candidates up among many postings, step by step for all of them: no step waits for that of another.
  private func lookUp(
    _ documents: UnsafeRawPointer, _ postings: Range<Int>, candidateCount: Int, _ hits: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let (locals, lows) = unsafe (locals, lows)
    for index in 0..<candidateCount { unsafe lows[index] = postings.lowerBound }
    var count = postings.count
    while count > 1 {
      let half = count &>> 1
      for index in 0..<candidateCount {
        let middle = unsafe lows[index] &+ half
        let isBehind = unsafe NarrowNumbers.document(documents, middle) > UInt32(locals[index])
        unsafe lows[index] = isBehind ? middle &- half : middle
      }
      count &-= half
    }
    var hitCount = 0
    for index in 0..<candidateCount {
      let posting = unsafe lows[index]
      unsafe hits[hitCount] = UInt32(truncatingIfNeeded: index)
      unsafe lows[hitCount] = posting
      hitCount &+= unsafe NarrowNumbers.document(documents, posting) == UInt32(locals[index]) ? 1 : 0
    }
    return hitCount
  }
}
