import Foundation
import IndexStorage
import ParallelExecution
import ProfileIngest
import ResearchProfiles
import Retrieval
import SearchIndex
import TextAnalysis

/// Moim's engine for `Benchmarks/peers/compare`: answers each request, a line with tabs in it, with a line of JSON.
///
///     build                                                 evidence.jsonl of the corpus into an index, on one thread
///     parts                                                 bytes of the index by part
///     open    TIMES                                         until it can be searched
///     search  QUERIES  LIMIT  THREADS  SECONDS  ANSWERS     ANSWERS gets a line of ids for each query; "-" for none
///     add     DOCUMENTS                                     each by itself, until a search finds it
final class EngineServer {
  /// So much that an index of a million documents is one segment, as the peers' are.
  private static let memoryByteCount = 4 << 30
  private static let batchCount = 16_384

  private let corpusFolder: String
  private let indexFolder: String
  private let analyzer = WhitespaceAnalyzer()
  private var opened: Searcher?

  init(corpusFolder: String, indexFolder: String) {
    self.corpusFolder = corpusFolder
    self.indexFolder = indexFolder
  }

  /// Answers until the input ends.
  func run() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    while let line = readLine() {
      var reply = EngineReply()
      do {
        reply = try answer(line.split(separator: "\t").map(String.init))
      } catch {
        reply.error = "\(error)"
      }
      try FileHandle.standardOutput.write(contentsOf: encoder.encode(reply) + [0x0A])
    }
  }

  private func answer(_ words: [String]) throws -> EngineReply {
    switch (words.first, words.count) {
    case ("build", 1): return try build()
    case ("parts", 1): return EngineReply(parts: try IndexParts.byteCounts(of: searcher().collection))
    case ("open", 2): return try open(count: Int(words[1]) ?? 1)
    case ("search", 6):
      return try search(
        EngineQuery.read(words[1]), limit: Int(words[2]) ?? 10, threadCount: Int(words[3]) ?? 1,
        seconds: Double(words[4]) ?? 1, answers: words[5])
    case ("add", 2): return try add(words[1])
    default: throw BenchmarkError.usage("the engine does not know '\(words.joined(separator: " "))'")
    }
  }

  // MARK: Building

  private func build() throws -> EngineReply {
    try? FileManager.default.removeItem(atPath: indexFolder)
    let update = try makeUpdate(IndexDirectory(path: indexFolder))
    var attributes: [OrganizationID: [String]] = [:]
    var waiting: [IndexDocument] = []
    var seconds = 0.0
    func flush() throws {
      seconds += try Stopwatch.seconds {
        for document in waiting { try update.add(document, to: SearchFixture.collection) }
      }
      waiting.removeAll(keepingCapacity: true)
    }
    try IngestReader(sources: [corpusFolder + "/evidence.jsonl"]).read(threadCount: 0) { batch in
      if let issue = batch.issues.first {
        throw BenchmarkError.wrongAnswer(benchmark: "building", detail: "\(issue)")
      }
      for record in batch.records {
        switch record.content {
        case .organization(let profile):
          attributes[profile.id] = [profile.kind?.rawValue ?? "", profile.country ?? "", profile.region ?? ""]
        case .evidence(let evidence):
          waiting.append(
            IndexDocument(
              id: evidence.id.rawValue, texts: [.init(field: .text, text: evidence.text.primary)],
              attributes: evidence.participations.compactMap { attributes[$0.organization] }))
        case .supporting: break
        }
      }
      if waiting.count >= Self.batchCount { try flush() }
    }
    try flush()
    seconds += try Stopwatch.seconds { _ = try update.publish(sequence: 1) }
    let collection = try searcher().collection
    return EngineReply(
      seconds: seconds,
      note: "with positions; \(collection.documentCount) documents, \(collection.segments.count) segments")
  }

  private func makeUpdate(_ directory: IndexDirectory) throws -> IndexUpdate {
    try IndexUpdate(
      directory: directory, configuration: IndexConfiguration(analyzer: analyzer.identity),
      analyzers: FieldAnalyzers(analyzer), executor: .serial, memoryByteCount: Self.memoryByteCount)
  }

  // MARK: Searching

  private func searcher() throws -> Searcher {
    if let opened { return opened }
    let searcher = try SearchFixture.openSearcher(IndexDirectory(existing: indexFolder))
    opened = searcher
    return searcher
  }

  private func open(count: Int) throws -> EngineReply {
    opened = try SearchFixture.openSearcher(IndexDirectory(existing: indexFolder))
    let path = indexFolder
    let sample = Stopwatch.sample(count: count, minimumSeconds: 0) { _ in
      _ = try? SearchFixture.openSearcher(IndexDirectory(existing: path))
    }
    return EngineReply(
      medianMilliseconds: sample.percentile(0.5) / 1000, worstMilliseconds: sample.percentile(1) / 1000)
  }

  private func search(
    _ queries: [EngineQuery], limit: Int, threadCount: Int, seconds: Double, answers: String
  ) throws -> EngineReply {
    let searcher = try searcher()
    let builder = QueryBuilder(analyzer: analyzer)
    let prepared = queries.map { builder.query(text: $0.text, filter: $0.filter) }
    if answers != "-" {
      let lines = prepared.map { query in
        searcher.search(query, limit: limit).map { searcher.collection.id(of: $0.document) }.joined(separator: " ")
          + "\n"
      }
      try lines.joined().write(toFile: answers, atomically: true, encoding: .utf8)
    }
    let executor = ParallelExecutor(threadCount: threadCount)
    // Prepared, as the peers' queries are; and then what a caller with a text waits for.
    let sample = Stopwatch.sample(count: queries.count, executor: executor, minimumSeconds: seconds) {
      _ = searcher.search(prepared[$0], limit: limit)
    }
    let fromText = Stopwatch.sample(count: queries.count, executor: executor, minimumSeconds: seconds) {
      _ = searcher.search(builder.query(text: queries[$0].text, filter: queries[$0].filter), limit: limit)
    }
    return EngineReply(
      p50: sample.percentile(0.5), p95: sample.percentile(0.95), p99: sample.percentile(0.99),
      rate: sample.operationsPerSecond, medianFromText: fromText.percentile(0.5))
  }

  // MARK: Adding

  private func add(_ path: String) throws -> EngineReply {
    let directory = IndexDirectory(existing: indexFolder)
    let builder = QueryBuilder(analyzer: analyzer)
    var sequence = try directory.open().sequence
    var milliseconds: [Double] = []
    for row in try EngineQuery.rows(of: path) {
      let document = IndexDocument(
        id: row.id, texts: [.init(field: .text, text: row.text)], attributes: [row.attributes])
      // The last word of each stands in no other document.
      let query = builder.query(text: row.text.split(separator: " ").last.map(String.init) ?? "")
      sequence += 1
      var found: [String] = []
      milliseconds.append(
        try Stopwatch.seconds {
          let update = try makeUpdate(directory)
          try update.add(document, to: SearchFixture.collection)
          guard let collection = try update.publish(sequence: sequence).collection(SearchFixture.collection) else {
            return
          }
          found = Searcher(collection).search(query, limit: 1).map { collection.id(of: $0.document) }
        } * 1000)
      guard found == [row.id] else {
        throw BenchmarkError.wrongAnswer(benchmark: "adding a document", detail: "\(row.id) is not found: \(found)")
      }
    }
    milliseconds.sort()
    opened = nil
    return EngineReply(medianMilliseconds: milliseconds[milliseconds.count / 2], worstMilliseconds: milliseconds.last)
  }
}
