import IndexStorage

/// Walks a chunk's terms in order.
final class ChunkTermSource: TermSource {
  private let terms: ChunkTerms
  private let documentMap: [UInt32]
  private var place: Int
  private let end: Int

  /// - Parameter documentMap: the new number of every document of the chunk, `UInt32.max` for one that is left out.
  init(terms: ChunkTerms, documentMap: [UInt32], range: TermRange = .all) {
    self.terms = terms
    self.documentMap = documentMap
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
    let (postings, numbers) = (terms.postings, documentMap)
    var position = Int(terms.positionStarts[place])
    let range = Int(terms.postingStarts[place])..<Int(terms.postingStarts[place + 1])
    // One by one where a document is left out, else all positions at once.
    var isWhole = true
    for index in range {
      let posting = postings[index]
      let number = numbers[Int(posting.document)]
      if number == .max {
        isWhole = false
        continue
      }
      list.documents.append(number)
      list.frequencies.append(posting.frequency)
      list.positionByteCounts.append(posting.positionByteCount)
    }
    if isWhole {
      let end = Int(terms.positionStarts[place + 1])
      list.positions.append(contentsOf: terms.positions[position..<end])
      return
    }
    for index in range {
      let end = position + Int(postings[index].positionByteCount)
      if numbers[Int(postings[index].document)] != .max {
        list.positions.append(contentsOf: terms.positions[position..<end])
      }
      position = end
    }
  }
}
