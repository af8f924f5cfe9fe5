import CorpusSynthesis
import IndexStorage
import ParallelExecution
import Retrieval
import SearchIndex

/// Building and opening an index.
struct IndexBenchmarks {
  let corpus: SyntheticCorpus
  let folder: WorkFolder

  func run(_ report: BenchmarkReport) throws {
    let count = corpus.profile.documentCount
    for threadCount in [1, 2] {
      try report.measure("builds an index of \(count) documents on \(Self.threads(threadCount))") { name in
        let fixture = try SearchFixture(
          corpus: corpus, path: folder.file("build-\(threadCount)"),
          executor: ParallelExecutor(threadCount: threadCount))
        let problems = fixture.directory.verify()
        guard problems.isEmpty, fixture.searcher.collection.liveCount == count else {
          throw BenchmarkError.wrongAnswer(benchmark: name, detail: "\(problems)")
        }
        return BenchmarkRow(
          name: name, unit: "s", median: fixture.buildSeconds, rate: Double(count) / fixture.buildSeconds,
          rateUnit: "documents/s",
          check:
            "checksums, count; \(fixture.byteCount / 1_000_000) MB in \(fixture.searcher.collection.segments.count) segments"
        )
      }
    }
  }

  var openingNames: [String] {
    ["maps an index of", "opens for searching an index of"].map { "\($0) \(corpus.profile.documentCount) documents" }
  }

  func runOpening(_ report: BenchmarkReport, _ fixture: SearchFixture) {
    let directory = fixture.directory
    report.measure(openingNames[0]) { name in
      let sample = Stopwatch.sample(count: 20) { _ in _ = try? directory.open() }
      return .latency(name, sample, rateUnit: "/s", check: "")
    }
    report.measure(openingNames[1]) { name in
      let sample = Stopwatch.sample(count: 20) { _ in _ = try? SearchFixture.openSearcher(directory) }
      return .latency(name, sample, rateUnit: "/s", check: "")
    }
  }

  static func threads(_ count: Int) -> String { count == 1 ? "one thread" : "\(count) threads" }
}
