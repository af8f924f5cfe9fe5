import CorpusSynthesis
import Retrieval
import SearchIndex
import TextAnalysis

/// The inner loops, each by itself.
struct KernelBenchmarks {
  private static let decodeName = "decodes frequencies of postings"
  private static let accumulateName = "scores and accumulates postings of 20 frequent terms (sweep, k = 1)"
  private static let foundName = "looks up 10000 terms that exist"
  private static let missingName = "looks up 10000 terms that do not exist"
  private static let textNames = ["English", "Korean"].map { "analyses \($0) text with the standard analyser" }
  private static let whitespaceName = "analyses synthetic text with the whitespace analyser"

  static var indexNames: [String] { [decodeName, accumulateName, foundName, missingName] }

  static func scores(count: Int) -> [Int32] {
    var random = SeededGenerator(seed: 3)
    return (0..<count).map { _ in Int32(random.below(1 << 29)) }
  }

  /// Choosing the best of many scores, as a processor does: the threshold is looked at before the heap.
  func runTopDocuments(_ report: BenchmarkReport) throws {
    let scores = Self.scores(count: 1_000_000)
    for limit in [10, 1000] {
      try report.measure("keeps the best \(limit) of 1000000 scores in no order") { name in
        let expected = scores.enumerated().map { (score: $0.element, document: UInt32($0.offset)) }
          .sorted { $0.score != $1.score ? $0.score > $1.score : $0.document < $1.document }.prefix(limit)
        // Thresholds of many documents go up in steps, so that a few more may be kept.
        let found = Set(Self.best(limit, of: scores))
        guard found.count <= limit + limit / 4, expected.allSatisfy({ found.contains($0.document) }) else {
          throw BenchmarkError.wrongAnswer(benchmark: name, detail: "sorting gives others")
        }
        let sample = Stopwatch.sample(count: 5) { _ in _ = Self.best(limit, of: scores) }
        return .kernel(name, sample, unitCount: scores.count, unit: "score", check: "⊇ sorted")
      }
    }
  }

  /// The documents of the best scores and perhaps a few more, ascending.
  static func best(_ limit: Int, of scores: [Int32]) -> [UInt32] {
    var pool = CandidatePool(limit: limit)
    for (document, score) in scores.enumerated() where score >= pool.threshold {
      pool.insert(document: UInt32(document), lower: score, upper: score)
    }
    return pool.finish()
  }

  func runText(_ report: BenchmarkReport) throws {
    for (name, text) in zip(
      Self.textNames, [SampleText.english(byteCount: 1 << 20), SampleText.korean(byteCount: 1 << 20)])
    {
      try report.measure(name) { name in
        // A sentence is analysed the same by itself: no term crosses its end.
        let sentences = text.split(separator: 0x2E).flatMap { Self.terms(of: Array($0), StandardAnalyzer()) }
        return try analysis(name, StandardAnalyzer(), text, expected: sentences)
      }
    }
    try report.measure(Self.whitespaceName) { name in
      let corpus = SyntheticCorpus(.search(documentCount: 1000))
      let text = Array((0..<1000).map { corpus.text(of: corpus.document($0)) }.joined(separator: [0x20]))
      return try analysis(
        name, WhitespaceAnalyzer(), text, expected: text.split(separator: 0x20).map { Array($0) })
    }
  }

  func run(_ report: BenchmarkReport, _ fixture: SearchFixture) throws {
    let segments = fixture.searcher.collection.segments
    let frequent = (0..<20).map { fixture.term(ofRank: $0 * 3) }
    let lists = frequent.flatMap { term in segments.compactMap { $0.reader.postings(stream: .word, term: term) } }
    let postingCount = lists.reduce(0) { $0 + $1.documentCount }
    try report.measure(Self.decodeName) { name in
      let sums = lists.map { list -> (byCode: Int, byFrequency: Int) in
        var sums = (byCode: 0, byFrequency: 0)
        list.forEachCode { document, code in sums.byCode += code > 0 ? Int(document) : 0 }
        list.forEachFrequency { document, frequency in sums.byFrequency += frequency > 0 ? Int(document) : 0 }
        return sums
      }
      guard sums.allSatisfy({ $0.byCode == $0.byFrequency }) else {
        throw BenchmarkError.wrongAnswer(benchmark: name, detail: "codes and frequencies name other documents")
      }
      let sample = Stopwatch.sample(count: 20) { _ in
        var sum: UInt32 = 0
        for list in lists { list.forEachFrequency { sum &+= $1 } }
        precondition(sum > 0, "postings without frequencies")
      }
      return .kernel(name, sample, unitCount: postingCount, unit: "posting", check: "= codes")
    }
    try report.measure(Self.accumulateName) { name in
      let query = TermQuery(terms: frequent.map { WeightedTerm(stream: .word, bytes: $0, weight: 1) })
      let searcher = fixture.searcher
      guard
        searcher.search(query, limit: 1, processor: .sweep) == searcher.search(query, limit: 1, processor: .exhaustive)
      else { throw BenchmarkError.wrongAnswer(benchmark: name, detail: "the sweep differs from the exhaustive scorer") }
      let sample = Stopwatch.sample(count: 20) { _ in _ = searcher.search(query, limit: 1, processor: .sweep) }
      return .kernel(name, sample, unitCount: postingCount, unit: "posting", check: "= exhaustive")
    }
    try runDictionary(report, fixture)
  }

  private func runDictionary(_ report: BenchmarkReport, _ fixture: SearchFixture) throws {
    guard let reader = fixture.searcher.collection.segments.first?.reader else { return }
    let present = Self.terms(fixture).filter { reader.postings(stream: .word, term: $0) != nil }.prefix(10_000)
    let absent = present.map { $0 + [0x7A, 0x7A] }
    for (name, terms, isPresent) in [(Self.foundName, Array(present), true), (Self.missingName, absent, false)] {
      try report.measure(name) { name in
        guard terms.allSatisfy({ (reader.postings(stream: .word, term: $0) != nil) == isPresent }) else {
          throw BenchmarkError.wrongAnswer(benchmark: name, detail: "a term is not where it should be")
        }
        let sample = Stopwatch.sample(count: 5) { _ in
          for term in terms { _ = reader.postings(stream: .word, term: term) }
        }
        return .kernel(name, sample, unitCount: terms.count, unit: "term", check: "\(reader.termCount) terms")
      }
    }
  }

  /// Terms all over the dictionary, in no order.
  private static func terms(_ fixture: SearchFixture) -> [[UInt8]] {
    var random = SeededGenerator(seed: 5)
    return (0..<40_000).map { _ in fixture.term(ofRank: random.below(fixture.corpus.profile.vocabularyCount)) }
  }

  private static func terms(of text: [UInt8], _ analyzer: any TextAnalyzer) -> [[UInt8]] {
    var buffer = TokenBuffer()
    analyzer.analyze(text.span, into: &buffer)
    return buffer.tokens.map { Array(buffer.term(of: $0)) }
  }

  private func analysis(
    _ name: String, _ analyzer: any TextAnalyzer, _ text: [UInt8], expected: [[UInt8]]
  ) throws -> BenchmarkRow {
    guard !expected.isEmpty, Self.terms(of: text, analyzer) == expected else {
      throw BenchmarkError.wrongAnswer(benchmark: name, detail: "terms are not those of its pieces")
    }
    let sample = Stopwatch.sample(count: 5) { _ in
      var buffer = TokenBuffer()
      analyzer.analyze(text.span, into: &buffer)
    }
    let megabytes = Double(text.count) / 1e6
    var row = BenchmarkRow.kernel(
      name, sample, unitCount: text.count, unit: "byte", check: "\(expected.count) terms, those of its pieces")
    row.rate = megabytes * sample.operationsPerSecond
    row.rateUnit = "MB/s"
    return row
  }
}
