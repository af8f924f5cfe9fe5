import CorpusSynthesis

/// What queries have to touch where nothing is pruned, from document frequencies alone.
///
/// The format that this assumes: a term in at least a tenth of the documents is a column of which four bits a document are
/// read; every other posting is two bytes, a 16-bit number within a range of documents, or in thin lists four. (Its words
/// seldom stand twice in a document, so that their lists have no codes.)
struct QueryCost {
  static let columnShare = 0.1
  private static let rangeDocumentCount = 1 << 16

  /// Bytes of one posting of a term that is no column.
  static func postingByteCount(share: Double, documentCount: Int) -> Double {
    let rangeCount = Double((documentCount + rangeDocumentCount - 1) / rangeDocumentCount)
    return rangeCount == 1 || share * Double(documentCount) * 2 > rangeCount * 5 ? 2 : 4
  }

  /// Means over the queries.
  private(set) var termCount = 0.0
  private(set) var columnCount = 0.0
  private(set) var columnByteCount = 0.0
  private(set) var postingCount = 0.0
  private(set) var postingByteCount = 0.0
  private(set) var filterByteCount = 0.0

  var byteCount: Double { columnByteCount + postingByteCount + filterByteCount }

  init(of queries: [SyntheticQuery], documentCount: Int, shares: DocumentShares) {
    let count = Double(max(1, queries.count))
    for query in queries {
      for word in query.words {
        let share = shares[Int(word)]
        termCount += 1 / count
        if share >= Self.columnShare {
          columnCount += 1 / count
          columnByteCount += Double(documentCount) / 2 / count
        } else {
          let found = share * Double(documentCount) / count
          postingCount += found
          postingByteCount += found * Self.postingByteCount(share: share, documentCount: documentCount)
        }
      }
      // A bit for each document.
      if query.kind != nil || query.region != nil { filterByteCount += Double(documentCount) / 8 / count }
    }
  }

  /// Bytes of an index that sweeps read: what the queries together work on.
  static func indexByteCount(documentCount: Int, shares: DocumentShares) -> Double {
    (0..<shares.count).reduce(0) { sum, rank in
      let share = shares[rank]
      let byteCount = share * postingByteCount(share: share, documentCount: documentCount)
      return sum + Double(documentCount) * (share >= columnShare ? 0.5 : byteCount)
    }
  }
}
