public import TextAnalysis

/// How far a collection speaks each language, found by a few words that titles and abstracts of every field use.
///
/// A Korean collection has English words too, above all names; a query that adds English there finds those names and
/// nothing else. In 1,126 Korean patent abstracts the English words have 0.6 % of all hits, in a collection a third of
/// which is English a quarter.
public struct LanguagePresence: Hashable, Sendable {
  /// What added terms of each language count, in 0...1.
  public var korean: Float
  public var english: Float

  public init(korean: Float = 1, english: Float = 1) {
    self.korean = korean
    self.english = english
  }

  private static let koreanWords = "방법 장치 시스템 기술 연구 개발 이용 기반 제공 포함 구조 분석 효과 특성 데이터 정보"
  private static let englishWords =
    "method device system technology research development use based provide include structure analysis effect property data information"
  /// A language with a smaller share of the hits is not spoken.
  private static let leastShare: Float = 0.02
  /// A language with a larger share is spoken in full; between the two in proportion.
  private static let fullShare: Float = 0.06

  /// - Parameter documentFrequency: how many documents hold a term.
  /// - Complexity: a look-up for each of 32 words.
  public init(analyzer: any TextAnalyzer, documentFrequency: (BridgeTerm) -> Int) {
    func hits(_ words: String) -> Float {
      var buffer = TokenBuffer()
      analyzer.analyze(words.utf8.span, into: &buffer)
      return buffer.tokens.reduce(Float(0)) { sum, token in
        guard token.stream == .word else { return sum }
        return sum + Float(documentFrequency(BridgeTerm(stream: .word, bytes: Array(buffer.term(of: token)))))
      }
    }
    let (koreanHits, englishHits) = (hits(Self.koreanWords), hits(Self.englishWords))
    let all = koreanHits + englishHits
    func factor(_ hits: Float) -> Float {
      // A handful of documents may hold none of the words.
      guard all > 0 else { return 1 }
      return min(1, max(0, (hits / all - Self.leastShare) / (Self.fullShare - Self.leastShare)))
    }
    korean = factor(koreanHits)
    english = factor(englishHits)
  }

  public var isBilingual: Bool { korean > 0 && english > 0 }

  public func factor(of language: BridgeLanguage) -> Float { language == .korean ? korean : english }
}
