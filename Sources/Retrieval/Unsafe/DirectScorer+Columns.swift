import CVectorKernels
import SearchIndex

/// Queries with terms that most documents hold: whole strips of documents at a time.
extension DirectScorer {
  /// Whether this is the fastest way to a query's best documents.
  ///
  /// A posting costs some 10 ns here; elsewhere 1 ns, but each of the best 150 ns.
  static func suits(_ query: SegmentQuery, limit: Int) -> Bool {
    // What bounds cannot tell apart is scored exactly in the end, document by document.
    let spared = boundsAreCoarse(query, limit: limit) ? 4 * query.documentCount : 0
    // Divided, for the limit may be any number.
    return (cost(of: query) - spared - 256) / 12 <= limit
  }

  /// Of all that is done for postings and documents, in postings.
  private static func cost(of query: SegmentQuery) -> Int {
    var (cost, denseCount) = (0, 0)
    for postings in query.postings {
      let isDense = isDense(postings, query)
      // Where there are exceptions, other frequencies are not plain either.
      cost += isDense ? 3 * postings.exceptionCount + postings.repeated.count : postings.documentCount
      denseCount += isDense ? 1 : 0
    }
    // By vectors a document costs an eighth, and to look at all of them a twelfth.
    return cost + (denseCount > 0 ? (3 * denseCount + 2) * query.documentCount / 24 : 0)
  }

  /// Whether bounds of scores (``ImpactSweep``) would hardly tell documents apart: where so few have rare terms that most
  /// of those that are wanted have none, and what these differ in is a small part of the scores of the others.
  private static func boundsAreCoarse(_ query: SegmentQuery, limit: Int) -> Bool {
    var (frequentWeight, rareWeight, rareCount) = (Float(0), Float(0), 0)
    for (term, postings) in zip(query.terms, query.postings) {
      if isDense(postings, query) {
        frequentWeight += term.weight
      } else {
        rareWeight += term.weight
        rareCount += postings.documentCount
      }
    }
    return rareCount < limit && frequentWeight > 0 && frequentWeight * 128 < rareWeight
  }

  /// Whether a term is in so many documents that to score all of them by vectors is the fastest.
  static func isDense(_ postings: TermPostings, _ query: SegmentQuery) -> Bool {
    postings.isFrequent && postings.documentCount > query.documentCount / 5
  }

  /// What the kernels need; `nil` where all lengths are 0.
  func scoring(_ own: LengthNorms, _ exact: LengthNorms, weight: Float) -> moim_scoring? {
    guard let lengths = unsafe own.lengthsAddress else { return nil }
    return unsafe moim_scoring(
      lengths: lengths, k1: own.saturation.k1, b: own.saturation.b, own_average_length: own.average,
      exact_average_length: exact.average, weight: weight)
  }

  /// Adds the postings with frequency 1 of the whole strips of some documents.
  ///
  /// - Parameters:
  ///   - bits: of all documents of the segment.
  ///   - documents: of one range, from its first on.
  /// - Returns: where the first strip begins that is not whole.
  func addStrips(bits: UnsafeRawPointer, _ scoring: moim_scoring?, _ documents: Range<Int>) -> Int {
    guard var scoring = unsafe scoring else { return documents.lowerBound }
    let stripCount = documents.count / ColumnLayout.stripDocumentCount
    hasScoredStrips = true
    unsafe moim_score_bits(ImpactSweep.vectors, bits, &scoring, documents.lowerBound, stripCount, scores)
    return documents.lowerBound + stripCount * ColumnLayout.stripDocumentCount
  }

  /// Adds a column's postings of the whole strips of some documents.
  ///
  /// - Parameter documents: of one range, from its first on.
  /// - Returns: where the first strip begins that is not whole.
  func addStrips(
    _ postings: TermPostings, weight: Float, _ own: LengthNorms, _ exact: LengthNorms, _ documents: Range<Int>
  ) -> Int {
    guard case .column(let levels, let excesses) = unsafe postings.layout,
      let scoring = unsafe scoring(own, exact, weight: weight)
    else { return documents.lowerBound }
    let stripCount = documents.count / ColumnLayout.stripDocumentCount
    let end = documents.lowerBound + stripCount * ColumnLayout.stripDocumentCount
    let (scores, unclear) = unsafe (scores, unclear)
    hasScoredStrips = true
    var column = unsafe moim_scored_column(levels: levels, excesses: excesses, scoring: scoring)
    unsafe moim_score_column(
      ImpactSweep.vectors, &column, documents.lowerBound, stripCount, scores, unclear)
    @inline(__always) func add(_ document: UInt32, frequency: UInt32) {
      unsafe scores[Int(document) &- documents.lowerBound] &+= Contribution.units(
        weight: weight, frequency: frequency, norm: exact[Int(document)])
    }
    // Exceptions are all among the unclear ones; what is left of these is as its code says.
    postings.forEachException(in: documents.lowerBound..<end) { document, frequency, _ in
      let local = Int(document) - documents.lowerBound
      let bit = UInt8(1) << UInt8(local & 7)
      // Damaged numbers need not ascend.
      guard unsafe local >= 0 && unclear[local >> 3] & bit != 0 else { return }
      unsafe unclear[local >> 3] &= ~bit
      add(document, frequency: frequency)
    }
    for strip in 0..<stripCount {
      var bits = unsafe UInt64(
        littleEndian: UnsafeRawPointer(unclear).loadUnaligned(fromByteOffset: strip &* 8, as: UInt64.self))
      while bits != 0 {
        let document = UInt32(
          truncatingIfNeeded: documents.lowerBound &+ strip &* 64 &+ bits.trailingZeroBitCount)
        bits &= bits &- 1
        add(document, frequency: Impact.frequency(ofCode: postings.code(of: document), norm: own[Int(document)]))
      }
    }
    return end
  }

  /// Takes the best scores of some documents into ``keys``, and perhaps some more, and sets those of the range to zero.
  ///
  /// - Parameters:
  ///   - documents: of one range.
  ///   - base: the range's first document.
  func collectAll(_ documents: Range<Int>, base: Int, _ query: SegmentQuery, limit: Int) {
    let (scores, admitted) = unsafe (scores, query.admitted)
    @inline(__always) func isAdmitted(_ document: Int) -> Bool { admitted?.contains(document) ?? true }
    let wanted = unsafe UnsafeBufferPointer(start: scores + (documents.lowerBound - base), count: documents.count)
    // No score is more than all weights, which are below 2^30.
    let largest = min(query.terms.reduce(0) { $0 + $1.weight }, 0x1p30)
    let least = unsafe BestDocuments.leastScore(ofBest: limit, in: wanted.span, below: Int32(largest) + 1) {
      isAdmitted(documents.lowerBound &+ $0)
    }
    for document in documents {
      let score = unsafe scores[document &- base]
      guard score >= least, isAdmitted(document) else { continue }
      keys.append(BestDocuments.key(score: score, document: UInt32(truncatingIfNeeded: document)))
    }
    let count = min(Self.rangeDocumentCount, query.documentCount - base)
    unsafe scores.update(repeating: 0, count: count)
    unsafe marks.update(repeating: 0, count: (count + 63) / 64)
    hasScoredStrips = false
  }
}
