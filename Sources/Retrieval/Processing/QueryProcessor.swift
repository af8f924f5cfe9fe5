import SearchIndex

/// How the best documents of a segment are found.
public enum QueryProcessor: String, CaseIterable, Sendable, Codable {
  /// Every posting of every term, document by document in dictionaries: slow and obvious, the others' oracle.
  case exhaustive
  /// All postings are added up, window by window: for many terms.
  case sweep
  /// The exact scores of all postings are added up: for few postings, and where bounds would tell few documents apart.
  case direct
  /// Only terms that can lead into the best documents by themselves are added up, the others are looked up: for few
  /// terms.
  case maxScore = "max_score"
}

/// The oracle: scores every document that holds a term and sorts them all.
enum ExhaustiveScorer {
  static func run(_ query: SegmentQuery, documents: Range<Int>, limit: Int) -> [ScoredDocument] {
    var scores: [UInt32: Int32] = [:]
    for (term, postings) in zip(query.terms, query.postings) {
      let norms = query.norms(of: term.stream)
      postings.forEachFrequency { document, frequency in
        guard documents.contains(Int(document)), query.admitted?.contains(Int(document)) ?? true else { return }
        scores[document, default: 0] += Contribution.units(
          weight: term.weight, frequency: frequency, norm: norms[Int(document)])
      }
    }
    let found = scores.filter { $0.value > 0 }.map { ScoredDocument(score: $0.value, document: $0.key) }
    return Array(found.sorted(by: ScoredDocument.precedes).prefix(limit))
  }
}
