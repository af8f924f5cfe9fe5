import SearchIndex

/// How the best documents of a segment were found.
public enum QueryProcessor: String, CaseIterable, Sendable, Codable {
  /// Every posting of every term, document by document in dictionaries: slow and obvious, the others' oracle.
  case exhaustive
  /// Term by term into a window of accumulators: for many terms.
  case sweep
  /// Document by document, skipping what block bounds rule out: for few terms and many documents.
  case blockMaxMaxScore = "block_max_maxscore"
}

/// The oracle: scores every document that holds a term and sorts them all.
enum ExhaustiveScorer {
  static func run(_ query: SegmentQuery, documents: Range<Int>, limit: Int) -> [TopDocuments.Entry] {
    var scores: [UInt32: Int32] = [:]
    for term in query.terms {
      term.postings.forEachFrequency { document, frequency in
        guard documents.contains(Int(document)), query.admitted?.contains(Int(document)) ?? true else { return }
        scores[document, default: 0] += Contribution.units(
          weight: term.weight, frequency: frequency, norm: query.norms[term.stream][Int(document)])
      }
    }
    let found = scores.filter { $0.value > 0 }.map { TopDocuments.Entry(score: $0.value, document: $0.key) }
    return Array(
      found.sorted { $0.score != $1.score ? $0.score > $1.score : $0.document < $1.document }.prefix(limit))
  }
}
