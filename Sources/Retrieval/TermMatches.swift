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
  /// - Complexity: that of the search; of the documents that are found, linear in the terms.
  public func searchWithMatches(
    _ query: TermQuery, limit: Int, executor: ParallelExecutor = .serial
  ) -> (hits: [Hit], matches: TermMatches) {
    guard limit > 0, !query.isEmpty else { return ([], TermMatches()) }
    let prepared = prepare(query)
    let shared = prepared.segments.count > 1 ? SharedThreshold() : nil
    let parts = executor.map(count: prepared.segments.count) { number, _ in
      SegmentMatches(prepared.segments[number], limit: limit, shared: shared)
    }
    var best: [(segment: Int, entry: ScoredDocument)] = []
    for (number, part) in parts.enumerated() { best += part.best.map { (number, $0) } }
    if parts.count > 1 { sort(&best) }
    best = Array(best.prefix(limit))
    let hits = best.map { hit($0.entry, segment: $0.segment, prepared) }

    // Among the candidates of a segment the hits have places; of the others matches are left out.
    var places = parts.map { Array(repeating: UInt32.max, count: $0.candidates.count) }
    for (place, found) in best.enumerated() {
      let candidates = parts[found.segment].candidates
      places[found.segment][candidates.firstIndex(notBefore: found.entry.document)] = UInt32(place)
    }
    var ranges = Array(repeating: [(segment: Int, matches: Range<Int>)](), count: query.terms.count)
    for (number, segment) in prepared.segments.enumerated() {
      var start = 0
      for (term, end) in zip(segment.terms, parts[number].matches.ends) {
        ranges[term.index].append((number, start..<end))
        start = end
      }
    }
    var matches = TermMatches()
    for (index, weight) in prepared.weights.enumerated() {
      let start = matches.places.count
      for (segment, range) in ranges[index] {
        let found = parts[segment].matches
        for match in range {
          let place = places[segment][Int(found.candidates[match])]
          guard place != .max else { continue }
          matches.places.append(place)
          matches.frequencies.append(found.frequencies[match])
        }
      }
      matches.terms.append(
        TermMatches.Term(
          stream: query.terms[index].stream, weight: weight / prepared.unit.unitsPerOne,
          range: start..<matches.places.count))
    }
    return (hits, matches)
  }

  /// Calls `body` with every document that holds a term, deleted ones included.
  public func forEachDocument(
    holding stream: TermStream, _ term: [UInt8], _ body: (_ document: UInt32) -> Void
  ) {
    for (number, segment) in collection.segments.enumerated() {
      let base = UInt32(collection.documentBases[number])
      segment.reader.postings(stream: stream, term: term)?.forEachDocument { body(base + $0) }
    }
  }
}

/// What a search of one segment found.
private struct SegmentMatches: Sendable {
  var best: [ScoredDocument]
  /// Ascending.
  var candidates: [UInt32]
  var matches: ExactScorer.Matches

  init(_ query: SegmentQuery, limit: Int, shared: SharedThreshold?) {
    candidates =
      query.terms.isEmpty
      ? []
      : Searcher.candidates(
        query, documents: 0..<query.documentCount, limit: limit,
        prunes: query.terms.count <= Searcher.fewTermCount, shared: shared)
    let scored = Searcher.score(candidates, query)
    matches = scored.matches
    best = Searcher.best(candidates, scores: scored.scores, limit: limit)
  }
}

extension [UInt32] {
  /// Binary search in ascending numbers.
  fileprivate func firstIndex(notBefore number: UInt32) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
