/// Where the impact codes of a column stand: in two planes of four bits, so that a sweep reads half of them.
///
/// The first plane holds levels: 0 for none, else the code divided by 16, rounded up. The second holds the excess: how
/// much less than 16 · level the code is. A plane has 32 bytes for each strip of 64 documents. In a strip,
/// document d is bits 4r ..< 4r + 4 of the 16-bit number i, where d = 16r + i: shifting sixteen numbers by 4r gives the
/// levels of sixteen documents in a row.
public enum ColumnLayout {
  package static let stripDocumentCount = 64
  /// Codes of a level.
  package static let codesPerLevel = 16

  /// Documents of whole strips.
  static func paddedCount(documentCount: Int) -> Int {
    (documentCount + stripDocumentCount - 1) / stripDocumentCount * stripDocumentCount
  }

  package static func planeByteCount(documentCount: Int) -> Int { paddedCount(documentCount: documentCount) / 2 }

  /// Where a document's four bits are in a plane.
  @inlinable @inline(__always)
  public static func place(of document: Int) -> (byte: Int, shift: UInt8) {
    let row = document &>> 4 & 3
    let byte = document &>> 6 &* 32 &+ (document & 15) &* 2 &+ row &>> 1
    return (byte, UInt8(truncatingIfNeeded: row & 1) &* 4)
  }

  @inlinable @inline(__always)
  public static func code(level: UInt8, excess: UInt8) -> UInt8 { level &* 16 &- excess }

  /// Both planes, one behind the other.
  ///
  /// - Parameter codes: of the postings' documents.
  static func encode(_ postings: [Posting], codes: [UInt8], documentCount: Int) -> [UInt8] {
    let planeByteCount = planeByteCount(documentCount: documentCount)
    var planes = Array(repeating: UInt8(0), count: planeByteCount * 2)
    for (posting, code) in zip(postings, codes) {
      let place = place(of: Int(posting.document))
      let level = (code + 15) / 16
      planes[place.byte] |= level << place.shift
      planes[planeByteCount + place.byte] |= (level * 16 - code) << place.shift
    }
    return planes
  }
}
