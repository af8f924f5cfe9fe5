import Foundation

/// Runs benchmarks whose names were asked for, and collects their rows.
final class BenchmarkReport {
  private(set) var rows: [BenchmarkRow] = []
  private let filter: String?

  init(filter: String?) { self.filter = filter }

  /// Whether any of the names is wanted: what they share need not be made otherwise.
  func wants(_ names: [String]) -> Bool { names.contains(where: wants) }

  func wants(_ name: String) -> Bool { filter.map { name.localizedCaseInsensitiveContains($0) } ?? true }

  /// Runs a benchmark if its name is wanted.
  func measure(_ name: String, _ benchmark: (String) throws -> BenchmarkRow) rethrows {
    guard wants(name) else { return }
    let row = try benchmark(name)
    rows.append(row)
    FileHandle.standardError.write(Data("\(name): \(Self.number(row.median)) \(row.unit)\n".utf8))
  }

  var markdown: String {
    var lines = [
      "| benchmark | p50 | p95 | p99 | unit | p99/p50 | rate | checked |", "|---|---:|---:|---:|---|---:|---:|---|",
    ]
    for row in rows {
      let rate = row.rate.map { "\(Self.number($0)) \(row.rateUnit ?? "")" } ?? ""
      let percentiles = [row.median, row.percentile95, row.percentile99].map { $0.map(Self.number) ?? "" }
      let tail = row.tailRatio.map(Self.number) ?? ""
      lines.append(
        "| \(row.name) | \(percentiles.joined(separator: " | ")) | \(row.unit) | \(tail) | \(rate) | \(row.check) |")
    }
    return lines.joined(separator: "\n")
  }

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(rows)
  }

  /// Three digits that matter.
  static func number(_ value: Double) -> String {
    let digits = value >= 100 || value == 0 ? 0 : (value >= 10 ? 1 : (value >= 1 ? 2 : 3))
    return String(format: "%.\(digits)f", value)
  }
}
