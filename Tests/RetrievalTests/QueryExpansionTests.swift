import Retrieval
import SearchIndex
import TestCorpora
import Testing
import TextAnalysis

@Suite struct QueryExpansionTests {
  private let folder: TemporaryFolder
  private let searcher: Searcher

  init() throws {
    let folder = try TemporaryFolder()
    let texts = ["a b c", "a b", "x y", "x z", "a", "q"]
    let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path)) { update in
      for (number, text) in texts.enumerated() {
        try update.add(
          IndexDocument(id: "d\(number)", texts: [.init(field: .text, text: text)]), to: RandomCorpus.collection)
      }
    }
    self.folder = folder
    searcher = Searcher(try #require(snapshot.collection(RandomCorpus.collection)))
  }

  private func terms(_ words: [String], weight: Float = 1) -> [WeightedTerm] {
    words.map { WeightedTerm(stream: .word, bytes: Array($0.utf8), weight: weight) }
  }

  @Test func `the query's own terms stay first and as they were`() {
    let query = TermQuery(terms: terms(["a", "b"], weight: 1.7))
    let expanded = QueryExpansion().expanded(query, by: terms(["x", "y"]), in: searcher)
    #expect(Array(expanded.terms.prefix(2)) == query.terms)
    #expect(expanded.terms.count == 4)
  }

  @Test func `terms that no document holds are not added`() {
    let query = TermQuery(terms: terms(["a"]))
    #expect(
      QueryExpansion().expanded(query, by: terms(["nowhere", "x"]), in: searcher).terms.map(\.text) == ["a", "x"])
    #expect(QueryExpansion().expanded(query, by: terms(["nowhere"]), in: searcher) == query)
    #expect(QueryExpansion().expanded(query, by: [], in: searcher) == query)
  }

  @Test(arguments: [Float(0.1), 0.5, 2])
  func `all additions together weigh at most their share of the query's own terms`(share: Float) {
    var expansion = QueryExpansion()
    expansion.largestShare = share
    let query = TermQuery(terms: terms(["a", "b"]))
    let additions = terms(["x", "y", "z", "q", "c"], weight: 3)
    let expanded = expansion.expanded(query, by: additions, in: searcher)
    let weights = zip(expanded.terms, searcher.termWeights(of: expanded)).map { $0.weight * $1 }
    let (own, added) = (weights.prefix(2).reduce(0, +), weights.dropFirst(2).reduce(0, +))
    #expect(added <= own * share * 1.0001)
    #expect(expanded.terms.dropFirst(2).allSatisfy { $0.weight <= 3 })
  }

  @Test func `what stands for unknown terms weighs as if they were known`() {
    let query = TermQuery(terms: terms(["unknown", "stranger", "foreigner"]))
    let expanded = QueryExpansion().expanded(query, by: terms(["x"]), in: searcher)
    #expect(expanded.terms.last?.weight == 1)
    #expect(searcher.search(expanded, limit: 10).count == 2)
  }
}
