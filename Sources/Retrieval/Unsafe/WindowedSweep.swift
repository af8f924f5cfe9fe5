import SearchIndex

/// Adds the postings of one term after the other into a window of accumulators, then looks for the best.
///
/// For a query of many terms this beats every document-at-a-time method: no comparison and no skipping per posting,
/// only arithmetic on blocks of 128 (score-at-a-time in the words of Lin and Trotman, "Anytime ranking for
/// impact-ordered indexes", ICTIR 2015, but in document order and exact).
///
/// Invariant: `accumulators` holds ``windowDocumentCount`` numbers, all zero between windows; documents of a decoded
/// block are below the segment's document count, which is also the count of every norm array in use.
@safe
final class WindowedSweep {
  /// Documents in a window: their accumulators (256 KiB) stay in the second-level cache.
  static let windowDocumentCount = 1 << 16

  private let accumulators: UnsafeMutablePointer<Int32>
  private let contributions: UnsafeMutablePointer<Float>
  private let gatheredNorms: UnsafeMutablePointer<Float>
  private let block = PostingBlock()

  init() {
    unsafe accumulators = UnsafeMutablePointer<Int32>.allocate(capacity: Self.windowDocumentCount)
    unsafe accumulators.initialize(repeating: 0, count: Self.windowDocumentCount)
    unsafe contributions = UnsafeMutablePointer<Float>.allocate(capacity: 128)
    unsafe contributions.initialize(repeating: 0, count: 128)
    unsafe gatheredNorms = UnsafeMutablePointer<Float>.allocate(capacity: 128)
    unsafe gatheredNorms.initialize(repeating: 1, count: 128)
  }

  deinit {
    unsafe accumulators.deallocate()
    unsafe contributions.deallocate()
    unsafe gatheredNorms.deallocate()
  }

  func run(_ query: SegmentQuery, documents: Range<Int>, limit: Int) -> [TopDocuments.Entry] {
    var top = TopDocuments(capacity: limit)
    var nextBlocks = Array(repeating: 0, count: query.terms.count)
    var start = documents.lowerBound
    while start < documents.upperBound {
      let window = start..<min(start + Self.windowDocumentCount, documents.upperBound)
      for (index, term) in query.terms.enumerated() {
        nextBlocks[index] = add(term, from: nextBlocks[index], norms: query.norms[term.stream], window: window)
      }
      collect(window: window, admitted: query.admitted, into: &top)
      start = window.upperBound
    }
    return top.sorted
  }

  /// Adds a term's postings in the window and returns the block to go on with.
  private func add(_ term: SegmentQuery.Term, from firstBlock: Int, norms: [Float], window: Range<Int>) -> Int {
    let postings = term.postings
    let (first, end) = (UInt32(window.lowerBound), UInt32(window.upperBound))
    var number = firstBlock
    unsafe norms.withUnsafeBufferPointer { norms in
      let norms = norms.baseAddress!
      while number < postings.blockCount {
        let last = postings.lastDocument(ofBlock: number)
        if last >= first {
          postings.decode(block: number, into: block)
          unsafe addBlock(weight: term.weight, norms: norms, first: first, end: end)
        }
        if last >= end { return }
        number += 1
      }
    }
    return number
  }

  private func addBlock(weight: Float, norms: UnsafePointer<Float>, first: UInt32, end: UInt32) {
    let documents = unsafe block.documents
    var lower = 0
    var upper = block.count
    if unsafe documents[0] < first { while unsafe lower < upper && documents[lower] < first { lower &+= 1 } }
    if unsafe documents[upper &- 1] >= end {
      while unsafe upper > lower && documents[upper &- 1] >= end { upper &-= 1 }
    }
    guard lower < upper else { return }
    // A gather, then arithmetic that the compiler turns into vectors, then additions. The conversion to whole numbers
    // stays with the additions: of a whole vector it is one slow call for each lane.
    for index in lower..<upper { unsafe gatheredNorms[index] = norms[Int(documents[index])] }
    let frequencies = unsafe block.frequencies
    for index in lower..<upper {
      let frequency = unsafe Float(Int32(bitPattern: frequencies[index]))
      unsafe contributions[index] = weight * (frequency / (frequency + gatheredNorms[index]))
    }
    let base = unsafe accumulators - Int(first)
    for index in lower..<upper { unsafe base[Int(documents[index])] &+= Int32(contributions[index]) }
  }

  /// Offers every document above the threshold and clears the window.
  private func collect(window: Range<Int>, admitted: DocumentSet?, into top: inout TopDocuments) {
    let count = window.count
    let raw = unsafe UnsafeMutableRawPointer(accumulators)
    var threshold = top.threshold
    var index = 0
    while index < count {
      // Scores and thresholds are not negative, so the sign of threshold - score says which is larger; a comparison of
      // vectors would fill its mask lane by lane. The tail of the last vectors is zero, which no threshold lets pass.
      let limit = SIMD4<Int32>(repeating: threshold)
      let offset = index &* 4
      var signs = unsafe limit &- raw.loadUnaligned(fromByteOffset: offset, as: SIMD4<Int32>.self)
      signs |= unsafe limit &- raw.loadUnaligned(fromByteOffset: offset &+ 16, as: SIMD4<Int32>.self)
      signs |= unsafe limit &- raw.loadUnaligned(fromByteOffset: offset &+ 32, as: SIMD4<Int32>.self)
      signs |= unsafe limit &- raw.loadUnaligned(fromByteOffset: offset &+ 48, as: SIMD4<Int32>.self)
      if (signs[0] | signs[1] | signs[2] | signs[3]) < 0 {
        for place in index..<index &+ 16 {
          let score = unsafe accumulators[place]
          guard score > threshold, admitted?.contains(window.lowerBound + place) ?? true else { continue }
          top.insert(score: score, document: UInt32(window.lowerBound + place))
          threshold = top.threshold
        }
      }
      index &+= 16
    }
    unsafe accumulators.update(repeating: 0, count: count)
  }
}
