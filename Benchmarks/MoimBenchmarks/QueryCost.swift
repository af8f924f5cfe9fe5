import CorpusSynthesis

/// What queries have to touch where nothing is pruned, from document frequencies alone.
///
/// The format that this assumes: of a term that more than an eighth of the documents hold repeatedly, four bits a document are
/// read. Of any other the documents that hold it once are a bit a document, from a sixteenth of them on, or two bytes each, a
/// 16-bit number within a range of documents, or in thin lists four; those that hold it repeatedly have a code of one byte
/// besides.
struct QueryCost {
  private static let repeatedShare = 1.0 / 8
  private static let bitmapShare = 1.0 / 16
  private static let rangeDocumentCount = 1 << 16

  /// Means over the queries.
  private(set) var termCount = 0.0
  /// Terms of which levels or bits are read, and their bytes.
  private(set) var columnCount = 0.0
  private(set) var columnByteCount = 0.0
  /// Of lists.
  private(set) var postingCount = 0.0
  private(set) var postingByteCount = 0.0
  private(set) var filterByteCount = 0.0

  var byteCount: Double { columnByteCount + postingByteCount + filterByteCount }

  init(of queries: [SyntheticQuery], documentCount: Int, shares: DocumentShares) {
    let count = Double(max(1, queries.count))
    for query in queries {
      for word in query.words {
        let term = Term(shares[Int(word)], documentCount: documentCount)
        termCount += 1 / count
        columnCount += (term.columnByteCount > 0 ? 1 : 0) / count
        columnByteCount += term.columnByteCount / count
        postingCount += term.postingCount / count
        postingByteCount += term.postingByteCount / count
      }
      // A bit for each document.
      if query.kind != nil || query.region != nil { filterByteCount += Double(documentCount) / 8 / count }
    }
  }

  /// Bytes of an index that sweeps read: what the queries together work on.
  static func indexByteCount(documentCount: Int, shares: DocumentShares) -> Double {
    (0..<shares.count).reduce(0) { sum, rank in
      let term = Term(shares[rank], documentCount: documentCount)
      return sum + term.columnByteCount + term.postingByteCount
    }
  }

  private struct Term {
    var columnByteCount = 0.0
    var postingCount = 0.0
    var postingByteCount = 0.0

    init(_ share: (held: Double, repeated: Double), documentCount: Int) {
      let documents = Double(documentCount)
      guard share.repeated <= QueryCost.repeatedShare else {
        columnByteCount = documents / 2
        return
      }
      let once = share.held - share.repeated
      if once >= QueryCost.bitmapShare {
        columnByteCount = documents / 8
      } else {
        add(once * documents, codeByteCount: 0, documentCount: documentCount)
      }
      add(share.repeated * documents, codeByteCount: 1, documentCount: documentCount)
    }

    private mutating func add(_ count: Double, codeByteCount: Double, documentCount: Int) {
      let rangeCount = (documentCount + QueryCost.rangeDocumentCount - 1) / QueryCost.rangeDocumentCount
      let isThin = count < Double(rangeCount - 1)
      postingCount += count
      postingByteCount += count * ((isThin ? 4 : 2) + codeByteCount)
    }
  }
}
