import Retrieval
import TestCorpora
import Testing
import TextAnalysis

@Suite struct PassageTests {
  private func terms(_ words: [(word: String, weight: Float)]) -> [(term: WeightedTerm, weight: Float)] {
    words.map { word, weight in
      (WeightedTerm(stream: word < "[" ? .syllable : .word, bytes: Array(word.utf8), weight: 1), weight)
    }
  }

  @Test func `the passage is the one that says most, with its words marked`() throws {
    let finder = PassageFinder(terms: terms([("cold", 1), ("atom", 3), ("trap", 2)]), analyzer: LetterAnalyzer())
    let text = "it was cold there . \nthe atom sits in a trap while others wait . \nthe atom left"
    let passage = try #require(finder.best(in: text, byteCount: 42))
    #expect(passage.text == "the atom sits in a trap while others wait …")
    #expect(passage.matches.map { String(decoding: Array(passage.text.utf8)[$0], as: UTF8.self) } == ["atom", "trap"])
    #expect(finder.best(in: "nothing of it") == nil)
    #expect(finder.best(in: "") == nil)
    #expect(PassageFinder(terms: [], analyzer: LetterAnalyzer()).best(in: text) == nil)
  }

  /// The same by its definition: every sentence's start, every term once.
  private func bestScore(of text: String, _ weights: [String: Float], byteCount: Int) -> Float {
    let bytes = Array(text.utf8)
    var best: Float = 0
    var starts = [0]
    for index in bytes.indices
    where index >= 2 && bytes[index] != 0x20 && bytes[..<index].last(where: { $0 != 0x20 }) == 0x2E {
      starts.append(index)
    }
    for start in starts {
      let end = min(start + byteCount, bytes.count)
      let whole = end == bytes.count || bytes[end] == 0x20
      var words = String(decoding: bytes[start..<end], as: UTF8.self).split(separator: " ").map(String.init)
      if !whole, bytes[end - 1] != 0x20 { words.removeLast() }
      best = max(best, Set(words).reduce(0) { $0 + (weights[$1] ?? 0) })
    }
    return best
  }

  @Test(arguments: 0..<200)
  func `no other sentence begins a passage that says more`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let vocabulary = ["a", "bb", "ccc", "A", "BB", "dd", "e", ".", ".", "ff"]
    let text = (0..<random.next(upTo: 80)).map { _ in vocabulary[random.next(upTo: vocabulary.count)] }
      .joined(separator: " ")
    // Whole weights, so that sums do not depend on their order; some words stand twice.
    let words = (0..<1 + random.next(upTo: 5)).map { _ in
      (word: vocabulary[random.next(upTo: 7)], weight: Float(1 + random.next(upTo: 4)))
    }
    let weights = Dictionary(words.map { ($0.word, $0.weight) }, uniquingKeysWith: +)
    let byteCount = 10 + random.next(upTo: 40)
    let passage = PassageFinder(terms: terms(words), analyzer: LetterAnalyzer()).best(in: text, byteCount: byteCount)
    let expected = bestScore(of: text, weights, byteCount: byteCount)
    let marked = Set(
      (passage?.matches ?? []).map { String(decoding: Array(passage?.text.utf8 ?? "".utf8)[$0], as: UTF8.self) })
    let holdsAny = text.split(separator: " ").contains { weights[String($0)] != nil }
    #expect((passage != nil) == holdsAny)
    if expected > 0 { #expect(marked.reduce(0) { $0 + (weights[$1] ?? 0) } >= expected) }
  }
}
