import TextAnalysis

/// Walks a segment's terms in order, for merging.
final class SegmentTermSource: TermSource {
  private let segment: SegmentReader
  private let documentMap: [UInt32]
  private var scan: TermDictionaryScan?

  init(segment: SegmentReader, documentMap: [UInt32]) {
    self.segment = segment
    self.documentMap = documentMap
    scan = TermDictionaryScan(segment.dictionary)
  }

  func readTerm(into term: inout [UInt8]) -> Bool {
    guard let scan else { return false }
    term.removeAll(keepingCapacity: true)
    term.append(contentsOf: scan.term)
    return true
  }

  func advance() {
    if scan?.advance() == false { scan = nil }
  }

  func appendPostings(to list: inout PostingList) {
    guard let scan, let stream = scan.term.first.flatMap({ TermStream(rawValue: $0) }),
      let postings = segment.makePostings(scan.entry, stream: stream)
    else { return }
    postings.forEachPosting { document, frequency, positions in
      let document = documentMap[Int(document)]
      guard document != .max else { return }
      list.documents.append(document)
      list.frequencies.append(frequency)
      list.positionCounts.append(UInt32(positions.count))
      list.positions.append(contentsOf: positions)
    }
  }
}
