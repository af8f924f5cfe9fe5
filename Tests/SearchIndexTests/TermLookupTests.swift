import SearchIndex
import TestCorpora
import Testing
import TextAnalysis

@Suite struct TermLookupTests {
  /// Terms that share beginnings of any length, and are shorter and longer than the eight bytes that are compared at once.
  private static func words(_ random: inout SplitMix64, count: Int) -> [String] {
    var words: Set<String> = []
    while words.count < count {
      var word = ""
      // Long ones repeat a letter, so that they differ late.
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let letter = ["a", "b", "é"].randomElement(using: &random) ?? ""
        word += String(repeating: letter, count: Int.random(in: 1...4, using: &random))
      }
      words.insert(word)
    }
    return words.sorted()
  }

  @Test(arguments: 0..<12)
  func `many terms are found at once as each is by itself, and others are not`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let words = Self.words(&random, count: [1, 7, 8, 9, 300, 4000][seed % 6])
    let absent = Self.words(&random, count: 400).filter { !words.contains($0) }
    let folder = try TemporaryFolder()
    let documentCount = 300
    var frequencies: [String: Int] = [:]
    let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path)) { update in
      for document in 0..<documentCount {
        // Every word somewhere, a few of them often: lists, columns and terms that stand in the dictionary alone.
        let text = words.indices.filter { $0 % documentCount == document || document % ($0 % 37 + 2) == 0 && $0 < 90 }
        for index in text { frequencies[words[index], default: 0] += 1 }
        try update.add(
          IndexDocument(
            id: "d\(1000 + document)",
            texts: [.init(field: .text, text: text.map { words[$0] }.joined(separator: " "))]),
          to: RandomCorpus.collection)
      }
    }
    let reader = try #require(snapshot.collection(RandomCorpus.collection)?.segments.first).reader
    let wanted = (words + absent).shuffled(using: &random)
    var keys = TermKeys(reserving: wanted.count)
    for word in wanted { keys.append(stream: .word, term: Array(word.utf8).span) }
    let (found, places) = reader.postings(keys)

    #expect(found.count == places.count)
    #expect(places.map { wanted[$0] } == wanted.filter { frequencies[$0] != nil })
    for (list, place) in zip(found, places) {
      let alone = try #require(reader.postings(stream: .word, term: Array(wanted[place].utf8)))
      #expect(list.documentCount == frequencies[wanted[place]] && alone.documentCount == list.documentCount)
      var (together, single): ([UInt32], [UInt32]) = ([], [])
      list.forEachDocument { together.append($0) }
      alone.forEachDocument { single.append($0) }
      #expect(together == single && together.count == list.documentCount)
    }
    // The same words of the other stream are other terms.
    #expect(words.prefix(50).allSatisfy { reader.postings(stream: .syllable, term: Array($0.utf8)) == nil })
  }
}
