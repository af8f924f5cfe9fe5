/// Walks a segment's terms in order, for merging.
final class SegmentTermSource: TermSource {
  private let segment: SegmentReader
  private let documentMap: [UInt32]
  private var scan: TermDictionaryScan?
  private let block = PostingBlock()

  init(segment: SegmentReader, documentMap: [UInt32]) {
    self.segment = segment
    self.documentMap = documentMap
    scan = segment.termCount > 0 ? TermDictionaryScan(segment.dictionary, block: 0) : nil
  }

  var currentTerm: [UInt8]? { scan?.term }

  func advance() {
    if scan?.advance() == false { scan = nil }
  }

  func appendPostings(to list: inout PostingList) {
    guard let entry = scan?.entry else { return }
    let postings = segment.makePostings(entry)
    for number in 0..<postings.blockCount {
      postings.decode(block: number, into: block)
      postings.forEachPositions(ofBlock: number) { place, positions in
        let document = documentMap[Int(block.document(place))]
        guard document != .max else { return }
        list.documents.append(document)
        list.frequencies.append(block.frequency(place))
        list.positionCounts.append(UInt32(positions.count))
        list.positions.append(contentsOf: positions)
      }
    }
  }
}
