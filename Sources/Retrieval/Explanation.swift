import SearchIndex
public import TextAnalysis

/// Why a document has its score: the parts add up to it exactly.
public struct Explanation: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public var stream: TermStream
    public var term: String
    /// Factor from the query.
    public var weight: Float
    /// Documents that hold the term.
    public var documentFrequency: Int
    /// What the scoring model makes of it.
    public var termWeight: Float
    /// tf'.
    public var frequency: UInt32
    /// len'.
    public var length: UInt32
    public var score: Double
  }

  /// Largest first.
  public var parts: [Part]
  /// The sum of the parts' scores.
  public var score: Double
}

extension Searcher {
  /// Takes a document's score apart. A document that holds no term of the query gets no parts and zero.
  public func explain(_ query: TermQuery, document: Int) -> Explanation { explain(query, documents: [document])[0] }

  /// Takes the scores of several documents apart, looking the query up once.
  public func explain(_ query: TermQuery, documents: [Int]) -> [Explanation] {
    let prepared = prepare(query)
    return documents.map { explain(query, prepared, document: $0) }
  }

  private func explain(_ query: TermQuery, _ prepared: PreparedQuery, document number: Int) -> Explanation {
    let place = collection.locate(number)
    let segment = prepared.segments[place.segment]
    var parts: [Explanation.Part] = []
    var units: Int32 = 0
    for (known, postings) in zip(segment.terms, segment.postings) {
      guard let frequency = postings.frequency(in: UInt32(place.document)) else { continue }
      let contribution = Contribution.units(
        weight: known.weight, frequency: frequency, norm: segment.norms(of: known.stream)[place.document])
      let (term, documentFrequency) = (query.terms[known.index], prepared.documentFrequencies[known.index])
      units += contribution
      parts.append(
        Explanation.Part(
          stream: term.stream, term: term.text, weight: term.weight, documentFrequency: documentFrequency,
          termWeight: model.termWeight(
            of: term.stream, documentFrequency: documentFrequency, documentCount: collection.documentCount),
          frequency: frequency, length: segment.segment.length(of: place.document, stream: term.stream),
          score: prepared.unit.score(contribution)))
    }
    parts.sort { $0.score != $1.score ? $0.score > $1.score : $0.term < $1.term }
    return Explanation(parts: parts, score: prepared.unit.score(units))
  }
}

extension Searcher {
  /// The term weight of every term of a query; zero for a term that no document holds.
  public func termWeights(of query: TermQuery) -> [Float] {
    query.terms.map { term in
      model.termWeight(
        of: term.stream,
        documentFrequency: collection.segments.reduce(0) {
          $0 + ($1.reader.postings(stream: term.stream, term: term.bytes)?.documentCount ?? 0)
        },
        documentCount: collection.documentCount)
    }
  }
}
