import Foundation
import SearchIndex

/// How much of an index each of its parts takes, read from the section tables of its segment files.
enum IndexParts {
  private static let headerByteCount = 32
  private static let entryByteCount = 32
  /// Names of sections in the order of their numbers.
  private static let names = [
    "summary", "ids", "lengths", "dates", "filters", "links", "stored", "dictionary", "dictionary", "dictionary",
    "postings", "positions",
  ]

  /// Sums over the segments of a collection; what belongs to no section counts as `tables`.
  static func byteCounts(of collection: CollectionSnapshot) throws -> [String: Int] {
    var sums: [String: Int] = [:]
    for segment in collection.segments {
      var rest = segment.reader.byteCount
      for (name, byteCount) in try sections(of: segment.reader.path) {
        sums[name, default: 0] += byteCount
        rest -= byteCount
      }
      sums["tables", default: 0] += rest
    }
    return sums
  }

  private static func sections(of path: String) throws -> [(name: String, byteCount: Int)] {
    guard let file = FileHandle(forReadingAtPath: path), let header = try file.read(upToCount: headerByteCount),
      header.count == headerByteCount
    else { throw BenchmarkError.unreadable(path: path, detail: "no header") }
    defer { try? file.close() }
    let count = number(header, at: 12)
    guard count < 1000, let table = try file.read(upToCount: Int(count) * entryByteCount),
      table.count == Int(count) * entryByteCount
    else { throw BenchmarkError.unreadable(path: path, detail: "no section table") }
    return (0..<Int(count)).map { entry in
      let base = entry * entryByteCount
      let id = Int(number(table, at: base))
      let byteCount = Int(number(table, at: base + 16)) | Int(number(table, at: base + 20)) << 32
      return (names.indices.contains(id - 1) ? names[id - 1] : "section \(id)", byteCount)
    }
  }

  private static func number(_ bytes: Data, at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[bytes.startIndex + offset + $1]) << UInt32(8 * $1) }
  }
}
