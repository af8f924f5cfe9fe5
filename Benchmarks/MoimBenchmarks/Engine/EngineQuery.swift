import Foundation
import Retrieval

/// A line of a table of queries: id, kind, country, region (empty for any) and text, with tabs between them.
struct EngineQuery {
  var id: String
  var text: String
  var filter: AttributeFilter

  static func read(_ path: String) throws -> [EngineQuery] {
    try rows(of: path).map { row in
      let wanted = row.attributes.map { $0.isEmpty ? Set<String>() : [$0] }
      return EngineQuery(
        id: row.id, text: row.text, filter: wanted.allSatisfy(\.isEmpty) ? AttributeFilter() : AttributeFilter(wanted))
    }
  }

  /// Tables of documents have the same columns.
  static func rows(of path: String) throws -> [(id: String, attributes: [String], text: String)] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      let columns = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 5 else { throw BenchmarkError.unreadable(path: path, detail: "a line without 5 columns") }
      return (columns[0], Array(columns[1...3]), columns[4])
    }
  }
}
