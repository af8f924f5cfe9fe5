/// The postings of one term in flat memory: for every document its weighted frequency and its positions.
struct PostingList {
  var documents: [UInt32] = []
  /// Weighted frequencies tf', at least 1.
  var frequencies: [UInt32] = []
  /// How many of ``positions`` belong to each document.
  var positionCounts: [UInt32] = []
  /// Ascending within a document.
  var positions: [UInt32] = []

  var count: Int { documents.count }

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    positionCounts.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
  }

  /// Puts the postings in ascending order of document; nothing to do where sources came in order.
  mutating func sortByDocument() {
    var isSorted = true
    for index in documents.indices.dropFirst() where documents[index - 1] > documents[index] {
      isSorted = false
      break
    }
    guard !isSorted else { return }
    var starts: [Int] = []
    starts.reserveCapacity(count)
    var next = 0
    for positionCount in positionCounts {
      starts.append(next)
      next += Int(positionCount)
    }
    let order = documents.indices.sorted { documents[$0] < documents[$1] }
    var sorted = PostingList()
    sorted.documents.reserveCapacity(count)
    sorted.frequencies.reserveCapacity(count)
    sorted.positionCounts.reserveCapacity(count)
    sorted.positions.reserveCapacity(positions.count)
    for index in order {
      sorted.documents.append(documents[index])
      sorted.frequencies.append(frequencies[index])
      sorted.positionCounts.append(positionCounts[index])
      sorted.positions.append(contentsOf: positions[starts[index]..<starts[index] + Int(positionCounts[index])])
    }
    self = sorted
  }
}
