public import TextAnalysis

/// Terms at fixed distances from each other.
///
/// Hangul is matched by its syllable pairs, so that a phrase is found whether or not its words are written together,
/// and with or without particles between them; other words by their stems.
public struct Phrase: Hashable, Sendable {
  public struct Unit: Hashable, Sendable {
    public var stream: TermStream
    public var bytes: [UInt8]
    /// Units from the phrase's first.
    public var offset: UInt32
  }

  public var units: [Unit]

  /// The phrase that a text spells; no unit at all where it holds nothing but stop words.
  public init(_ text: String, analyzer: any TextAnalyzer) {
    var buffer = TokenBuffer()
    var content = text
    content.makeContiguousUTF8()
    analyzer.analyze(content.utf8.span, into: &buffer)
    // A joined form ("quantumsafe") stands beside its parts, and a Korean word beside its syllables: the finest
    // tokens decide.
    let tokens = buffer.tokens.filter { token in
      !buffer.tokens.contains { other in
        let isInside = other.sourceStart >= token.sourceStart && other.sourceEnd <= token.sourceEnd
        let isSmaller = other.sourceEnd - other.sourceStart < token.sourceEnd - token.sourceStart
        return isInside && (isSmaller || (other.stream == .syllable && token.stream == .word))
      }
    }
    let first = tokens.map(\.position).min() ?? 0
    units = tokens.map { token in
      Unit(stream: token.stream, bytes: Array(buffer.term(of: token)), offset: token.position - first)
    }
  }

  public var isEmpty: Bool { units.isEmpty }
}
