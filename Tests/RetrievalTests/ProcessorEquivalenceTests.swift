import IndexStorage
import ParallelExecution
import Retrieval
import SearchIndex
import TestCorpora
import Testing
import TextAnalysis

/// Every fast processor must give exactly what the exhaustive scorer gives.
@Suite struct ProcessorEquivalenceTests {
  @Test(arguments: 0..<120)
  func `all processors, segment splits and thread counts give the same exact top k`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var corpus = RandomCorpus(seed: seed, vocabularyCount: [8, 60, 400][Int(seed % 3)])
    let directory = try IndexDirectory(path: folder.path)
    let documentCount = Int.random(in: 1...700, using: &corpus.random)
    var snapshot: IndexSnapshot?
    // Several publications leave several segments and deleted documents behind.
    for round in 0..<Int.random(in: 1...4, using: &corpus.random) {
      snapshot = try RandomCorpus.update(directory) { update in
        for number in 0..<documentCount / (round + 1) {
          let id = "d\(Int.random(in: 0..<1000, using: &corpus.random))x\(number)"
          try update.add(corpus.document(id: id), to: RandomCorpus.collection)
          if round > 0, number % 5 == 0 { update.delete(id: id, from: RandomCorpus.collection) }
        }
        for number in 0..<round * 10 { update.delete(id: "d\(number)x\(number)", from: RandomCorpus.collection) }
      }
    }
    let collection = try #require(snapshot?.collection(RandomCorpus.collection))
    let searcher = Searcher(collection, model: ScoringModel(wordWeight: 1, syllableWeight: 0.5))
    let builder = QueryBuilder(analyzer: LetterAnalyzer())
    for _ in 0..<20 {
      var query = builder.query(text: corpus.text(maximumWordCount: [3, 8, 80][Int(seed / 3 % 3)]))
      if Int.random(in: 0..<3, using: &corpus.random) == 0 { query.filter = AttributeFilter([["x", "z"], ["p"]]) }
      if Int.random(in: 0..<4, using: &corpus.random) == 0 {
        query.excluded = [Phrase(corpus.word(), analyzer: LetterAnalyzer())]
      }
      let limit = [1, 3, 10, 100, 10_000].randomElement(using: &corpus.random) ?? 10
      let expected = searcher.search(query, limit: limit, processor: .exhaustive)
      for processor in QueryProcessor.allCases {
        let threadCount = [1, 2, 8].randomElement(using: &corpus.random) ?? 1
        let found = searcher.search(
          query, limit: limit, processor: processor, executor: ParallelExecutor(threadCount: threadCount))
        #expect(found == expected, "\(processor), \(threadCount) threads, limit \(limit)")
      }
      #expect(searcher.search(query, limit: limit) == expected)
      for hit in expected.prefix(5) {
        let explanation = searcher.explain(query, document: hit.document)
        #expect(explanation.score == hit.score)
        #expect(explanation.parts.reduce(0) { $0 + $1.score } == hit.score)
      }
      let explained = expected.prefix(5).map(\.document)
      #expect(
        searcher.explain(query, documents: explained) == explained.map { searcher.explain(query, document: $0) })
      let ids = expected.map { collection.id(of: $0.document) }
      for (left, right) in zip(expected.indices, expected.indices.dropFirst())
      where expected[left].score == expected[right].score {
        #expect(ids[left].utf8.lexicographicallyPrecedes(ids[right].utf8))
      }
    }
  }

  /// Expects of the processors, and of the one that is chosen, what the exhaustive one gives.
  private func expectExact(_ searcher: Searcher, _ query: TermQuery, limits: [Int], _ name: String) {
    let all = searcher.search(query, limit: limits.max() ?? 0, processor: .exhaustive)
    for limit in limits {
      let expected = Array(all.prefix(limit))
      for processor in [QueryProcessor.sweep, .maxScore, .direct, nil] {
        #expect(
          searcher.search(query, limit: limit, processor: processor) == expected,
          "\(processor.map { "\($0)" } ?? "chosen"), limit \(limit), \(name)")
      }
    }
  }

  @Test func `long lists of many blocks are pruned safely`() throws {
    let folder = try TemporaryFolder()
    var corpus = RandomCorpus(seed: 7, vocabularyCount: 300)
    let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path)) { update in
      for number in 0..<6000 {
        try update.add(corpus.document(id: "d\(number)", maximumWordCount: 30), to: RandomCorpus.collection)
      }
    }
    let searcher = Searcher(try #require(snapshot.collection(RandomCorpus.collection)))
    let builder = QueryBuilder(analyzer: LetterAnalyzer())
    for _ in 0..<40 {
      let query = builder.query(text: corpus.text(maximumWordCount: 6))
      let expected = searcher.search(query, limit: 10, processor: .exhaustive)
      for processor in QueryProcessor.allCases {
        #expect(searcher.search(query, limit: 10, processor: processor) == expected)
      }
    }
  }

  @Test func `documents of several ranges and windows are found exactly`() throws {
    let folder = try TemporaryFolder()
    var corpus = RandomCorpus(seed: 8, vocabularyCount: 3000)
    let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path), memoryByteCount: 1 << 30) { update in
      for number in 0..<70_000 {
        var document = corpus.document(id: "d\(number)", maximumWordCount: 6)
        document.links = []
        if number % 3 > 0 {
          document.texts.append(.init(field: .text, text: String(repeating: "common ", count: number % 5)))
        }
        if number % 4 == 1 {
          document.texts.append(.init(field: .text, text: number % 100 == 1 ? "often often" : "often"))
        }
        try update.add(document, to: RandomCorpus.collection)
      }
    }
    let collection = try #require(snapshot.collection(RandomCorpus.collection))
    #expect(collection.segments.count == 1)
    let searcher = Searcher(collection)
    let builder = QueryBuilder(analyzer: LetterAnalyzer())
    for number in 0..<24 {
      let text = corpus.text(maximumWordCount: number % 3 == 0 ? 60 : 6)
      var query = builder.query(text: number % 2 == 0 ? text + " often" : text + " common")
      if number % 4 == 3 { query.filter = AttributeFilter([["x"], ["p"]]) }
      for limit in [1, 10, 300, 3000] {
        let expected = searcher.search(query, limit: limit, processor: .exhaustive)
        for processor in [QueryProcessor.sweep, .maxScore, .direct] {
          let found = searcher.search(
            query, limit: limit, processor: processor, executor: ParallelExecutor(threadCount: 1 + number % 2))
          #expect(found == expected, "\(processor), limit \(limit), query \(number)")
        }
      }
    }
  }

  @Test(arguments: [0..<9_000, 31_000..<40_000])
  func `documents that are best because of where they come from are all found`(short: Range<Int>) throws {
    let folder = try TemporaryFolder()
    var corpus = RandomCorpus(seed: 10, vocabularyCount: 2000)
    // All speak of the same words, so that nothing but lengths tells the best.
    let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path), memoryByteCount: 1 << 30) { update in
      for number in 0..<40_000 {
        let text = (0..<5).map { _ in corpus.word() }.joined(separator: " ")
        let filler = short.contains(number) ? "" : String(repeating: " f\(number % 50)", count: 20)
        try update.add(
          IndexDocument(id: "d\(100_000 + number)", texts: [.init(field: .text, text: text + filler)]),
          to: RandomCorpus.collection)
      }
    }
    let searcher = Searcher(try #require(snapshot.collection(RandomCorpus.collection)))
    let builder = QueryBuilder(analyzer: LetterAnalyzer())
    for number in 0..<12 {
      let query = builder.query(text: corpus.text(maximumWordCount: number % 2 == 0 ? 60 : 8))
      expectExact(searcher, query, limits: [80, 300, 1000], "query \(number)")
    }
  }

  /// Words of which most documents hold one once, or any number of them. Two are so rare that others are looked up for them.
  @Test(arguments: [true, false])
  func `documents that the largest codes of a word lead to are all found`(isMostlyOnce: Bool) throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: 12)
    let shares = ["c1": 0.3, "c2": 0.15, "m1": 0.07, "m2": 0.06, "r1": 0.005, "r2": 0.001, "r3": 0.0015]
    let words = shares.keys.sorted()
    let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path), memoryByteCount: 1 << 30) { update in
      for number in 0..<40_000 {
        let fillerCount = Int.random(in: 3...30, using: &random)
        var text = (0..<fillerCount).map { _ in "f\(Int.random(in: 0..<200, using: &random))" }
        for word in words where Double.random(in: 0..<1, using: &random) < shares[word] ?? 0 {
          let isOnce = isMostlyOnce && Int.random(in: 0..<25, using: &random) > 0
          text += Array(repeating: word, count: isOnce ? 1 : Int.random(in: 1...8, using: &random))
        }
        try update.add(
          IndexDocument(
            id: "d\(100_000 + number)", texts: [.init(field: .text, text: text.joined(separator: " "))],
            attributes: [[number % 3 == 0 ? "x" : "y", "p"]]),
          to: RandomCorpus.collection)
      }
    }
    let searcher = Searcher(try #require(snapshot.collection(RandomCorpus.collection)))
    let builder = QueryBuilder(analyzer: LetterAnalyzer())
    for number in 1..<1 << words.count {
      let chosen = words.indices.filter { number >> $0 & 1 == 1 }.map { words[$0] }
      var query = builder.query(text: chosen.joined(separator: " "))
      if number % 5 == 4 { query.filter = AttributeFilter([["x"], ["p"]]) }
      expectExact(searcher, query, limits: [1, 10, 100], "\(chosen)")
    }
  }

  /// Lengths differ a thousandfold, words are repeated up to a thousand times, and with the most frequent ones scores differ
  /// in the last of many digits. Of the rare ones there are fewer than are wanted.
  @Test(arguments: [1, 2])
  func `words that nearly all texts hold any number of times are scored exactly`(segmentCount: Int) throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: 13)
    let shares = ["a99": 0.999, "a95": 0.95, "a60": 0.6, "a25": 0.25, "r1": 0.01, "r2": 0.004]
    let words = shares.keys.sorted()
    let directory = try IndexDirectory(path: folder.path)
    var snapshot: IndexSnapshot?
    for segment in 0..<segmentCount {
      snapshot = try RandomCorpus.update(directory, memoryByteCount: 1 << 30) { update in
        // The last strip is not whole.
        for number in 0..<700 / (segment + 1) {
          let scale = [1, 1, 10, 100, 1000][number % 5]
          var text = Array(repeating: "f\(number % 40)", count: Int.random(in: 0...3 * scale, using: &random))
          for word in words where Double.random(in: 0..<1, using: &random) < shares[word] ?? 0 {
            text += Array(repeating: word, count: Int.random(in: 1...scale, using: &random))
          }
          try update.add(
            IndexDocument(
              id: "d\(segment)\(100_000 + number)", texts: [.init(field: .text, text: text.joined(separator: " "))],
              attributes: [[number % 3 == 0 ? "x" : "y", "p"]]),
            to: RandomCorpus.collection)
        }
      }
    }
    let searcher = Searcher(try #require(snapshot?.collection(RandomCorpus.collection)))
    let builder = QueryBuilder(analyzer: LetterAnalyzer())
    for number in 1..<1 << words.count {
      let chosen = words.indices.filter { number >> $0 & 1 == 1 }.map { words[$0] }
      var query = builder.query(text: chosen.joined(separator: " "))
      if number % 5 == 4 { query.filter = AttributeFilter([["x"], ["p"]]) }
      expectExact(searcher, query, limits: [1, 10, 100, 1000], "\(chosen)")
    }
  }

  @Test(arguments: [150, 4000])
  func `texts that hold most words of a query are ranked exactly`(vocabularyCount: Int) throws {
    let folder = try TemporaryFolder()
    var corpus = RandomCorpus(seed: 11, vocabularyCount: vocabularyCount)
    // One document in forty speaks of one subject, and so do queries: sums far beyond those of the others.
    let subject = (0..<40).map { "s\($0)" }
    let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path), memoryByteCount: 1 << 30) { update in
      for number in 0..<6000 {
        let words = (0..<30).map { _ in
          number % 40 == 7 ? subject.randomElement(using: &corpus.random) ?? "" : corpus.word()
        }
        try update.add(
          IndexDocument(
            id: "d\(number)", texts: [.init(field: .text, text: words.joined(separator: " "))],
            attributes: [[number % 3 == 0 ? "x" : "y", "p"]]),
          to: RandomCorpus.collection)
      }
    }
    let searcher = Searcher(try #require(snapshot.collection(RandomCorpus.collection)))
    let builder = QueryBuilder(analyzer: LetterAnalyzer())
    for number in 0..<12 {
      var query = builder.query(text: (subject + (0..<40).map { _ in corpus.word() }).joined(separator: " "))
      if number % 4 == 3 { query.filter = AttributeFilter([["x"], ["p"]]) }
      expectExact(searcher, query, limits: [1, 10, 300], "query \(number)")
    }
  }

  @Test(arguments: [true, false])
  func `scores of one segment that are far beyond those of another do no harm there`(isFirst: Bool) throws {
    let folder = try TemporaryFolder()
    let directory = try IndexDirectory(path: folder.path)
    // "w1" stands everywhere and weighs next to nothing; only one of the segments holds what weighs.
    func update(_ name: String, count: Int, text: (Int) -> String) throws -> IndexSnapshot {
      try RandomCorpus.update(directory, memoryByteCount: 1 << 30) { update in
        for number in 0..<count {
          try update.add(
            IndexDocument(id: "\(name)\(number)", texts: [.init(field: .text, text: text(number))]),
            to: RandomCorpus.collection)
        }
      }
    }
    _ = try update(isFirst ? "a" : "z", count: 3000) { $0 % 50 == 0 ? "w1 w\(2 + $0 % 300)" : "w1 w9000" }
    let snapshot = try update("m", count: 400) { _ in "w1 w9000" }
    let collection = try #require(snapshot.collection(RandomCorpus.collection))
    #expect(collection.segments.count == 2)
    let searcher = Searcher(collection)
    var query = QueryBuilder(analyzer: LetterAnalyzer()).query(
      text: (["w1"] + (0..<30).map { "w\(2 + $0 * 10)" }).joined(separator: " "))
    for place in query.terms.indices where query.terms[place].bytes != Array("w1".utf8) {
      query.terms[place].weight = 1e6
    }
    for limit in [1, 10, 100, 3200] {
      let expected = searcher.search(query, limit: limit, processor: .exhaustive)
      for processor in QueryProcessor.allCases {
        for threadCount in [1, 2] {
          let found = searcher.search(
            query, limit: limit, processor: processor, executor: ParallelExecutor(threadCount: threadCount))
          #expect(found == expected, "\(processor), limit \(limit), \(threadCount) threads")
        }
      }
    }
  }

  @Test func `texts that share more words than can be swept are ranked exactly`() throws {
    let folder = try TemporaryFolder()
    var random = SplitMix64(seed: 9)
    let words = (0..<3000).map { "w\($0)" }
    let snapshot = try RandomCorpus.update(try IndexDirectory(path: folder.path)) { update in
      for number in 0..<12 {
        let repetitionCount = Int.random(in: 0...40, using: &random)
        let repeated = (0..<repetitionCount).map { _ in words.randomElement(using: &random) ?? "" }
        try update.add(
          IndexDocument(
            id: "d\(number)", texts: [.init(field: .text, text: (words + repeated).joined(separator: " "))],
            attributes: [[number.isMultiple(of: 2) ? "x" : "y", "p"]]),
          to: RandomCorpus.collection)
      }
    }
    let searcher = Searcher(try #require(snapshot.collection(RandomCorpus.collection)))
    var query = QueryBuilder(analyzer: LetterAnalyzer()).query(text: words.joined(separator: " "))
    for filter in [AttributeFilter(), AttributeFilter([["x"], ["p"]])] {
      query.filter = filter
      let expected = searcher.search(query, limit: 5, processor: .exhaustive)
      #expect(expected.count == 5)
      for processor in [QueryProcessor.sweep, .maxScore, .direct, nil] {
        #expect(searcher.search(query, limit: 5, processor: processor) == expected)
      }
    }
  }
}
