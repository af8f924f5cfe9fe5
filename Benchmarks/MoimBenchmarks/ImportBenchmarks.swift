import CorpusSynthesis
import Foundation
import PartnerDiscovery
import ProfileIngest

/// Reading exports, and importing them into a workspace.
struct ImportBenchmarks {
  let corpus: SyntheticCorpus
  let folder: WorkFolder

  private var jsonCount: Int { corpus.profile.documentCount }
  private var xmlCount: Int { min(10_000, corpus.profile.documentCount) }

  private struct Source {
    var name: String
    var path: String
    var evidenceCount: Int
    var byteCount: Int
  }

  private func name(_ action: String, _ form: String, _ count: Int, _ threadCount: Int) -> String {
    "\(action) \(count) records of \(form) on \(IndexBenchmarks.threads(threadCount))"
  }

  private static let jsonLines = "JSON Lines"
  private static let cordis = "CORDIS XML (a file each)"

  /// - Returns: the workspace that the JSON Lines were imported into last.
  func run(_ report: BenchmarkReport, isWorkspaceWanted: Bool) throws -> String? {
    var workspace: String?
    for (form, count) in [(Self.jsonLines, jsonCount), (Self.cordis, xmlCount)] {
      let names = ["reads", "imports"].flatMap { action in [1, 2].map { name(action, form, count, $0) } }
      let isNeeded = isWorkspaceWanted && form == Self.jsonLines
      guard report.wants(names) || isNeeded else { continue }
      let source = try makeSource(form, count)
      for threadCount in [1, 2] {
        try report.measure(name("reads", form, count, threadCount)) { try read($0, source, threadCount) }
      }
      for threadCount in [1, 2] {
        try report.measure(name("imports", form, count, threadCount)) { name in
          let path = folder.file("\(source.name)-\(threadCount)")
          defer {
            if isNeeded, threadCount == 2 {
              workspace = path
            } else {
              try? FileManager.default.removeItem(atPath: path)
            }
          }
          return try importSource(name, source, threadCount, workspace: path)
        }
      }
      if isNeeded, workspace == nil {
        let path = folder.file("workspace")
        _ = try importSource("making a workspace", source, 2, workspace: path)
        workspace = path
      }
    }
    return workspace
  }

  private func makeSource(_ form: String, _ count: Int) throws -> Source {
    let files = CorpusFiles(corpus)
    if form == Self.jsonLines {
      let path = folder.file("evidence.jsonl")
      return Source(name: "json", path: path, evidenceCount: count, byteCount: try files.writeEvidence(to: path))
    }
    let path = folder.file("cordis")
    return Source(
      name: "cordis", path: path, evidenceCount: count, byteCount: try files.writeCordisFolder(count: count, to: path))
  }

  private func read(_ name: String, _ source: Source, _ threadCount: Int) throws -> BenchmarkRow {
    var seconds: [Double] = []
    for _ in 0..<3 {
      var (readCount, acceptedCount) = (0, 0)
      seconds.append(
        try Stopwatch.seconds {
          try IngestReader(sources: [source.path]).read(threadCount: threadCount) { batch in
            readCount += batch.recordsRead
            acceptedCount += batch.records.count
          }
        })
      guard readCount == acceptedCount, readCount >= source.evidenceCount else {
        throw BenchmarkError.wrongAnswer(benchmark: name, detail: "\(readCount) read, \(acceptedCount) accepted")
      }
    }
    return row(name, source, seconds: seconds.sorted()[1], check: "counts")
  }

  private func importSource(
    _ name: String, _ source: Source, _ threadCount: Int, workspace path: String
  ) throws -> BenchmarkRow {
    var importing = ImportSources(workspace: Workspace(path: path), sources: [source.path])
    importing.use(threadCount: threadCount)
    let report = try importing.run()
    guard report.totals.rejected == 0, report.evidenceCount == source.evidenceCount else {
      throw BenchmarkError.wrongAnswer(
        benchmark: name, detail: "\(report.evidenceCount) pieces of evidence were indexed")
    }
    let parts = [report.seconds.reading, report.seconds.storing, report.seconds.indexing].map(BenchmarkReport.number)
    return row(
      name, source, seconds: report.seconds.total,
      check: "counts; reading \(parts[0]), storing \(parts[1]), indexing \(parts[2]) s")
  }

  private func row(_ name: String, _ source: Source, seconds: Double, check: String) -> BenchmarkRow {
    let megabytes = Double(source.byteCount) / 1e6
    return BenchmarkRow(
      name: name, unit: "s", median: seconds, rate: megabytes / seconds,
      rateUnit: "MB/s, \(BenchmarkReport.number(Double(source.evidenceCount) / seconds)) records/s", check: check)
  }
}
