/// The terms of a chunk in ascending order with their postings, in flat memory.
struct ChunkTerms: Sendable {
  /// Stream byte and UTF-8 of every term, one after the other.
  var bytes: [UInt8] = []
  /// Where each term begins in ``bytes``, ``postings`` and ``positions``; one more at the end.
  var byteStarts: [UInt32] = [0]
  var postingStarts: [UInt32] = [0]
  var positionStarts: [UInt32] = [0]
  /// Ascending by document within a term; documents are places in the chunk.
  var postings: [Posting] = []
  /// As ``PositionCode`` has them.
  var positions: [UInt8] = []

  var count: Int { byteStarts.count - 1 }

  func term(_ place: Int) -> ArraySlice<UInt8> { bytes[Int(byteStarts[place])..<Int(byteStarts[place + 1])] }

  /// The place of the first term that does not precede the given one.
  func firstPlace(notBefore wanted: [UInt8]) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if term(middle).lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Bytes held.
  var byteCount: Int { bytes.count + byteStarts.count * 12 + postings.count * 12 + positions.count }
}
