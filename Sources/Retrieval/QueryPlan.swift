import SearchIndex

/// How a query is answered, and what that was decided by.
public struct QueryPlan: Hashable, Sendable {
  public var processor: QueryProcessor
  /// Terms that some document holds.
  public var termCount: Int
  /// Those of them that are so frequent that the index has levels or bits for all documents.
  public var columnCount: Int
  /// Postings in lists: all of the others, and of those with bits the ones in documents that hold them repeatedly.
  public var listPostingCount: Int
}

extension Searcher {
  /// The plan for a query in the largest segment.
  ///
  /// - Parameter limit: how many documents are wanted; 1 where it is not known.
  public func plan(for query: TermQuery, limit: Int = 1) -> QueryPlan {
    let largest = prepare(query).segments.max { $0.documentCount < $1.documentCount }
    guard let largest else {
      return QueryPlan(processor: .sweep, termCount: 0, columnCount: 0, listPostingCount: 0)
    }
    return QueryPlan(
      processor: Self.chooseProcessor(for: largest, limit: limit), termCount: largest.terms.count,
      columnCount: largest.postings.count(where: \.isFrequent),
      listPostingCount: largest.postings.reduce(0) { $0 + $1.listedCount })
  }
}

extension QueryProcessor {
  /// Why a query gets this processor where none is asked for.
  public var reason: String {
    switch self {
    case .exhaustive: "asked for"
    case .direct:
      "few postings for so many documents that are wanted, or bounds that would tell few apart: all are scored exactly"
    case .sweep:
      "more than \(Searcher.fewTermCount) terms: all lists are added up, frequent words only where they can matter"
    case .maxScore:
      "at most \(Searcher.fewTermCount) terms: only documents of the terms that can lead into the best are looked at"
    }
  }
}
