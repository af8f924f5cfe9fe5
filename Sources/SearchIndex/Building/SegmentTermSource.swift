import IndexStorage
import TextAnalysis

/// Walks a segment's terms in order, for merging.
final class SegmentTermSource: TermSource {
  private let segment: SegmentReader
  private let documentMap: [UInt32]
  private var scan: TermDictionaryScan?
  private let end: [UInt8]?

  init(segment: SegmentReader, documentMap: [UInt32], range: TermRange = .all) {
    self.segment = segment
    self.documentMap = documentMap
    end = range.end
    scan = TermDictionaryScan(segment.dictionary)
    if let start = range.start { skip(to: start) }
  }

  /// Moves to the first term that does not precede the given one.
  private func skip(to start: [UInt8]) {
    let capacity = SegmentFormat.dictionaryBlockCapacity
    var (low, high) = (0, (segment.termCount + capacity - 1) / capacity)
    while low < high {
      let middle = (low + high) / 2
      let first = TermDictionaryScan(segment.dictionary, block: middle)?.term
      if first?.lexicographicallyPrecedes(start) == true { low = middle + 1 } else { high = middle }
    }
    if low > 0 { scan = TermDictionaryScan(segment.dictionary, block: low - 1) }
    while let term = scan?.term, term.lexicographicallyPrecedes(start) { advance() }
  }

  func readTerm(into term: inout [UInt8]) -> Bool {
    term.removeAll(keepingCapacity: true)
    guard scan?.appendTerm(to: &term) != nil else { return false }
    if let end, !term.lexicographicallyPrecedes(end) { return false }
    return true
  }

  func advance() {
    if scan?.advance() == false { scan = nil }
  }

  func appendPostings(to list: inout PostingList) {
    guard let entry = scan?.entry, let stream = scan?.stream, let postings = segment.makePostings(entry, stream: stream)
    else { return }
    let documentMap = documentMap
    postings.forEachPosting { document, frequency, positions in
      let document = documentMap[Int(document)]
      guard document != .max else { return }
      let start = list.positions.count
      PositionCode.append(positions, to: &list.positions)
      list.postings.append(
        Posting(
          document: document, frequency: frequency, positionByteCount: UInt32(list.positions.count - start)))
    }
  }
}

extension TermDictionaryScan {
  fileprivate var stream: TermStream? { term.first.flatMap { TermStream(rawValue: $0) } }

  fileprivate func appendTerm(to bytes: inout [UInt8]) { bytes.append(contentsOf: term) }
}
