public import TextAnalysis

/// How terms are weighed: BM25F (see `IndexSchema`) on each term stream, the streams added.
///
///     score = Σ query weight · stream weight · idf · impact
///     idf   = ln(1 + (N - df + 0.5) / (df + 0.5))        (Lucene's form of Robertson and Spärck Jones: never negative)
///
/// without the constant factor k1 + 1, which changes no order.
public struct ScoringModel: Hashable, Sendable, Codable {
  public var wordWeight: Float
  public var syllableWeight: Float

  public init(wordWeight: Float = 1, syllableWeight: Float = 1) {
    self.wordWeight = wordWeight
    self.syllableWeight = syllableWeight
  }

  public func weight(of stream: TermStream) -> Float {
    switch stream {
    case .word: wordWeight
    case .syllable: syllableWeight
    }
  }

  public static func inverseDocumentFrequency(documentFrequency: Int, documentCount: Int) -> Float {
    let (df, n) = (Double(documentFrequency), Double(documentCount))
    return Float(logarithm(1 + (n - df + 0.5) / (df + 0.5)))
  }
}
