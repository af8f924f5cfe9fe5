import IndexStorage
import TextAnalysis

/// Lays out the postings of a term.
///
///     one posting         nothing: it stands in the dictionary
///     one block           impact bound u16, block
///     more                for each block: last document u32, data offset u32, position offset u32, impact bound u16;
///                         then the blocks. Offsets count from the first block and the term's first position byte.
///     positions           for each posting: count varint, then the first position and the gaps as varints
///
/// An impact bound is the largest tf' / (tf' + k1 (1 - b + b len'/avg)) of the block with the segment's own average,
/// times 65,535, rounded up.
struct PostingEncoder {
  private let saturations: [IndexSchema.Saturation]
  private let lengths: [[UInt32]]
  private let averages: [Float]

  init(schema: IndexSchema, lengths: [[UInt32]]) {
    saturations = TermStream.allCases.map { schema.saturation(of: $0) }
    self.lengths = lengths
    averages = lengths.map { column in
      ImpactBound.averageLength(total: column.reduce(UInt64(0)) { $0 + UInt64($1) }, documentCount: column.count)
    }
  }

  func encode(_ list: PostingList, stream: Int, postings: inout ByteWriter, positions: inout ByteWriter) {
    var positionStarts: [Int] = []
    encodePositions(list, into: &positions, blockStarts: &positionStarts)
    guard list.count > 1 else { return }
    let capacity = SegmentFormat.blockCapacity
    var skips = ByteWriter()
    var blocks = ByteWriter()
    var previous: Int64 = -1
    for (block, start) in stride(from: 0, to: list.count, by: capacity).enumerated() {
      let range = start..<min(start + capacity, list.count)
      let last = list.documents[range.upperBound - 1]
      let bound = impactBound(list, range: range, stream: stream)
      if list.count <= capacity {
        skips.append(bound)
      } else {
        skips.append(last)
        skips.append(UInt32(blocks.count))
        skips.append(UInt32(positionStarts[block]))
        skips.append(bound)
      }
      BlockCodec.encode(
        documents: list.documents[range], frequencies: list.frequencies[range], previous: previous, into: &blocks)
      previous = Int64(last)
    }
    postings.append(contentsOf: skips.bytes)
    postings.append(contentsOf: blocks.bytes)
  }

  private func impactBound(_ list: PostingList, range: Range<Int>, stream: Int) -> UInt16 {
    var largest: Float = 0
    for index in range {
      let norm = ImpactBound.norm(
        length: lengths[stream][Int(list.documents[index])], average: averages[stream], saturation: saturations[stream])
      largest = max(largest, ImpactBound.impact(frequency: list.frequencies[index], norm: norm))
    }
    return ImpactBound.quantizedUp(largest)
  }

  private func encodePositions(_ list: PostingList, into writer: inout ByteWriter, blockStarts: inout [Int]) {
    var next = 0
    for posting in 0..<list.count {
      if posting % SegmentFormat.blockCapacity == 0 { blockStarts.append(writer.count) }
      let count = Int(list.positionCounts[posting])
      writer.appendVarint(count)
      var last: UInt32 = 0
      for position in list.positions[next..<next + count] {
        writer.appendVarint(position &- last)
        last = position
      }
      next += count
    }
  }
}
