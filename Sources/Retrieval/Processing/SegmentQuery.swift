import SearchIndex
import TextAnalysis

/// A query made ready for one segment.
struct SegmentQuery: Sendable {
  struct Term: Sendable {
    /// Place among the query's terms.
    var index: Int
    var postings: TermPostings
    /// query weight · term weight, in units of the query's ``FixedPoint``.
    var weight: Float
    var stream: TermStream
  }

  let segment: SegmentReader
  /// In the query's order; terms that the segment does not hold are left out.
  let terms: [Term]
  /// `nil` admits every document.
  let admitted: DocumentSet?
  /// Mean lengths of the collection, by stream: what scores are made with. Impact codes are made with the segment's own.
  let averageLengths: [Float]
  /// No exact impact is more than this times its code / 255, nor less than ``leastFactor`` times (code - 1) / 255: a
  /// norm grows or shrinks at most as the average length does, and the impact with it.
  let largestFactor: Float
  let leastFactor: Float

  init(
    segment: SegmentReader, terms: [Term], admitted: DocumentSet?, averageLengths: [Float]
  ) {
    self.segment = segment
    self.terms = terms
    self.admitted = admitted
    self.averageLengths = averageLengths
    var (largest, least): (Float, Float) = (1, 1)
    for stream in Set(terms.map(\.stream)) {
      let ratio = averageLengths[Int(stream.rawValue)] / segment.averageLength(of: stream)
      largest = max(largest, ratio)
      least = min(least, ratio)
    }
    // Room for rounding.
    largestFactor = largest * 1.000_01
    leastFactor = least * 0.999_99
  }

  var documentCount: Int { segment.documentCount }

  var postingCount: Int { terms.reduce(0) { $0 + $1.postings.documentCount } }

  /// The norms that scores are made with.
  func norms(of stream: TermStream) -> LengthNorms {
    segment.norms(of: stream, average: averageLengths[Int(stream.rawValue)])
  }
}
