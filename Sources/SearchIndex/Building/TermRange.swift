/// A run of consecutive terms, so that several threads can each write some of a segment's terms.
struct TermRange: Equatable, Sendable {
  /// The first term that belongs to it, where there is one before.
  var start: [UInt8]?
  /// The first term behind it, where there is one.
  var end: [UInt8]?

  static let all = TermRange()

  /// Consecutive ranges of about as many postings each, covering all terms of the sources.
  ///
  /// - Parameter postingCount: postings of a range. A range holds whole terms, so that frequent ones make larger ranges.
  /// - Complexity: linear in the terms of the sources.
  static func split(_ sources: [any SegmentSource], postingCount: Int) -> [TermRange] {
    let samplesInRange = 8
    var samples: [[UInt8]] = []
    for source in sources {
      source.forEachTerm(every: max(1, postingCount / samplesInRange)) { term in samples.append(term) }
    }
    samples.sort { $0.lexicographicallyPrecedes($1) }
    var ranges = [TermRange.all]
    for place in stride(from: samplesInRange, to: samples.count, by: samplesInRange)
    where samples[place] != ranges[ranges.count - 1].start {
      ranges[ranges.count - 1].end = samples[place]
      ranges.append(TermRange(start: samples[place], end: nil))
    }
    return ranges
  }
}
