import CorpusSynthesis
import Foundation
import IndexStorage
import ParallelExecution
import Retrieval
import SearchIndex
import TextAnalysis

/// An index of a synthetic corpus, split at blanks, plain BM25 (k1 1.2, b 0.75), with kind and region as attributes.
struct SearchFixture {
  static let collection = "evidence"

  let corpus: SyntheticCorpus
  let searcher: Searcher
  let directory: IndexDirectory
  let buildSeconds: Double

  /// Builds the index; only the index's own work is timed, not the making of the corpus, of which a batch is in memory
  /// at a time.
  ///
  /// - Parameter memoryByteCount: how much inverted documents may take before they are written.
  init(
    corpus: SyntheticCorpus, path: String, executor: ParallelExecutor, memoryByteCount: Int = 512 << 20
  ) throws {
    self.corpus = corpus
    directory = try IndexDirectory(path: path)
    let analyzer = WhitespaceAnalyzer()
    let update = try IndexUpdate(
      directory: directory, configuration: IndexConfiguration(analyzer: analyzer.identity),
      analyzers: FieldAnalyzers(analyzer), executor: executor, memoryByteCount: memoryByteCount)
    var seconds = 0.0
    let batchCount = 16_384
    for start in stride(from: 0, to: corpus.profile.documentCount, by: batchCount) {
      let count = min(batchCount, corpus.profile.documentCount - start)
      let documents = ParallelExecutor().map(count: count) { place, _ in Self.document(start + place, of: corpus) }
      seconds += try Stopwatch.seconds { for document in documents { try update.add(document, to: Self.collection) } }
    }
    seconds += try Stopwatch.seconds { _ = try update.publish(sequence: 1) }
    buildSeconds = seconds
    searcher = try Self.openSearcher(directory)
  }

  /// Opens an index that was built before.
  init(corpus: SyntheticCorpus, existing path: String, buildSeconds: Double = 0) throws {
    self.corpus = corpus
    directory = IndexDirectory(existing: path)
    self.buildSeconds = buildSeconds
    searcher = try Self.openSearcher(directory)
  }

  static func openSearcher(_ directory: IndexDirectory) throws -> Searcher {
    guard let collection = try directory.open().collection(collection) else {
      throw BenchmarkError.wrongAnswer(benchmark: "opening the index", detail: "it is empty")
    }
    return Searcher(collection)
  }

  var byteCount: Int { searcher.collection.segments.reduce(0) { $0 + $1.reader.byteCount } }

  func queries(_ queryClass: QueryClass, count: Int) -> [TermQuery] {
    prepared(corpus.queries(queryClass, count: count))
  }

  func prepared(_ queries: [SyntheticQuery]) -> [TermQuery] {
    let builder = QueryBuilder(analyzer: WhitespaceAnalyzer())
    return queries.map { query in
      let text = String(decoding: corpus.vocabulary.text(of: query.words), as: UTF8.self)
      let filter = query.kind.map { AttributeFilter([[$0], [], query.region.map { [$0] } ?? []]) } ?? AttributeFilter()
      return builder.query(text: text, filter: filter)
    }
  }

  /// The term of a word.
  func term(ofRank rank: Int) -> [UInt8] { Array(corpus.vocabulary[rank]) }

  private static func document(_ number: Int, of corpus: SyntheticCorpus) -> IndexDocument {
    let document = corpus.document(number)
    return IndexDocument(
      id: document.id,
      texts: [.init(field: .text, text: String(decoding: corpus.text(of: document), as: UTF8.self))],
      attributes: document.organizations.map { [$0.kind, $0.country, $0.region] }, day: Int32(document.day))
  }
}
