import Retrieval
import SearchIndex
import TextAnalysis

extension DiscoverySession {
  /// A word of a text as the index knows it, and how many pieces of evidence hold it.
  public struct WordFact: Hashable, Sendable {
    /// Without endings.
    public var word: String
    public var evidenceCount: Int
  }

  /// The words of a text in their order, each as often as it stands there, without endings.
  public func words(of text: String) -> [String] {
    var buffer = TokenBuffer()
    var content = text
    content.makeContiguousUTF8()
    analyzer.analyze(content.utf8.span, into: &buffer)
    return buffer.tokens.filter { $0.stream == .word }.map {
      String(decoding: buffer.term(of: $0), as: UTF8.self)
    }
  }

  /// The words of a text, each once in order of first appearance, with their evidence.
  ///
  /// - Complexity: a look into the dictionary for each.
  public func wordFacts(of text: String) -> [WordFact] {
    queryBuilder.query(text: text).terms.filter { $0.stream == .word }.map { term in
      let count = evidence.segments.reduce(0) {
        $0 + ($1.reader.postings(stream: term.stream, term: term.bytes)?.documentCount ?? 0)
      }
      return WordFact(word: String(decoding: term.bytes, as: UTF8.self), evidenceCount: count)
    }
  }
}
