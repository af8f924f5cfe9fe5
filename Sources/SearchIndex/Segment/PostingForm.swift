/// How the postings of a term are laid out. The form follows from two counts, so that it is stored nowhere.
package enum PostingForm: Equatable, Sendable {
  /// In the dictionary: document and frequency.
  case single
  /// Eight bits for every document of the segment: see ``ColumnLayout``.
  case column
  /// Ranges of 65,536 documents: local numbers of 16 bits, then the codes.
  case ranges
  /// Too thin for ranges: document numbers of 32 bits, then the codes.
  case list

  /// Documents of a range.
  package static let rangeDocumentCount = 1 << 16

  /// Terms in at least one document of so many get a column: there, adding a whole column by vectors costs less than
  /// adding the postings one by one, and takes little more room.
  static let columnShare = 10

  package static func rangeCount(documentCount: Int) -> Int {
    (documentCount + rangeDocumentCount - 1) / rangeDocumentCount
  }

  init(documentFrequency: Int, documentCount: Int) {
    let rangeCount = Self.rangeCount(documentCount: documentCount)
    if documentFrequency <= 1 {
      self = .single
    } else if documentFrequency * Self.columnShare >= documentCount {
      self = .column
    } else if rangeCount == 1 || documentFrequency * 2 > rangeCount * Self.rangeEntryByteCount {
      self = .ranges
    } else {
      self = .list
    }
  }

  /// end of the range's postings u32, largest code u8
  static let rangeEntryByteCount = 5

  /// Bytes of a list of this form.
  func byteCount(documentFrequency: Int, documentCount: Int) -> Int {
    switch self {
    case .single: 0
    case .column: ColumnLayout.planeByteCount(documentCount: documentCount) * 2
    case .ranges: documentFrequency * 3 + Self.directoryByteCount(documentCount: documentCount)
    case .list: documentFrequency * 5
    }
  }

  /// Bytes of the directory of ranges; one range needs none.
  static func directoryByteCount(documentCount: Int) -> Int {
    let rangeCount = rangeCount(documentCount: documentCount)
    return rangeCount > 1 ? rangeCount * rangeEntryByteCount : 0
  }
}
