import IndexStorage

/// Front-codes terms in blocks of 8 (Witten, Moffat and Bell, "Managing Gigabytes", section 4.1).
///
///     block       first term: byte count varint, bytes; the others: shared bytes varint, other bytes varint, bytes
///     each term   documents varint; for one document its number and frequency, else the bytes of postings since the
///                 term before; then the bytes of positions since the term before (all varints)
///     block start postings offset varint, positions offset varint, before the first term
///     index       number of terms u32, then the byte offset u32 of every block
struct DictionaryEncoder {
  private(set) var blocks = ByteWriter()
  private var offsets: [UInt32] = []
  private var hashes: [UInt64] = []
  private var last: [UInt8] = []
  private var lastPostingsOffset = 0
  private var lastPositionsOffset = 0

  var index: ByteWriter {
    var writer = ByteWriter()
    writer.append(UInt32(hashes.count))
    for offset in offsets { writer.append(offset) }
    return writer
  }

  var buckets: [UInt8] { TermBuckets(termCount: hashes.count).encode(hashes) }

  /// - Parameter single: the only posting of a term in one document.
  mutating func append(
    term: ArraySlice<UInt8>, documentCount: Int, single: (document: UInt32, frequency: UInt32), postingsOffset: Int,
    positionsOffset: Int
  ) {
    if hashes.count % SegmentFormat.dictionaryBlockCapacity == 0 {
      offsets.append(UInt32(blocks.count))
      blocks.appendVarint(postingsOffset)
      blocks.appendVarint(positionsOffset)
      blocks.appendVarint(term.count)
      blocks.append(contentsOf: term)
      lastPostingsOffset = postingsOffset
      lastPositionsOffset = positionsOffset
    } else {
      let shared = zip(term, last).prefix { $0 == $1 }.count
      blocks.appendVarint(shared)
      blocks.appendVarint(term.count - shared)
      blocks.append(contentsOf: term.dropFirst(shared))
    }
    blocks.appendVarint(documentCount)
    if documentCount == 1 {
      blocks.appendVarint(single.document)
      blocks.appendVarint(single.frequency)
    } else {
      blocks.appendVarint(postingsOffset - lastPostingsOffset)
      lastPostingsOffset = postingsOffset
    }
    blocks.appendVarint(positionsOffset - lastPositionsOffset)
    lastPositionsOffset = positionsOffset
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: term)
    hashes.append(TermHash.hash(last))
  }
}
