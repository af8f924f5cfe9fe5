public import ParallelExecution
import SearchIndex
public import TextAnalysis

/// Where the terms of a query occur among documents that were found, in flat memory.
public struct TermMatches: Sendable {
  public struct Term: Hashable, Sendable {
    public var stream: TermStream
    /// Query weight · term weight; 0 where no document of the collection holds the term.
    public var weight: Float
    /// The term's part of ``TermMatches/places`` and ``TermMatches/frequencies``.
    public var range: Range<Int>
  }

  /// In the query's order.
  public var terms: [Term] = []
  /// Places in the list of documents, ascending by document within a term.
  public var places: [UInt32] = []
  /// Weighted frequencies tf'.
  public var frequencies: [UInt32] = []
}

extension Searcher {
  /// The best documents, and where each term of the query occurs among them.
  ///
  /// - Complexity: that of the search, and linear in the documents of the collection and the postings of the terms.
  public func searchWithMatches(
    _ query: TermQuery, limit: Int, executor: ParallelExecutor = .serial
  ) -> (hits: [Hit], matches: TermMatches) {
    guard limit > 0, !query.isEmpty else { return ([], TermMatches()) }
    let prepared = prepare(query)
    let hits = search(prepared, limit: limit, processor: nil, executor: executor)
    // Each segment's terms point back to the query's.
    var matches = TermMatches()
    var parts = Array(repeating: [(segment: Int, term: SegmentQuery.Term)](), count: query.terms.count)
    for (number, segment) in prepared.segments.enumerated() {
      for term in segment.terms { parts[term.index].append((number, term)) }
    }
    let placesBySegment = collection.segments.indices.map { placeTable(of: hits, segment: $0) }
    for (index, weight) in prepared.weights.enumerated() {
      let start = matches.places.count
      for part in parts[index] {
        part.term.postings.collect(
          placesBySegment[part.segment], into: &matches.places, frequencies: &matches.frequencies)
      }
      matches.terms.append(
        TermMatches.Term(
          stream: query.terms[index].stream, weight: weight / prepared.unit.unitsPerOne,
          range: start..<matches.places.count))
    }
    return (hits, matches)
  }

  /// For every document of a segment its place among the hits, `UInt32.max` for none.
  private func placeTable(of hits: [Hit], segment: Int) -> [UInt32] {
    let base = collection.documentBases[segment]
    var places = Array(repeating: UInt32.max, count: collection.segments[segment].documentCount)
    for (place, hit) in hits.enumerated() where hit.document >= base && hit.document - base < places.count {
      places[hit.document - base] = UInt32(place)
    }
    return places
  }

  /// Calls `body` with every document that holds a term, deleted ones included, and its weighted frequency.
  public func forEachDocument(
    holding stream: TermStream, _ term: [UInt8], _ body: (_ document: UInt32, _ frequency: UInt32) -> Void
  ) {
    for (number, segment) in collection.segments.enumerated() {
      let base = UInt32(collection.documentBases[number])
      segment.reader.postings(stream: stream, term: term)?.forEachFrequency { body(base + $0, $1) }
    }
  }
}
