public import TextAnalysis

/// Makes weighted term queries of texts.
public struct QueryBuilder: Sendable {
  /// A text and how much each occurrence of its terms counts.
  public struct Part: Hashable, Sendable {
    public var text: String
    public var weight: Float

    public init(_ text: String, weight: Float = 1) {
      self.text = text
      self.weight = weight
    }
  }

  public let analyzer: any TextAnalyzer
  /// Occurrences of a term beyond this weight add nothing: a word that a long text repeats is not its only subject.
  public var frequencyCap: Float = 3

  /// A Korean word counts twice, as a word and by its syllables; so that "QKD" beside Korean does not count half, it
  /// counts so much.
  private static let latinWeightBesideKorean: Float = 2

  public init(analyzer: any TextAnalyzer) { self.analyzer = analyzer }

  /// The terms of a text in order of first appearance, weighted by their capped frequency.
  public func terms(of parts: [Part]) -> [WeightedTerm] {
    var terms: [WeightedTerm] = []
    var places: [TermKey: Int] = [:]
    var buffer = TokenBuffer()
    for part in parts {
      var content = part.text
      content.makeContiguousUTF8()
      analyzer.analyze(content.utf8.span, into: &buffer)
      for token in buffer.tokens {
        let key = TermKey(stream: token.stream, bytes: Array(buffer.term(of: token)))
        if let place = places[key] {
          terms[place].weight = min(frequencyCap, terms[place].weight + part.weight)
        } else {
          places[key] = terms.count
          terms.append(
            WeightedTerm(stream: key.stream, bytes: key.bytes, weight: min(frequencyCap, part.weight)))
        }
      }
    }
    if terms.contains(where: { $0.stream == .syllable }) {
      for place in terms.indices where terms[place].isLatinWord { terms[place].weight *= Self.latinWeightBesideKorean }
    }
    return terms
  }

  /// A plain text: no operators.
  public func query(text: String, filter: AttributeFilter = AttributeFilter()) -> TermQuery {
    TermQuery(terms: terms(of: [Part(text)]), filter: filter)
  }

  /// A query in the officer's syntax.
  public func query(_ syntax: QuerySyntax, filter: AttributeFilter = AttributeFilter()) -> TermQuery {
    func phrases(_ texts: [String]) -> [Phrase] {
      texts.map { Phrase($0, analyzer: analyzer) }.filter { !$0.isEmpty }
    }
    return TermQuery(
      terms: terms(of: [Part(syntax.text)]), required: phrases(syntax.required), excluded: phrases(syntax.excluded),
      filter: filter)
  }
}
