import TextAnalysis

/// A text and what an analyser made of it, in forms that tests compare.
struct AnalyzedText {
  let source: [UInt8]
  let buffer: TokenBuffer

  init(_ text: String, by analyzer: some TextAnalyzer = StandardAnalyzer()) {
    self.init(bytes: Array(text.utf8), by: analyzer)
  }

  init(bytes: [UInt8], by analyzer: some TextAnalyzer = StandardAnalyzer()) {
    source = bytes
    var buffer = TokenBuffer()
    analyzer.analyze(bytes.span, into: &buffer)
    self.buffer = buffer
  }

  var words: [String] { terms(in: .word) }
  var pairs: [String] { terms(in: .syllable) }

  func terms(in stream: TermStream) -> [String] {
    buffer.tokens.filter { $0.stream == stream }.map(term)
  }

  func term(_ token: Token) -> String { String(decoding: buffer.term(of: token), as: UTF8.self) }

  func sourceText(_ token: Token) -> String {
    String(decoding: source[Int(token.sourceStart)..<Int(token.sourceEnd)], as: UTF8.self)
  }

  /// "term@position" of every token in a stream.
  func places(in stream: TermStream) -> [String] {
    buffer.tokens.filter { $0.stream == stream }.map { "\(term($0))@\($0.position)" }
  }

  /// What of a token does not depend on where the text stands.
  struct Occurrence: Hashable {
    var term: String
    var stream: TermStream
    var position: UInt32
    var sourceStart: UInt32
    var sourceEnd: UInt32
  }

  func occurrences(positionOffset: UInt32 = 0, sourceOffset: UInt32 = 0) -> [Occurrence] {
    buffer.tokens.map {
      Occurrence(
        term: term($0), stream: $0.stream, position: $0.position + positionOffset,
        sourceStart: $0.sourceStart + sourceOffset, sourceEnd: $0.sourceEnd + sourceOffset)
    }
  }
}
