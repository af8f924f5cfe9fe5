/// A set of document numbers of one segment, a bit for each.
public struct DocumentSet: Hashable, Sendable {
  public private(set) var words: [UInt64]
  public let documentCount: Int

  public init(documentCount: Int, isFull: Bool = false) {
    self.documentCount = documentCount
    words = Array(repeating: isFull ? .max : 0, count: (documentCount + 63) / 64)
    if isFull, documentCount % 64 != 0 { words[words.count - 1] = (1 << UInt64(documentCount % 64)) - 1 }
  }

  public func contains(_ document: Int) -> Bool { words[document >> 6] >> UInt64(document & 63) & 1 == 1 }

  public mutating func insert(_ document: Int) { words[document >> 6] |= 1 << UInt64(document & 63) }

  public mutating func formIntersection(_ other: DocumentSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  public mutating func subtract(_ other: DocumentSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// - Parameter others: bits as ``words`` has them.
  mutating func subtract(words others: [UInt64]) {
    for index in words.indices { words[index] &= ~others[index] }
  }

  /// How many documents of a range are in the set; the range begins at a multiple of 64, and ends there or at the end.
  func count(in documents: Range<Int>) -> Int {
    words[documents.lowerBound >> 6..<(documents.upperBound + 63) >> 6].reduce(0) { $0 + $1.nonzeroBitCount }
  }

  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}
