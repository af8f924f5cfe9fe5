import CorpusSynthesis
import Foundation
import ParallelExecution
import Retrieval
import SearchIndex

/// Ranked retrieval, from prepared terms to hits.
struct SearchBenchmarks {
  let documentCount: Int
  let queryCount: Int

  private struct Case {
    var name: String
    var queryClass: QueryClass
    var limit: Int
    var threadCount: Int
  }

  private var cases: [Case] {
    QueryClass.allCases.flatMap { queryClass in
      [10, 1000].flatMap { limit in
        [1, 2].map { threadCount in
          Case(
            name: "finds the best \(limit) of \(documentCount) documents for \(queryClass.sentence) on "
              + IndexBenchmarks.threads(threadCount),
            queryClass: queryClass, limit: limit, threadCount: threadCount)
        }
      }
    }
  }

  static func memoryName(_ documentCount: Int) -> String {
    "resident memory after searching \(documentCount) documents"
  }

  var names: [String] { cases.map(\.name) + [Self.memoryName(documentCount)] }

  func run(_ report: BenchmarkReport, _ fixture: SearchFixture) throws {
    var checked: [String: String] = [:]
    for item in cases {
      try report.measure(item.name) { name in
        let queries = fixture.queries(item.queryClass, count: queryCount)
        let key = "\(item.queryClass) \(item.limit)"
        let check =
          try checked[key]
          ?? Self.verify(name, queries, limit: item.limit, fixture.searcher, documentCount: documentCount)
        checked[key] = check
        let searcher = fixture.searcher
        let sample = Stopwatch.sample(
          count: queries.count, executor: ParallelExecutor(threadCount: item.threadCount)
        ) { index in
          _ = searcher.search(queries[index], limit: item.limit)
        }
        return .latency(
          name, sample, rateUnit: "queries/s", check: check,
          search: BenchmarkRow.Search(
            documents: documentCount, queries: item.queryClass.rawValue, limit: item.limit, threads: item.threadCount))
      }
    }
    report.measure(Self.memoryName(documentCount)) { name in
      BenchmarkRow(
        name: name, unit: "MB", median: ProcessMemory.residentMegabytes ?? 0,
        check: "index \(fixture.byteCount / 1_000_000) MB")
    }
  }

  /// The oracle is slow: the more documents, the fewer queries it sees.
  static func verify(
    _ name: String, _ queries: [TermQuery], limit: Int, _ searcher: Searcher, documentCount: Int
  ) throws -> String {
    let sample = queries.prefix(max(2, min(40, 1_000_000 / documentCount)))
    for (number, query) in sample.enumerated() {
      let expected = searcher.search(query, limit: limit, processor: .exhaustive)
      guard searcher.search(query, limit: limit) == expected,
        searcher.search(query, limit: limit, executor: ParallelExecutor(threadCount: 2)) == expected
      else {
        throw BenchmarkError.wrongAnswer(benchmark: name, detail: "query \(number) differs from the exhaustive scorer")
      }
    }
    return "\(sample.count) = exhaustive"
  }
}
