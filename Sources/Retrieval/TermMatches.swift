import SearchIndex
public import TextAnalysis

/// Where one term of a query occurs among given documents.
public struct TermMatches: Sendable {
  public struct Posting: Hashable, Sendable {
    /// Place in the list of documents that was asked about.
    public var place: UInt32
    /// Weighted frequency tf'.
    public var frequency: UInt32
  }

  public var stream: TermStream
  /// Query weight · term weight; 0 where no document of the collection holds the term.
  public var weight: Float
  /// In ascending order of document.
  public var postings: [Posting]
}

extension Searcher {
  /// The postings of a query's terms in some of the collection's documents, a list for each term in the query's order.
  ///
  /// - Parameter documents: numbers over all segments, each at most once.
  /// - Complexity: linear in the documents of the collection and the postings of the terms.
  public func matches(of query: TermQuery, in documents: [Int]) -> [TermMatches] {
    let prepared = prepare(TermQuery(terms: query.terms))
    var matches = zip(query.terms, prepared.weights).map { term, weight in
      TermMatches(stream: term.stream, weight: weight / prepared.unit.unitsPerOne, postings: [])
    }
    for (number, segment) in collection.segments.enumerated() {
      let base = collection.documentBases[number]
      var places = Array(repeating: UInt32.max, count: segment.documentCount)
      for (place, document) in documents.enumerated() where document >= base && document - base < places.count {
        places[document - base] = UInt32(place)
      }
      for (index, term) in query.terms.enumerated() {
        guard let postings = segment.reader.postings(stream: term.stream, term: term.bytes) else { continue }
        postings.forEachFrequency { document, frequency in
          let place = places[Int(document)]
          if place != .max { matches[index].postings.append(.init(place: place, frequency: frequency)) }
        }
      }
    }
    return matches
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
