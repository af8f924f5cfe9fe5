public import TextAnalysis

/// How terms are weighed: BM25F (see `IndexSchema`) on each term stream, the streams added.
///
///     score = Σ query weight · term weight · impact
///     words:      term weight = word weight · idf
///     syllables:  term weight = syllable weight · idf · √(idf / idf of a term in one document)
///     idf       = ln(1 + (N - df + 0.5) / (df + 0.5))    (Lucene's form of Robertson and Spärck Jones: never negative)
///
/// without the constant factor k1 + 1, which changes no order. A frequent pair of syllables says less than its idf has
/// it, for it occurs inside unrelated words; hence the steeper weight, measured on Korean titles and abstracts.
public struct ScoringModel: Hashable, Sendable, Codable {
  public var wordWeight: Float
  public var syllableWeight: Float

  public init(wordWeight: Float = 1, syllableWeight: Float = 1.3) {
    self.wordWeight = wordWeight
    self.syllableWeight = syllableWeight
  }

  /// What an occurrence of a term is worth before saturation, the query's weight apart; 0 for an unknown term.
  public func termWeight(of stream: TermStream, documentFrequency: Int, documentCount: Int) -> Float {
    guard documentFrequency > 0 else { return 0 }
    let idf = Self.inverseDocumentFrequency(documentFrequency: documentFrequency, documentCount: documentCount)
    switch stream {
    case .word: return wordWeight * idf
    case .syllable:
      let largest = Self.inverseDocumentFrequency(documentFrequency: 1, documentCount: documentCount)
      return syllableWeight * idf * (idf / largest).squareRoot()
    }
  }

  public static func inverseDocumentFrequency(documentFrequency: Int, documentCount: Int) -> Float {
    let (df, n) = (Double(documentFrequency), Double(documentCount))
    return Float(logarithm(1 + (n - df + 0.5) / (df + 0.5)))
  }
}
