import IndexStorage

/// How a segment keeps the positions of a term, one document's behind the other's: for each occurrence twice the distance
/// to the one before in its document (of the first: twice its position), plus one for the last of the document, as a
/// varint. Chunks keep them like that too: small, and ready to be copied.
enum PositionCode {
  /// Bytes of one occurrence: 1 to 5.
  @inline(__always)
  static func byteCount(distance: UInt32) -> Int {
    let bitCount = 33 &- distance.leadingZeroBitCount
    // Seven bits a byte: this is bitCount / 7, rounded up, for all that 33 bits allow.
    return (9 &* bitCount &+ 64) >> 6
  }

  /// - Parameter positions: of one document, ascending.
  static func append(_ positions: [UInt32], to writer: inout ByteWriter) {
    var last: UInt32 = 0
    for (index, position) in positions.enumerated() {
      writer.appendVarint(UInt64(position &- last) << 1 | (index == positions.count - 1 ? 1 : 0))
      last = position
    }
  }
}
