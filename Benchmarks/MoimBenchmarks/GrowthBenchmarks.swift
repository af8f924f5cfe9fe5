import CorpusSynthesis
import Foundation
import ParallelExecution
import Retrieval
import SearchIndex

/// One size of the growth series: an index built straight from the corpus, without files or a registry between, and how
/// long queries, their number of words and k cost on it.
///
/// Documents are made batch by batch from their numbers, so that ten million of them need only the index's own memory.
/// The index stays in its folder; a second run measures it without building.
struct GrowthBenchmarks {
  let corpus: SyntheticCorpus
  let folder: String
  let queryCount: Int
  let memoryByteCount: Int
  let threadCount: Int

  private static let wordCounts = [3, 10, 30, 100, 300]
  private static let limits = [1, 10, 100, 1000]

  /// What building said, kept beside the index.
  private struct BuildFacts: Codable {
    /// The corpus, the budget, and the program that has built the index.
    var profile: String
    var seconds: Double
    var peakMegabytes: Double?
    var threadCount: Int
  }

  private var documentCount: Int { corpus.profile.documentCount }
  private var indexPath: String { folder + "/index" }
  private var factsPath: String { folder + "/build.json" }

  func run(_ report: BenchmarkReport) throws {
    let (fixture, facts) = try makeFixture()
    try reportBuilding(report, fixture, facts)
    let memoryBefore = ProcessMemory.residentMegabytes ?? 0
    let long = fixture.queries(.long, count: queryCount)
    try measureLong(report, fixture, long)
    for limit in Self.limits where limit != 10 {
      try measure(report, fixture, long, label: QueryClass.long.sentence, key: QueryClass.long.rawValue, limit: limit)
    }
    for wordCount in Self.wordCounts {
      let queries = fixture.prepared(corpus.queries(ofWordCount: wordCount, count: queryCount))
      try measure(report, fixture, queries, label: "queries of \(wordCount) words", key: "\(wordCount)", limit: 10)
    }
    report.measure("resident memory after searching \(documentCount) documents") { name in
      BenchmarkRow(
        name: name, unit: "MB", median: ProcessMemory.residentMegabytes ?? 0,
        check:
          "\(BenchmarkReport.number(memoryBefore)) MB before the first query, with what building left; index "
          + "\(fixture.byteCount / 1_000_000) MB")
    }
  }

  // MARK: Building

  private func makeFixture() throws -> (SearchFixture, BuildFacts) {
    let program = try FileManager.default.attributesOfItem(atPath: CommandLine.arguments[0])
    let profile =
      "\(corpus.profile), \(memoryByteCount) bytes, \(threadCount) threads, "
      + "program of \(program[.modificationDate] ?? "")"
    if let data = FileManager.default.contents(atPath: factsPath),
      let facts = try? JSONDecoder().decode(BuildFacts.self, from: data), facts.profile == profile
    {
      let fixture = try SearchFixture(corpus: corpus, existing: indexPath, buildSeconds: facts.seconds)
      return (fixture, facts)
    }
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let fixture = try SearchFixture(
      corpus: corpus, path: indexPath, executor: ParallelExecutor(threadCount: threadCount),
      memoryByteCount: memoryByteCount)
    let facts = BuildFacts(
      profile: profile, seconds: fixture.buildSeconds, peakMegabytes: ProcessMemory.peakMegabytes,
      threadCount: threadCount)
    try JSONEncoder().encode(facts).write(to: URL(fileURLWithPath: factsPath))
    return (fixture, facts)
  }

  private func reportBuilding(_ report: BenchmarkReport, _ fixture: SearchFixture, _ facts: BuildFacts) throws {
    let segmentCount = fixture.searcher.collection.segments.count
    try report.measure("builds an index of \(documentCount) documents on \(IndexBenchmarks.threads(facts.threadCount))")
    {
      name in
      let problems = fixture.directory.verify()
      guard problems.isEmpty, fixture.searcher.collection.liveCount == documentCount else {
        throw BenchmarkError.wrongAnswer(benchmark: name, detail: "\(problems)")
      }
      return BenchmarkRow(
        name: name, unit: "s", median: facts.seconds, rate: Double(documentCount) / facts.seconds,
        rateUnit: "documents/s", check: "checksums, count; \(segmentCount) segments")
    }
    report.measure("peak memory of building an index of \(documentCount) documents") { name in
      BenchmarkRow(
        name: name, unit: "MB", median: facts.peakMegabytes ?? 0, check: "budget \(memoryByteCount / 1_000_000) MB")
    }
    let parts = try IndexParts.byteCounts(of: fixture.searcher.collection)
    for (part, byteCount) in parts.sorted(by: { $0.key < $1.key }) {
      report.measure("size of the index of \(documentCount) documents: \(part)") { name in
        BenchmarkRow(name: name, unit: "MB", median: Double(byteCount) / 1e6, check: "")
      }
    }
    let directory = fixture.directory
    report.measure("opens for searching an index of \(documentCount) documents") { name in
      let sample = Stopwatch.sample(count: 20) { _ in _ = try? SearchFixture.openSearcher(directory) }
      return .latency(name, sample, rateUnit: "/s", check: "")
    }
  }

  // MARK: Searching

  private func measureLong(_ report: BenchmarkReport, _ fixture: SearchFixture, _ queries: [TermQuery]) throws {
    let (label, key) = (QueryClass.long.sentence, QueryClass.long.rawValue)
    try measure(report, fixture, queries, label: label, key: key, limit: 10)
    // Both ways to use two cores: a query each, and both for one.
    try measure(report, fixture, queries, label: label, key: key, limit: 10, batchThreadCount: 2)
    let searcher = fixture.searcher
    let both = ParallelExecutor(threadCount: 2)
    report.measure("finds the best 10 of \(documentCount) documents for \(label), each on 2 threads") { name in
      let sample = Stopwatch.sample(count: queries.count, isSplit: true) {
        _ = searcher.search(queries[$0], limit: 10, executor: both)
      }
      return .latency(name, sample, rateUnit: "queries/s", check: "= one thread, see above")
    }
  }

  private func measure(
    _ report: BenchmarkReport, _ fixture: SearchFixture, _ queries: [TermQuery], label: String, key: String, limit: Int,
    batchThreadCount: Int = 1
  ) throws {
    let threads = IndexBenchmarks.threads(batchThreadCount)
    try report.measure("finds the best \(limit) of \(documentCount) documents for \(label) on \(threads)") { name in
      let searcher = fixture.searcher
      let check =
        batchThreadCount > 1
        ? "" : try SearchBenchmarks.verify(name, queries, limit: limit, searcher, documentCount: documentCount)
      let sample = Stopwatch.sample(
        count: queries.count, executor: ParallelExecutor(threadCount: batchThreadCount)
      ) { _ = searcher.search(queries[$0], limit: limit) }
      return .latency(
        name, sample, rateUnit: "queries/s", check: check,
        search: BenchmarkRow.Search(documents: documentCount, queries: key, limit: limit, threads: batchThreadCount))
    }
  }
}
