import IndexStorage

/// The postings of one term in flat memory: for every document its weighted frequency and its positions.
struct PostingList {
  var documents: [UInt32] = []
  /// Weighted frequencies tf', at least 1.
  var frequencies: [UInt32] = []
  /// How many bytes of ``positions`` belong to each document.
  var positionByteCounts: [UInt32] = []
  /// As ``PositionCode`` has them.
  var positions = ByteWriter()

  var count: Int { documents.count }

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    positionByteCounts.removeAll(keepingCapacity: true)
    positions.removeAll()
  }

  /// Puts the postings in ascending order of document; nothing to do where sources came in order.
  ///
  /// - Complexity: n log r for r ascending runs.
  mutating func sortByDocument() {
    guard !isSorted else { return }
    var starts: [Int] = []
    starts.reserveCapacity(count)
    var next = 0
    for byteCount in positionByteCounts {
      starts.append(next)
      next += Int(byteCount)
    }
    // The sort of the standard library finds ascending runs and merges them.
    let order = documents.indices.map { UInt64(documents[$0]) << 32 | UInt64($0) }.sorted()
    var sorted = PostingList()
    sorted.documents.reserveCapacity(count)
    sorted.frequencies.reserveCapacity(count)
    sorted.positionByteCounts.reserveCapacity(count)
    sorted.positions.reserve(positions.count)
    let bytes = positions.bytes
    for key in order {
      let index = Int(key & 0xFFFF_FFFF)
      sorted.documents.append(UInt32(key >> 32))
      sorted.frequencies.append(frequencies[index])
      sorted.positionByteCounts.append(positionByteCounts[index])
      sorted.positions.append(contentsOf: bytes[starts[index]..<starts[index] + Int(positionByteCounts[index])])
    }
    self = sorted
  }

  private var isSorted: Bool {
    var index = 1
    while index < documents.count {
      if documents[index - 1] > documents[index] { return false }
      index += 1
    }
    return true
  }
}
