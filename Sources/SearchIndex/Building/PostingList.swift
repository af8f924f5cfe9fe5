import IndexStorage

/// The postings of one term in flat memory.
struct PostingList {
  var postings: [Posting] = []
  /// Those of one posting behind those of the one before.
  var positions = ByteWriter()

  var count: Int { postings.count }

  mutating func removeAll() {
    postings.removeAll(keepingCapacity: true)
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
    for posting in postings {
      starts.append(next)
      next += Int(posting.positionByteCount)
    }
    // The sort of the standard library finds ascending runs and merges them.
    let order = postings.indices.map { UInt64(postings[$0].document) << 32 | UInt64($0) }.sorted()
    var sorted = PostingList()
    sorted.postings.reserveCapacity(count)
    sorted.positions.reserve(positions.count)
    let bytes = positions.bytes
    for key in order {
      let index = Int(key & 0xFFFF_FFFF)
      let posting = postings[index]
      sorted.postings.append(posting)
      sorted.positions.append(contentsOf: bytes[starts[index]..<starts[index] + Int(posting.positionByteCount)])
    }
    self = sorted
  }

  private var isSorted: Bool {
    var index = 1
    while index < postings.count {
      if postings[index - 1].document > postings[index].document { return false }
      index += 1
    }
    return true
  }
}
