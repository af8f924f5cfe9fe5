public import TextAnalysis

/// The parts of a document that are searched.
public enum DocumentField: UInt8, CaseIterable, Hashable, Sendable, Codable {
  case title = 0
  case text = 1
  case keywords = 2
}

/// How much one occurrence in a field counts, and how frequency and length enter the score of each term stream.
///
/// The variant is BM25F of Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields"
/// (CIKM 2004): the frequency of a term in a document is the weighted sum over its fields, the length of the document
/// the same weighted sum over the lengths, and both enter BM25 once:
///
///     tf' = Σ weight(field) · tf(field)        len' = Σ weight(field) · len(field)
///     impact = tf' / (tf' + k1 · (1 - b + b · len' / averageLength))
///
/// A segment stores tf' and len' and bounds of the impact, so these numbers belong to the index and not to a query.
public struct IndexSchema: Hashable, Sendable, Codable {
  public struct Saturation: Hashable, Sendable, Codable {
    /// How slowly repetitions saturate, > 0.
    public var k1: Float
    /// How much long documents are discounted, 0...1.
    public var b: Float

    public init(k1: Float, b: Float) {
      self.k1 = k1
      self.b = b
    }
  }

  public var titleWeight: UInt8
  public var textWeight: UInt8
  public var keywordsWeight: UInt8
  public var words: Saturation
  public var syllables: Saturation

  public init(
    titleWeight: UInt8 = 1, textWeight: UInt8 = 1, keywordsWeight: UInt8 = 1,
    words: Saturation = Saturation(k1: 1.2, b: 0.75), syllables: Saturation = Saturation(k1: 1.2, b: 0.75)
  ) {
    self.titleWeight = titleWeight
    self.textWeight = textWeight
    self.keywordsWeight = keywordsWeight
    self.words = words
    self.syllables = syllables
  }

  public func weight(of field: DocumentField) -> UInt8 {
    switch field {
    case .title: titleWeight
    case .text: textWeight
    case .keywords: keywordsWeight
    }
  }

  public func saturation(of stream: TermStream) -> Saturation {
    switch stream {
    case .word: words
    case .syllable: syllables
    }
  }
}

/// What every document of a collection has been made with. A reader with another configuration is refused.
public struct IndexConfiguration: Hashable, Sendable, Codable {
  /// Of every field that has none of its own; queries are analysed by it.
  public var analyzer: AnalyzerIdentity
  public var fieldAnalyzers: [DocumentField: AnalyzerIdentity]
  public var schema: IndexSchema

  public init(
    analyzer: AnalyzerIdentity, fieldAnalyzers: [DocumentField: AnalyzerIdentity] = [:],
    schema: IndexSchema = IndexSchema()
  ) {
    self.analyzer = analyzer
    self.fieldAnalyzers = fieldAnalyzers
    self.schema = schema
  }

  public func analyzer(of field: DocumentField) -> AnalyzerIdentity { fieldAnalyzers[field] ?? analyzer }
}
