import SearchIndex
import TextAnalysis

/// Terms that a query gets besides its own, and how they are held down.
public struct QueryExpansion: Hashable, Sendable {
  /// What all additions together may contribute, in parts of what the query's own terms may.
  ///
  /// What terms may contribute is Σ query weight · term weight; an own term that no document holds counts there as if one
  /// did, for the added terms stand in its place.
  public var largestShare: Float = 0.35

  /// Terms that are added, at most: those that contribute most. A query's time grows with its terms.
  public var termLimit = 48

  public init() {}

  /// - Parameters:
  ///   - additions: terms that the query does not have; those that no document holds are left out.
  /// - Returns: the query with its own terms as they were, first, and the additions behind them.
  /// - Complexity: one look into the dictionary of every segment for each term.
  public func expanded(_ query: TermQuery, by additions: [WeightedTerm], in searcher: Searcher) -> TermQuery {
    guard !additions.isEmpty else { return query }
    let ownFrequencies = searcher.documentFrequencies(of: query.terms)
    let addedFrequencies = searcher.documentFrequencies(of: additions)
    func contributions(_ terms: [WeightedTerm], _ frequencies: [Int]) -> [Float] {
      zip(terms, frequencies).map { term, frequency in
        term.weight
          * searcher.model.termWeight(
            of: term.stream, documentFrequency: frequency, documentCount: searcher.collection.documentCount)
      }
    }
    let own = contributions(query.terms, ownFrequencies.map { max(1, $0) }).reduce(0, +)
    let added = contributions(additions, addedFrequencies)
    let chosen = added.indices.filter { added[$0] > 0 }
      .sorted { added[$0] != added[$1] ? added[$0] > added[$1] : $0 < $1 }.prefix(termLimit).sorted()
    let sum = chosen.reduce(Float(0)) { $0 + added[$1] }
    guard sum > 0 else { return query }
    let factor = min(1, largestShare * own / sum)
    var expanded = query
    for place in chosen {
      var term = additions[place]
      term.weight *= factor
      expanded.terms.append(term)
    }
    return expanded
  }
}

extension Searcher {
  /// Documents that hold each term, deleted ones included.
  public func documentFrequencies(of terms: [WeightedTerm]) -> [Int] {
    terms.map { term in
      collection.segments.reduce(0) {
        $0 + ($1.reader.postings(stream: term.stream, term: term.bytes)?.documentCount ?? 0)
      }
    }
  }
}
