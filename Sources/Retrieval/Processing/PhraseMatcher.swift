import SearchIndex

/// Finds the documents of a segment that hold a phrase, by positions.
enum PhraseMatcher {
  /// - Complexity: linear in the postings and positions of the phrase's terms.
  static func documents(holding phrase: Phrase, in segment: SegmentReader) -> DocumentSet {
    var result = DocumentSet(documentCount: segment.documentCount)
    var lists: [(offset: UInt32, postings: TermPostings)] = []
    for unit in phrase.units {
      guard let postings = segment.postings(stream: unit.stream, term: unit.bytes) else { return result }
      lists.append((unit.offset, postings))
    }
    // Rarest first: the candidates only shrink.
    lists.sort { $0.postings.documentCount < $1.postings.documentCount }
    guard let first = lists.first else { return result }

    var candidates: [(document: UInt32, starts: [UInt32])] = []
    first.postings.forEachPosting { document, _, positions in
      candidates.append((document, positions.filter { $0 >= first.offset }.map { $0 - first.offset }))
    }
    for list in lists.dropFirst() where !candidates.isEmpty {
      var kept: [(document: UInt32, starts: [UInt32])] = []
      var next = 0
      list.postings.forEachPosting { document, _, positions in
        while next < candidates.count, candidates[next].document < document { next += 1 }
        guard next < candidates.count, candidates[next].document == document else { return }
        let here = Set(positions)
        let starts = candidates[next].starts.filter { here.contains($0 &+ list.offset) }
        if !starts.isEmpty { kept.append((document, starts)) }
      }
      candidates = kept
    }
    for candidate in candidates where !candidate.starts.isEmpty { result.insert(Int(candidate.document)) }
    return result
  }
}
