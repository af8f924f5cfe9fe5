import CorpusSynthesis
import Foundation

/// The tables of `COST-MODEL.md`: what memory gives, what queries touch, what that allows, and what was measured.
struct CostModel {
  /// Rows of earlier runs (`--json`), the later ones counting where several say the same.
  let measured: [BenchmarkRow.Search: BenchmarkRow]
  let queryCount: Int
  static let documentCounts = [10_000, 100_000, 1_000_000, 10_000_000]
  private static let wordCounts = [3, 10, 30, 100, 300]
  private static let limits = [1, 10, 100, 1000]

  init(figurePaths: [String], queryCount: Int) throws {
    var measured: [BenchmarkRow.Search: BenchmarkRow] = [:]
    for path in figurePaths {
      guard let data = FileManager.default.contents(atPath: path),
        let rows = try? JSONDecoder().decode([BenchmarkRow].self, from: data)
      else { throw BenchmarkError.unreadable(path: path, detail: "it is no file that --json wrote") }
      for row in rows { if let search = row.search { measured[search] = row } }
    }
    self.measured = measured
    self.queryCount = queryCount
  }

  func markdown() throws -> String {
    let report = BenchmarkReport(filter: nil)
    var bandwidth = MemoryBandwidth()
    try bandwidth.run(report)
    let corpus = SyntheticCorpus(.search(documentCount: 10_000_000))
    let shares = try DocumentShares(corpus)
    let classes = QueryClass.allCases.map {
      (label: $0.sentence, key: $0.rawValue, queries: corpus.queries($0, count: queryCount))
    }
    let counted = Self.wordCounts.map {
      (label: "\($0) words", key: "\($0)", queries: corpus.queries(ofWordCount: $0, count: queryCount))
    }
    return """
      ### What memory gives one thread
      \(report.markdown)

      ### What queries touch, and what that allows
      \(costTable(classes, shares, bandwidth))

      ### Growth with the number of words (any words, the best 10)
      \(costTable(counted, shares, bandwidth))

      ### Growth with k (long queries, one thread, µs p50)
      \(limitTable())
      """
  }

  private func costTable(
    _ classes: [(label: String, key: String, queries: [SyntheticQuery])], _ shares: DocumentShares,
    _ bandwidth: MemoryBandwidth
  ) -> String {
    var lines = [
      "| documents | queries | terms | of them columns | columns MB | postings MB | together MB | memory allows µs "
        + "| measured µs p50 | memory's share | ns a posting or byte |",
      "|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for documentCount in Self.documentCounts {
      let indexByteCount = QueryCost.indexByteCount(documentCount: documentCount, shares: shares)
      let rate = bandwidth.gigabytesPerSecond(forWorkingSet: indexByteCount)
      for item in classes {
        let cost = QueryCost(of: item.queries, documentCount: documentCount, shares: shares)
        let floor = cost.byteCount / rate / 1000
        let found = median(documentCount, item.key, limit: 10)
        let steps = cost.columnByteCount + cost.postingCount
        let cells = [
          "\(documentCount)", item.label, number(cost.termCount), number(cost.columnCount),
          number(cost.columnByteCount / 1e6), number(cost.postingByteCount / 1e6), number(cost.byteCount / 1e6),
          number(floor), number(found), found.map { "\(number(floor / $0 * 100)) %" } ?? "-",
          number(found.map { $0 * 1000 / steps }),
        ]
        lines.append("| \(cells.joined(separator: " | ")) |")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func limitTable() -> String {
    var lines = ["| documents | k = 1 | k = 10 | k = 100 | k = 1000 |", "|---:|---:|---:|---:|---:|"]
    for documentCount in Self.documentCounts {
      let cells = Self.limits.map { number(median(documentCount, QueryClass.long.rawValue, limit: $0)) }
      lines.append("| \(documentCount) | \(cells.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n")
  }

  private func median(_ documentCount: Int, _ key: String, limit: Int) -> Double? {
    measured[BenchmarkRow.Search(documents: documentCount, queries: key, limit: limit, threads: 1)]?.median
  }

  /// A dash for what was not measured.
  private func number(_ value: Double?) -> String { value.map(BenchmarkReport.number) ?? "-" }
}
