import Foundation
import ProfileIngest
import TableWriting

/// What reading tables costs: CSV and XLSX of invented rows, whose columns are guessed from their headings.
struct TableBenchmarks {
  let folder: WorkFolder
  let rowCount: Int

  /// Rows that a workbook of the size is measured with at most: a sheet holds 1,048,576.
  private static let workbookRowLimit = 200_000
  private static let headings = ["과제번호", "과제명", "주관기관", "참여기관", "키워드", "시작일", "요약"]

  func run(_ report: BenchmarkReport) throws {
    try report.measure("reads \(rowCount) rows of CSV on one thread") { name in
      let path = folder.file("rows.csv")
      defer { try? FileManager.default.removeItem(atPath: path) }
      try writeCSV(to: path)
      return try measure(name, path, rowCount)
    }
    let count = min(rowCount, Self.workbookRowLimit)
    try report.measure("reads \(count) rows of XLSX on one thread") { name in
      let path = folder.file("rows.xlsx")
      defer { try? FileManager.default.removeItem(atPath: path) }
      let table = Table(
        name: "과제", headings: Self.headings, rows: (1...count).map { row in Self.cells(row).map { .text($0) } })
      try XLSXWriting(created: 0).write([table], to: path)
      return try measure(name, path, count)
    }
  }

  /// The fastest of three passes, in processor time of the whole process.
  private func measure(_ name: String, _ path: String, _ wanted: Int) throws -> BenchmarkRow {
    var seconds: [Double] = []
    var byteCount: Int64 = 0
    for _ in 0..<3 {
      var (accepted, rejected) = (0, 0)
      byteCount = 0
      seconds.append(
        try ProcessorTime.seconds {
          try IngestReader(sources: [path]).read(threadCount: 0) { batch in
            accepted += batch.records.count
            rejected += batch.issues.count { $0.severity == .rejected }
            byteCount += batch.bytesRead
          }
        })
      guard accepted == wanted, rejected == 0 else {
        throw BenchmarkError.wrongAnswer(benchmark: name, detail: "\(accepted) of \(wanted), \(rejected) rejected")
      }
    }
    let fastest = seconds.min() ?? 1
    let megabytes = BenchmarkReport.number(Double(byteCount) / 1e6 / fastest)
    let memory = BenchmarkReport.number(ProcessMemory.peakMegabytes ?? 0)
    return BenchmarkRow(
      name: name, unit: "s", median: fastest, rate: Double(wanted) / fastest,
      rateUnit: "rows/s; \(megabytes) MB/s, \(memory) MB of memory at most", check: "counts")
  }

  private func writeCSV(to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else {
      throw BenchmarkError.wrongAnswer(benchmark: "tables", detail: "\(path) cannot be written")
    }
    defer { try? file.close() }
    var text = Self.headings.joined(separator: ",") + "\r\n"
    for row in 1...rowCount {
      text += Self.cells(row).map { "\"\($0)\"" }.joined(separator: ",") + "\r\n"
      if text.utf8.count > 4 << 20 || row == rowCount {
        try file.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
  }

  /// Number, title, leading body, two partners in one cell, keywords, date, text.
  private static func cells(_ row: Int) -> [String] {
    [
      "P\(row)", ReaderSample.text(8, seed: row), "가나대학교 \(row % 499)",
      "(주)다라\(row % 997); Invented Institute \(row % 211)",
      "\(ReaderSample.text(1, seed: row + 1)), \(ReaderSample.text(1, seed: row + 2))",
      "2024-0\(1 + row % 9)-1\(row % 10)", ReaderSample.text(40, seed: row + 3),
    ]
  }
}
