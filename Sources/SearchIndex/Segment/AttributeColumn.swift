import IndexStorage
import Synchronization

/// The combinations of attribute values and the documents that have them.
///
///     combination count varint; for each: value count varint, values; document count varint, gaps minus 1 (varints)
final class AttributeColumn: Sendable {
  struct Combination: Sendable {
    var values: [String]
    var documents: [UInt32]
  }

  private let region: ByteRegion
  /// Decoded at first use: opening an index must not read every document.
  private let decoded = Mutex<[Combination]?>(nil)

  private let byDocument = Mutex<[[UInt32]]?>(nil)

  init(_ region: ByteRegion) { self.region = region }

  var combinations: [Combination] {
    decoded.withLock { cached in
      if let cached { return cached }
      let combinations = (try? decode()) ?? []
      cached = combinations
      return combinations
    }
  }

  /// The combinations of one document, for merging: the first call inverts the whole column.
  func combinations(of document: Int, documentCount: Int) -> [[String]] {
    let rows = byDocument.withLock { cached in
      if let cached { return cached }
      var rows = Array(repeating: [UInt32](), count: documentCount)
      for (ordinal, combination) in combinations.enumerated() {
        for document in combination.documents where document < documentCount {
          rows[Int(document)].append(UInt32(ordinal))
        }
      }
      cached = rows
      return rows
    }
    return rows[document].map { combinations[Int($0)].values }
  }

  private func decode() throws(ByteReader.Malformed) -> [Combination] {
    var reader = ByteReader(region)
    var combinations: [Combination] = []
    for _ in 0..<(try reader.readCount()) {
      var values: [String] = []
      for _ in 0..<(try reader.readCount()) { values.append(try reader.readString()) }
      var documents: [UInt32] = []
      var next = 0
      for _ in 0..<(try reader.readCount()) {
        next += try reader.readCount()
        documents.append(UInt32(truncatingIfNeeded: next))
        next += 1
      }
      combinations.append(Combination(values: values, documents: documents))
    }
    return combinations
  }
}
