import IndexStorage
import Retrieval
import SearchIndex
import TestCorpora
import Testing

@Suite struct PhraseTests {
  @Test(arguments: 0..<20)
  func `a phrase admits exactly the documents whose words stand side by side`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var corpus = RandomCorpus(seed: seed, vocabularyCount: 6)
    var texts: [String: [[Substring]]] = [:]
    let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path)) { update in
      for number in 0..<300 {
        let document = corpus.document(id: "d\(number)", maximumWordCount: 12)
        texts[document.id] = document.texts.map { $0.text.split(separator: " ") }
        try update.add(document, to: RandomCorpus.collection)
      }
    }
    let collection = try #require(snapshot.collection(RandomCorpus.collection))
    let searcher = Searcher(collection)
    let analyzer = LetterAnalyzer()
    for wordCount in 1...3 {
      let words = (0..<wordCount).map { _ in corpus.word() }
      let phrase = Phrase(words.joined(separator: " "), analyzer: analyzer)
      let every = QueryBuilder(analyzer: analyzer).terms(of: (0..<6).flatMap { [.init("w\($0)"), .init("W\($0)")] })
      func ids(_ query: TermQuery) -> Set<String> {
        Set(searcher.search(query, limit: 1000).map { collection.id(of: $0.document) })
      }
      let holding = Set(
        texts.filter { _, fields in
          fields.contains { field in
            field.indices.contains { start in
              start + wordCount <= field.count && field[start..<start + wordCount].map(String.init) == words
            }
          }
        }.keys)
      let all = ids(TermQuery(terms: every))
      #expect(ids(TermQuery(terms: every, required: [phrase])) == holding)
      #expect(ids(TermQuery(terms: every, excluded: [phrase])) == all.subtracting(holding))
    }
  }
}
