import SearchIndex
import TextAnalysis

/// Gives candidates their exact scores, and says which terms they hold.
///
/// Invariant: ``places`` holds a number for each document of a range, all zero between uses.
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

  /// What the length of every candidate makes of frequencies, in one stream.
  private final class StreamNorms {
    /// Under the segment's own average length: what codes are made with.
    var own: [Float] = []
    /// Under the collection's: what scores are made with.
    var exact: [Float] = []
    /// The codes of frequencies 1, 2 and 3: nearly all there are.
    var codes: [SIMD4<UInt8>] = []

    init(_ query: SegmentQuery, stream: TermStream, candidates: [UInt32]) {
      let (ownNorms, exactNorms) = (query.segment.norms(of: stream), query.norms(of: stream))
      own.reserveCapacity(candidates.count)
      exact.reserveCapacity(candidates.count)
      codes.reserveCapacity(candidates.count)
      for document in candidates {
        let norm = ownNorms[Int(document)]
        own.append(norm)
        exact.append(exactNorms[Int(document)])
        codes.append(
          SIMD4(
            Impact.code(frequency: 1, norm: norm), Impact.code(frequency: 2, norm: norm),
            Impact.code(frequency: 3, norm: norm), 0))
      }
    }
  }

  /// For every document of a range its place among the candidates + 1.
  private let places: UnsafeMutablePointer<UInt32>

  init() {
    unsafe places = UnsafeMutablePointer<UInt32>.allocate(capacity: PostingForm.rangeDocumentCount)
    unsafe places.initialize(repeating: 0, count: PostingForm.rangeDocumentCount)
  }

  deinit { unsafe places.deallocate() }

  /// - Parameters:
  ///   - candidates: ascending, below the segment's document count.
  ///   - isRecording: whether the matches are wanted too.
  /// - Returns: the exact score of every candidate, and where terms occur.
  /// - Complexity: for each term linear in the candidates times the logarithm of its postings, or in both.
  func score(
    _ candidates: [UInt32], _ query: SegmentQuery, isRecording: Bool
  ) -> (scores: [Int32], matches: Matches) {
    var scores = Array(repeating: Int32(0), count: candidates.count)
    var recorded: [Recorded] = []
    var norms: [StreamNorms?] = TermStream.allCases.map { _ in nil }
    for stream in Set(query.terms.map(\.stream)) {
      norms[Int(stream.rawValue)] = StreamNorms(query, stream: stream, candidates: candidates)
    }
    var first = 0
    while first < candidates.count {
      let range = Int(candidates[first]) / PostingForm.rangeDocumentCount
      let end = (range + 1) * PostingForm.rangeDocumentCount
      var last = first + 1
      while last < candidates.count, Int(candidates[last]) < end { last += 1 }
      let group = first..<last
      for candidate in group {
        let local = Int(UInt16(truncatingIfNeeded: candidates[candidate]))
        unsafe places[local] = UInt32(truncatingIfNeeded: candidate &+ 1)
      }
      for (number, term) in query.terms.enumerated() {
        guard let norms = norms[Int(term.stream.rawValue)] else { continue }
        let postings = query.postings[number]
        forEachCode(of: postings, among: candidates, group, range: range) { candidate, code in
          let codes = norms.codes[candidate]
          let frequency: UInt32
          if code == 0 {
            // A unit list: once, but for its exceptions.
            frequency = postings.frequency(ofCode: 0, in: candidates[candidate], norm: norms.own[candidate])
          } else if code == codes[0], codes[0] != codes[1] {
            frequency = 1
          } else if code == codes[1], codes[0] != codes[1], codes[1] != codes[2] {
            frequency = 2
          } else {
            frequency = postings.frequency(ofCode: code, in: candidates[candidate], norm: norms.own[candidate])
          }
          scores[candidate] &+= Contribution.units(
            weight: term.weight, frequency: frequency, norm: norms.exact[candidate])
          if isRecording {
            recorded.append(
              Recorded(term: UInt32(number), candidate: UInt32(candidate), frequency: frequency))
          }
        }
      }
      for candidate in group { unsafe places[Int(UInt16(truncatingIfNeeded: candidates[candidate]))] = 0 }
      first = last
    }
    return (scores, Matches(recorded, termCount: query.terms.count))
  }

  /// Calls `body` for every candidate of one range that holds a term; the code of a posting in a unit list is 0.
  @inline(__always)
  private func forEachCode(
    of postings: TermPostings, among candidates: [UInt32], _ group: Range<Int>, range: Int,
    _ body: (_ candidate: Int, _ code: UInt8) -> Void
  ) {
    switch unsafe postings.layout {
    case .column(let levels, let excesses):
      for candidate in group {
        let place = ColumnLayout.place(of: Int(candidates[candidate]))
        let level = unsafe levels.load(fromByteOffset: place.byte, as: UInt8.self) &>> place.shift & 15
        if level > 0 {
          let excess = unsafe excesses.load(fromByteOffset: place.byte, as: UInt8.self) &>> place.shift & 15
          body(candidate, ColumnLayout.code(level: level, excess: excess))
        }
      }
    case .ranges(let documents, let codes, let isUnit):
      unsafe forEachPlace(
        documents: documents, places: postings.places(inRange: range), candidates: candidates, group
      ) { candidate, place in
        body(candidate, isUnit ? 0 : unsafe codes.load(fromByteOffset: place, as: UInt8.self))
      }
    case .single, .list:
      for candidate in group {
        let code = postings.code(of: candidates[candidate])
        if code > 0 { body(candidate, code) }
      }
    }
  }

  /// Finds the candidates of one range among the places of its postings.
  @inline(__always)
  private func forEachPlace(
    documents: UnsafeRawPointer, places postings: Range<Int>, candidates: [UInt32], _ group: Range<Int>,
    _ body: (_ candidate: Int, _ place: Int) -> Void
  ) {
    if postings.count <= group.count * 24 {
      for place in postings {
        let local = unsafe UInt16(littleEndian: documents.loadUnaligned(fromByteOffset: place &* 2, as: UInt16.self))
        let candidate = unsafe places[Int(local)]
        if candidate > 0 { body(Int(candidate) &- 1, place) }
      }
      return
    }
    // Few candidates are looked up among many postings.
    var low = postings.lowerBound
    for candidate in group {
      let local = UInt16(truncatingIfNeeded: candidates[candidate])
      low = unsafe Self.lowerBound(documents, low..<postings.upperBound, local)
      guard low < postings.upperBound else { return }
      if unsafe UInt16(littleEndian: documents.loadUnaligned(fromByteOffset: low &* 2, as: UInt16.self)) == local {
        body(candidate, low)
      }
    }
  }

  /// The first place whose local document is at least `local`, by binary search.
  @inline(__always)
  private static func lowerBound(_ documents: UnsafeRawPointer, _ places: Range<Int>, _ local: UInt16) -> Int {
    var low = places.lowerBound
    var count = places.count
    // One comparison a step that the compiler turns into a conditional move.
    while count > 0 {
      let half = count &>> 1
      let middle = unsafe UInt16(
        littleEndian: documents.loadUnaligned(fromByteOffset: (low &+ half) &* 2, as: UInt16.self))
      let isBelow = middle < local
      low = isBelow ? low &+ half &+ 1 : low
      count = isBelow ? count &- half &- 1 : half
    }
    return low
  }
}
