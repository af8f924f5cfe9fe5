/// How the postings of a term are laid out. The form follows from counts, so that it is stored nowhere.
public enum PostingForm: Equatable, Sendable {
  /// In the dictionary: document and frequency.
  case single
  /// Eight bits for every document of the segment: see ``ColumnLayout``.
  case column
  /// Apart: the documents that hold the term once, which have no codes beside them, and the others. Each in a ``PartForm``.
  case parts

  /// Documents of a range. (Public, as what inner loops of other modules use must be: `package` is not inlined there.)
  @inlinable @inline(__always)
  public static var rangeDocumentCount: Int { 1 << 16 }

  /// Terms that more than one document of so many holds repeatedly get a column: a list of these would take half as much
  /// room as a column does, and several times as long.
  static let repeatedShare = 8

  package static func rangeCount(documentCount: Int) -> Int {
    (documentCount + rangeDocumentCount - 1) / rangeDocumentCount
  }

  /// - Parameter repeatedCount: documents that hold the term more than once.
  init(documentFrequency: Int, repeatedCount: Int, documentCount: Int) {
    if documentFrequency <= 1 {
      self = .single
    } else {
      self = repeatedCount * Self.repeatedShare > documentCount ? .column : .parts
    }
  }
}

/// How a part of a term's postings is laid out.
public enum PartForm: Equatable, Sendable {
  /// A bit for every document of the segment, the lowest of a byte first, up to a multiple of 64.
  case bitmap
  /// Ranges of 65,536 documents: local numbers of 16 bits.
  case ranges
  /// Too thin for ranges: document numbers of 32 bits.
  case list

  /// A part with at least one document of so many is a bitmap where it needs no codes: it takes no more room than a list, and
  /// is added as fast by vectors.
  static let bitmapShare = 16

  /// - Parameter isUnit: whether all frequencies are 1.
  init(count: Int, isUnit: Bool, documentCount: Int) {
    if isUnit && count * Self.bitmapShare >= documentCount {
      self = .bitmap
    } else if count * 2 >= Self.directoryByteCount(count: count, documentCount: documentCount) {
      self = .ranges
    } else {
      self = .list
    }
  }

  /// Bytes in front of the documents.
  func directoryByteCount(count: Int, documentCount: Int) -> Int {
    self == .ranges ? Self.directoryByteCount(count: count, documentCount: documentCount) : 0
  }

  /// Bytes of the documents.
  func documentsByteCount(count: Int, documentCount: Int) -> Int {
    switch self {
    case .bitmap: ColumnLayout.paddedCount(documentCount: documentCount) / 8
    case .ranges: count * 2
    case .list: count * 4
    }
  }

  /// Bytes of the number that says where a range ends among the postings.
  static func rangeEndByteCount(count: Int) -> Int {
    count <= Int(UInt8.max) ? 1 : count <= Int(UInt16.max) ? 2 : 4
  }

  /// Bytes of the directory of ranges: the ends of all but the last.
  static func directoryByteCount(count: Int, documentCount: Int) -> Int {
    (PostingForm.rangeCount(documentCount: documentCount) - 1) * rangeEndByteCount(count: count)
  }
}
