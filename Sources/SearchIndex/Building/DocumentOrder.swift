/// The order in which the documents of several sources are numbered: ascending by id, later sources replacing
/// earlier ones.
enum DocumentOrder {
  /// - Complexity: linear where the sources are in order and apart, else n log n comparisons of ids.
  static func merge(_ sources: [any SegmentSource]) -> [(source: Int, document: Int)] {
    var places: [(source: Int, document: Int)] = []
    var ids: [[UInt8]] = []
    for (number, source) in sources.enumerated() {
      for document in 0..<source.documentCount where !source.isDeleted(document) {
        places.append((number, document))
        ids.append(source.id(of: document))
      }
    }
    let isAscending = zip(ids, ids.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
    guard !isAscending else { return places }
    // Equal ids keep the order of their sources, and the last one wins.
    let order = places.indices.sorted { left, right in
      ids[left] == ids[right] ? left < right : ids[left].lexicographicallyPrecedes(ids[right])
    }
    return order.indices.compactMap { index in
      let isReplaced = index + 1 < order.count && ids[order[index]] == ids[order[index + 1]]
      return isReplaced ? nil : places[order[index]]
    }
  }
}
