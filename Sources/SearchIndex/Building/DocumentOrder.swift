/// Where a document of a new segment comes from.
struct DocumentPlace: Equatable, Sendable {
  private let sourceNumber: UInt32
  private let documentNumber: UInt32

  init(source: Int, document: Int) {
    sourceNumber = UInt32(source)
    documentNumber = UInt32(document)
  }

  var source: Int { Int(sourceNumber) }
  /// The document's number in its source.
  var document: Int { Int(documentNumber) }
}

/// The order in which the documents of several sources are numbered: ascending by id, later sources replacing
/// earlier ones.
enum DocumentOrder {
  /// - Parameter sources: each with its documents in ascending order of their ids.
  /// - Complexity: linear where the sources' ids are apart and in order, else n log s comparisons of ids for s sources.
  static func merge(_ sources: [any SegmentSource]) -> [DocumentPlace] {
    var places: [DocumentPlace] = []
    places.reserveCapacity(sources.reduce(0) { $0 + $1.documentCount })
    guard !areApart(sources) else {
      for (number, source) in sources.enumerated() {
        for document in 0..<source.documentCount where !source.isDeleted(document) {
          places.append(DocumentPlace(source: number, document: document))
        }
      }
      return places
    }
    // The document that each source is at.
    var current = Array(repeating: -1, count: sources.count)
    func readNext(_ source: Int, _ id: inout [UInt8]) -> Bool {
      repeat {
        current[source] += 1
      } while current[source] < sources[source].documentCount
        && sources[source].isDeleted(current[source])
      guard current[source] < sources[source].documentCount else { return false }
      id.removeAll(keepingCapacity: true)
      sources[source].appendID(of: current[source], to: &id)
      return true
    }
    var merge = KeyMerge(sourceCount: sources.count, readFirst: readNext)
    var id: [UInt8] = []
    while let source = merge.source {
      let place = DocumentPlace(source: source, document: current[source])
      // Equal ids come in the order of their sources, and the last one wins.
      if !places.isEmpty, merge.isFirst(id) {
        places[places.count - 1] = place
      } else {
        merge.copyKey(to: &id)
        places.append(place)
      }
      merge.advance(readNext: readNext)
    }
    return places
  }

  /// Whether every source ends before the next begins.
  private static func areApart(_ sources: [any SegmentSource]) -> Bool {
    var (last, first): ([UInt8], [UInt8]) = ([], [])
    var isFirstSource = true
    for source in sources where source.documentCount > 0 {
      first.removeAll(keepingCapacity: true)
      source.appendID(of: 0, to: &first)
      if !isFirstSource, !last.lexicographicallyPrecedes(first) { return false }
      last.removeAll(keepingCapacity: true)
      source.appendID(of: source.documentCount - 1, to: &last)
      isFirstSource = false
    }
    return true
  }
}
