import IndexStorage

/// The terms of a range with their postings as they go to the file; offsets count from the range's own beginning.
struct EncodedTerms: Sendable {
  private struct Row {
    var termEnd: Int
    var documentCount: Int
    var single: (document: UInt32, frequency: UInt32)
    var postingsOffset: Int
    var positionsOffset: Int
  }

  private(set) var postings = ByteWriter()
  private(set) var positions = ByteWriter()
  private var termBytes: [UInt8] = []
  private var rows: [Row] = []

  init(sources: [any SegmentSource], documentMaps: [[UInt32]], range: TermRange, encoder: PostingEncoder) {
    var terms = TermMerge(
      zip(sources, documentMaps).map { source, map in source.makeTermSource(documentMap: map, terms: range) })
    var encoder = encoder
    var list = PostingList()
    var term: [UInt8] = []
    while terms.next(into: &list, term: &term) {
      guard list.count > 0 else { continue }
      termBytes.append(contentsOf: term)
      rows.append(
        Row(
          termEnd: termBytes.count, documentCount: list.count,
          single: (list.postings[0].document, list.postings[0].frequency),
          postingsOffset: postings.count, positionsOffset: positions.count))
      encoder.encode(list, stream: Int(term[0]), postings: &postings, positions: &positions)
    }
  }

  /// Hands every term to the dictionary.
  ///
  /// - Parameters:
  ///   - postingsOffset: where the range's postings will stand in their section.
  ///   - positionsOffset: where its positions will.
  func append(to dictionary: inout DictionaryEncoder, postingsOffset: Int, positionsOffset: Int) {
    var start = 0
    for row in rows {
      dictionary.append(
        term: termBytes[start..<row.termEnd], documentCount: row.documentCount, single: row.single,
        postingsOffset: postingsOffset + row.postingsOffset, positionsOffset: positionsOffset + row.positionsOffset)
      start = row.termEnd
    }
  }
}
