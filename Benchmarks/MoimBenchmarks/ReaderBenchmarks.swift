import Foundation
import ProfileIngest

/// What reading records costs beside parsing XML: each format against libxml2 alone over the same bytes.
struct ReaderBenchmarks {
  let folder: WorkFolder
  var byteCount = 32_000_000

  /// A reader may take two and a half times what parsing takes.
  static let leastShare = 0.4

  private static func name(_ format: String) -> String { "reads \(format) XML, as a share of a bare SAX pass" }

  func run(_ report: BenchmarkReport) throws {
    for sample in ReaderSample.all {
      try report.measure(Self.name(sample.format)) { try measure($0, sample) }
    }
  }

  private func measure(_ name: String, _ sample: ReaderSample) throws -> BenchmarkRow {
    let path = folder.file("\(sample.format).xml")
    let recordCount = try sample.write(byteCount: byteCount, to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? byteCount
    var bare: [Double] = []
    var reading: [Double] = []
    // In turns, so that a busy machine is busy for both.
    for _ in 0..<5 {
      bare.append(
        try ProcessorTime.seconds {
          guard BareXMLPass.run(path) != nil else {
            throw BenchmarkError.wrongAnswer(benchmark: name, detail: "the file is no XML")
          }
        })
      var (accepted, rejected) = (0, 0)
      reading.append(
        try ProcessorTime.seconds {
          try IngestReader(sources: [path]).read(threadCount: 0) { batch in
            accepted += batch.records.count
            rejected += batch.issues.count { $0.severity == .rejected }
          }
        })
      guard accepted == recordCount, rejected == 0 else {
        throw BenchmarkError.wrongAnswer(benchmark: name, detail: "\(accepted) of \(recordCount), \(rejected) rejected")
      }
    }
    let (fastestBare, fastest) = (bare.min() ?? 0, reading.min() ?? 1)
    let share = fastestBare / fastest
    return BenchmarkRow(
      name: name, unit: "s", median: fastest, rate: Double(size) / 1e6 / fastest,
      rateUnit: "MB/s, \(BenchmarkReport.number(share)) of \(BenchmarkReport.number(Double(size) / 1e6 / fastestBare))",
      check: share >= Self.leastShare ? "counts; at least 40 %" : "counts; MISSES 40 %")
  }
}
