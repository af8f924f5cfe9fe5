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
    /// Factor that makes the segment's impact bounds safe under the collection's average length.
    var boundFactor: Float

    /// No posting of the term in the block scores more.
    func bound(ofBlock block: Int) -> Int32 { bound(impact: postings.impactBound(ofBlock: block)) }

    /// No posting of the term scores more.
    var bound: Int32 { bound(impact: postings.impactBound) }

    private func bound(impact: Float) -> Int32 { Int32(weight * min(1, impact * boundFactor) * 1.000_001) + 1 }
  }

  /// In the query's order; terms that the segment does not hold are left out.
  var terms: [Term]
  var norms: SegmentNorms
  /// `nil` admits every document.
  var admitted: DocumentSet?
  var documentCount: Int

  var postingCount: Int { terms.reduce(0) { $0 + $1.postings.documentCount } }
}

/// The length norms of a segment's documents under the collection's average lengths, by stream.
struct SegmentNorms: Sendable {
  private let byStream: [[Float]]

  init(segment: LiveSegment, collection: CollectionSnapshot) {
    byStream = TermStream.allCases.map { stream in
      guard segment.reader.totalLengths[Int(stream.rawValue)] > 0 else { return [] }
      let average = collection.averageLength(of: stream)
      let saturation = collection.configuration.schema.saturation(of: stream)
      return (0..<segment.documentCount).map { document in
        ImpactBound.norm(
          length: segment.reader.length(of: document, stream: stream), average: average, saturation: saturation)
      }
    }
  }

  subscript(stream: TermStream) -> [Float] { byStream[Int(stream.rawValue)] }
}
