import IndexStorage

/// Walks a chunk's terms in order.
final class ChunkTermSource: TermSource {
  private let terms: ChunkTerms
  private let documentMap: [UInt32]
  /// Whether some documents of the chunk are.
  private let leavesOut: Bool
  private var place: Int
  private let end: Int

  /// - Parameter documentMap: the new number of every document of the chunk, `UInt32.max` for one that is left out.
  init(terms: ChunkTerms, documentMap: [UInt32], range: TermRange = .all) {
    self.terms = terms
    self.documentMap = documentMap
    leavesOut = documentMap.contains(.max)
    place = range.start.map(terms.firstPlace(notBefore:)) ?? 0
    end = range.end.map(terms.firstPlace(notBefore:)) ?? terms.count
  }

  func readTerm(into term: inout [UInt8]) -> Bool {
    guard place < end else { return false }
    term.removeAll(keepingCapacity: true)
    term.append(contentsOf: terms.term(place))
    return true
  }

  func advance() { place += 1 }

  func appendPostings(to list: inout PostingList) {
    let range = Int(terms.postingStarts[place])..<Int(terms.postingStarts[place + 1])
    var position = Int(terms.positionStarts[place])
    guard leavesOut else {
      // All at once.
      list.postings.append(addingCapacity: range.count) { postings in
        for index in range { postings.append(renumbered(terms.postings[index])) }
      }
      list.positions.append(contentsOf: terms.positions[position..<Int(terms.positionStarts[place + 1])])
      return
    }
    for index in range {
      let posting = renumbered(terms.postings[index])
      let end = position + Int(posting.positionByteCount)
      if posting.document != .max {
        list.postings.append(posting)
        list.positions.append(contentsOf: terms.positions[position..<end])
      }
      position = end
    }
  }

  @inline(__always)
  private func renumbered(_ posting: Posting) -> Posting {
    var posting = posting
    posting.document = documentMap[Int(posting.document)]
    return posting
  }
}
