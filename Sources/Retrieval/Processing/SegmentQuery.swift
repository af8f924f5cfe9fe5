import SearchIndex
import TextAnalysis

/// A query made ready for one segment. A class, for it is handed from one to the next while nothing changes it.
final class SegmentQuery: Sendable {
  struct Term: Sendable {
    /// Place among the query's terms.
    var index: Int
    /// query weight · term weight, in units of the query's ``FixedPoint``.
    var weight: Float
    var stream: TermStream
  }

  let segment: SegmentReader
  /// In the query's order; terms that the segment does not hold are left out.
  let terms: [Term]
  /// Of each term.
  let postings: [TermPostings]
  /// `nil` admits every document.
  let admitted: DocumentSet?
  /// Mean lengths of the collection, by stream: what scores are made with. Impact codes are made with the segment's own.
  let averageLengths: [Float]
  /// No exact impact is more than this times its code / 240, nor less than ``leastFactor`` times (code - 1) / 240: a
  /// norm grows or shrinks at most as the average length does, and the impact with it.
  let largestFactor: Float
  let leastFactor: Float

  init(
    segment: SegmentReader, terms: [Term], postings: [TermPostings], admitted: DocumentSet?, averageLengths: [Float]
  ) {
    self.segment = segment
    self.terms = terms
    self.postings = postings
    self.admitted = admitted
    self.averageLengths = averageLengths
    var (largest, least): (Float, Float) = (1, 1)
    for stream in TermStream.allCases where terms.contains(where: { $0.stream == stream }) {
      let ratio = averageLengths[Int(stream.rawValue)] / segment.averageLength(of: stream)
      largest = max(largest, ratio)
      least = min(least, ratio)
    }
    // Room for rounding.
    largestFactor = largest * 1.000_01
    leastFactor = least * 0.999_99
  }

  var documentCount: Int { segment.documentCount }

  var postingCount: Int { postings.reduce(0) { $0 + $1.documentCount } }

  /// The norms that scores are made with.
  func norms(of stream: TermStream) -> LengthNorms {
    segment.norms(of: stream, average: averageLengths[Int(stream.rawValue)])
  }
}
