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

  var buckets: [UInt8] { TermBuckets.encode(hashes) }

  mutating func append(term: [UInt8], list: PostingList, postingsOffset: Int, positionsOffset: Int) {
    if hashes.count % SegmentFormat.dictionaryBlockCapacity == 0 {
      offsets.append(UInt32(blocks.count))
      blocks.appendVarint(postingsOffset)
      blocks.appendVarint(positionsOffset)
      blocks.appendVarint(term.count)
      blocks.append(contentsOf: term)
      lastPostingsOffset = postingsOffset
      lastPositionsOffset = positionsOffset
    } else {
      var shared = 0
      while shared < min(term.count, last.count), term[shared] == last[shared] { shared += 1 }
      blocks.appendVarint(shared)
      blocks.appendVarint(term.count - shared)
      blocks.append(contentsOf: term[shared...])
    }
    blocks.appendVarint(list.count)
    if list.count == 1 {
      blocks.appendVarint(list.documents[0])
      blocks.appendVarint(list.frequencies[0])
    } else {
      blocks.appendVarint(postingsOffset - lastPostingsOffset)
      lastPostingsOffset = postingsOffset
    }
    blocks.appendVarint(positionsOffset - lastPositionsOffset)
    lastPositionsOffset = positionsOffset
    last = term
    hashes.append(TermHash.hash(term))
  }
}
