/// Documents and postings that a segment is written from: a freshly inverted chunk, or an older segment. Documents are
/// in ascending order of their ids.
protocol SegmentSource: Sendable {
  var documentCount: Int { get }
  /// Whether the document is to be left out.
  func isDeleted(_ document: Int) -> Bool
  func appendID(of document: Int, to bytes: inout [UInt8])
  func length(of document: Int, stream: Int) -> UInt32
  func day(of document: Int) -> Int32?
  /// The distinct combinations of attribute values, in any order, with the documents of each, ascending.
  var attributeCombinations: [AttributeColumn.Combination] { get }
  var linkKeyCount: Int { get }
  /// Keys are in ascending byte order.
  func appendLinkKey(_ ordinal: Int, to bytes: inout [UInt8])
  func forEachLink(of document: Int, _ body: (_ key: Int, _ role: UInt8) -> Void)
  func compressedBytes(of document: Int) -> [UInt8]

  /// Calls `body` with stream byte and bytes of a term after every so many postings, in ascending order.
  func forEachTerm(every postingCount: Int, _ body: (_ term: [UInt8]) -> Void)

  /// - Parameter documentMap: the new number of every document, `UInt32.max` for one that is left out.
  func makeTermSource(documentMap: [UInt32], terms: TermRange) -> any TermSource
}
