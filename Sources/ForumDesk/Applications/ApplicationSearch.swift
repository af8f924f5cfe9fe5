import Foundation
import TextAnalysis

/// Finds applications by their words: BM25 (Robertson and Zaragoza 2009) over texts that a forum has in the hundreds or
/// thousands, in memory, current at once.
struct ApplicationSearch: Sendable {
  private struct TermKey: Hashable {
    var stream: TermStream
    var bytes: [UInt8]
  }

  private struct Document {
    var terms: [TermKey: Int]
    var length: Int
  }

  private static let saturation = 1.2
  private static let lengthShare = 0.75

  private let analyzer: any TextAnalyzer
  private var documents: [String: Document] = [:]
  private var documentFrequencies: [TermKey: Int] = [:]
  private var totalLength = 0

  init(analyzer: any TextAnalyzer) { self.analyzer = analyzer }

  /// Adds a text under an id, or replaces the one that is there.
  ///
  /// - Complexity: linear in the text.
  mutating func insert(_ id: String, text: String) {
    remove(id)
    let terms = counts(of: text)
    let length = terms.values.reduce(0, +)
    for term in terms.keys { documentFrequencies[term, default: 0] += 1 }
    documents[id] = Document(terms: terms, length: length)
    totalLength += length
  }

  mutating func remove(_ id: String) {
    guard let document = documents.removeValue(forKey: id) else { return }
    totalLength -= document.length
    for term in document.terms.keys {
      documentFrequencies[term, default: 1] -= 1
      if documentFrequencies[term] == 0 { documentFrequencies[term] = nil }
    }
  }

  /// The ids of texts that hold any of the words, best first, ties by id.
  ///
  /// - Complexity: linear in texts times words of the query.
  func ids(matching query: String) -> [String] {
    let terms = counts(of: query).keys.filter { documentFrequencies[$0] != nil }
    guard !terms.isEmpty, !documents.isEmpty else { return [] }
    let count = Double(documents.count)
    let meanLength = max(1, Double(totalLength) / count)
    let weights = terms.map { term in
      let frequency = Double(documentFrequencies[term] ?? 0)
      return log(1 + (count - frequency + 0.5) / (frequency + 0.5))
    }
    var found: [(id: String, score: Double)] = []
    for (id, document) in documents {
      var score = 0.0
      let norm = Self.saturation * (1 - Self.lengthShare + Self.lengthShare * Double(document.length) / meanLength)
      for (term, weight) in zip(terms, weights) {
        guard let occurrences = document.terms[term] else { continue }
        score += weight * Double(occurrences) / (Double(occurrences) + norm)
      }
      if score > 0 { found.append((id, score)) }
    }
    return found.sorted { ($1.score, $0.id) < ($0.score, $1.id) }.map(\.id)
  }

  private func counts(of text: String) -> [TermKey: Int] {
    var buffer = TokenBuffer()
    var content = text
    content.makeContiguousUTF8()
    analyzer.analyze(content.utf8.span, into: &buffer)
    var counts: [TermKey: Int] = [:]
    for token in buffer.tokens {
      counts[TermKey(stream: token.stream, bytes: Array(buffer.term(of: token))), default: 0] += 1
    }
    return counts
  }
}
