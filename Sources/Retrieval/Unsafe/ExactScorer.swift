import SearchIndex
import TextAnalysis

/// Gives candidates their exact scores, and says which terms they hold.
///
/// Invariant: ``places`` holds a number for each document of a range, all zero between uses; ``locals`` and ``lows`` have
/// room for as many candidates.
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
  private struct StreamNorms {
    /// Under the segment's own average length: what codes are made with.
    var own: [Float] = []
    /// Under the collection's: what scores are made with.
    var exact: [Float] = []
    /// The codes of frequencies 1, 2 and 3: nearly all there are.
    var codes: [SIMD4<UInt8>] = []

    init(_ query: SegmentQuery, stream: TermStream, candidates: ArraySlice<UInt32>) {
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
  /// Of the candidates of a range: their numbers in it, and how far each is found in a list.
  private let locals: UnsafeMutablePointer<UInt16>
  private let lows: UnsafeMutablePointer<Int>

  init() {
    let count = PostingForm.rangeDocumentCount
    unsafe places = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    unsafe places.initialize(repeating: 0, count: count)
    unsafe locals = UnsafeMutablePointer<UInt16>.allocate(capacity: count)
    unsafe locals.initialize(repeating: 0, count: count)
    unsafe lows = UnsafeMutablePointer<Int>.allocate(capacity: count)
    unsafe lows.initialize(repeating: 0, count: count)
  }

  deinit {
    unsafe places.deallocate()
    unsafe locals.deallocate()
    unsafe lows.deallocate()
  }

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
    var first = 0
    while first < candidates.count {
      let range = Int(candidates[first]) / PostingForm.rangeDocumentCount
      let end = (range + 1) * PostingForm.rangeDocumentCount
      var last = first + 1
      while last < candidates.count, Int(candidates[last]) < end { last += 1 }
      let group = first..<last
      for candidate in group {
        let local = UInt16(truncatingIfNeeded: candidates[candidate])
        unsafe locals[candidate &- first] = local
        unsafe places[Int(local)] = UInt32(truncatingIfNeeded: candidate &+ 1)
      }
      for stream in TermStream.allCases {
        score(candidates, group, range: range, query, stream, isRecording: isRecording, &scores, &recorded)
      }
      for index in group.indices { unsafe places[Int(locals[index &- first])] = 0 }
      first = last
    }
    return (scores, Matches(recorded, termCount: query.terms.count))
  }

  /// Adds the terms of one stream to the scores of the candidates of one range.
  private func score(
    _ candidates: [UInt32], _ group: Range<Int>, range: Int, _ query: SegmentQuery, _ stream: TermStream,
    isRecording: Bool, _ scores: inout [Int32], _ recorded: inout [Recorded]
  ) {
    guard query.terms.contains(where: { $0.stream == stream }) else { return }
    let norms = StreamNorms(query, stream: stream, candidates: candidates[group])
    for (number, term) in query.terms.enumerated() where term.stream == stream {
      let postings = query.postings[number]
      forEachCode(of: postings, among: candidates, group, range: range) { candidate, code in
        let place = candidate &- group.lowerBound
        let codes = norms.codes[place]
        let frequency: UInt32
        if code == 0 {
          // A unit list: once, but for its exceptions.
          frequency = postings.frequency(ofCode: 0, in: candidates[candidate], norm: norms.own[place])
        } else if code == codes[0], codes[0] != codes[1] {
          frequency = 1
        } else if code == codes[1], codes[0] != codes[1], codes[1] != codes[2] {
          frequency = 2
        } else {
          frequency = postings.frequency(ofCode: code, in: candidates[candidate], norm: norms.own[place])
        }
        scores[candidate] &+= Contribution.units(weight: term.weight, frequency: frequency, norm: norms.exact[place])
        if isRecording {
          recorded.append(Recorded(term: UInt32(number), candidate: UInt32(candidate), frequency: frequency))
        }
      }
    }
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
    if postings.count <= group.count * 12 {
      for place in postings {
        let local = unsafe NarrowNumbers.document(documents, place)
        let candidate = unsafe places[Int(local)]
        if candidate > 0 { body(Int(candidate) &- 1, place) }
      }
      return
    }
    // Few candidates are looked up among many postings, step by step for all of them: no step waits for that of another.
    for index in 0..<group.count { unsafe lows[index] = postings.lowerBound }
    var count = postings.count
    while count > 1 {
      let half = count &>> 1
      for index in 0..<group.count {
        let middle = unsafe lows[index] &+ half
        let isBehind = unsafe NarrowNumbers.document(documents, middle) > UInt32(locals[index])
        unsafe lows[index] = isBehind ? middle &- half : middle
      }
      count &-= half
    }
    for index in 0..<group.count where unsafe NarrowNumbers.document(documents, lows[index]) == UInt32(locals[index]) {
      unsafe body(group.lowerBound &+ index, lows[index])
    }
  }
}
