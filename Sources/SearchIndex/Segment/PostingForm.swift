/// How the postings of a term are laid out. The form follows from two counts, so that it is stored nowhere.
public enum PostingForm: Equatable, Sendable {
  /// In the dictionary: document and frequency.
  case single
  /// Eight bits for every document of the segment: see ``ColumnLayout``.
  case column
  /// Ranges of 65,536 documents: local numbers of 16 bits, then the codes.
  case ranges
  /// Too thin for ranges: document numbers of 32 bits, then the codes.
  case list

  /// Documents of a range. (Public, as what inner loops of other modules use must be: `package` is not inlined there.)
  @inlinable @inline(__always)
  public static var rangeDocumentCount: Int { 1 << 16 }

  /// Terms in at least one document of so many get a column: there, adding a whole column by vectors costs less than
  /// adding the postings one by one, and takes little more room.
  static let columnShare = 10

  package static func rangeCount(documentCount: Int) -> Int {
    (documentCount + rangeDocumentCount - 1) / rangeDocumentCount
  }

  init(documentFrequency: Int, documentCount: Int) {
    if documentFrequency <= 1 {
      self = .single
    } else if documentFrequency * Self.columnShare >= documentCount {
      self = .column
    } else if documentFrequency * 2
      >= Self.directoryByteCount(documentFrequency: documentFrequency, documentCount: documentCount)
    {
      self = .ranges
    } else {
      self = .list
    }
  }

  /// Bytes of a list of this form.
  func byteCount(documentFrequency: Int, documentCount: Int) -> Int {
    switch self {
    case .single: 0
    case .column: ColumnLayout.planeByteCount(documentCount: documentCount) * 2
    case .ranges:
      documentFrequency * 3
        + Self.directoryByteCount(documentFrequency: documentFrequency, documentCount: documentCount)
    case .list: documentFrequency * 5
    }
  }

  /// Bytes of the number that says where a range ends among the postings.
  static func rangeEndByteCount(documentFrequency: Int) -> Int {
    documentFrequency <= Int(UInt8.max) ? 1 : documentFrequency <= Int(UInt16.max) ? 2 : 4
  }

  /// Bytes of the directory of ranges: the ends of all but the last.
  static func directoryByteCount(documentFrequency: Int, documentCount: Int) -> Int {
    (rangeCount(documentCount: documentCount) - 1) * rangeEndByteCount(documentFrequency: documentFrequency)
  }
}
