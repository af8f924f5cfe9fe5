/// Documents and postings that a segment is written from: a freshly inverted chunk, or an older segment.
protocol SegmentSource {
  var documentCount: Int { get }
  /// Whether the document is to be left out.
  func isDeleted(_ document: Int) -> Bool
  func id(of document: Int) -> [UInt8]
  func length(of document: Int, stream: Int) -> UInt32
  func day(of document: Int) -> Int32?
  func attributes(of document: Int) -> [[String]]
  func links(of document: Int) -> [DocumentLink]
  func storedBytes(of document: Int) -> [UInt8]

  /// - Parameter documentMap: the new number of every document, `UInt32.max` for one that is left out.
  func makeTermSource(documentMap: [UInt32]) -> any TermSource
}

extension InvertedChunk: SegmentSource {
  var documentCount: Int { documents.count }
  func isDeleted(_ document: Int) -> Bool { false }
  func id(of document: Int) -> [UInt8] { Array(documents[document].id.utf8) }
  func length(of document: Int, stream: Int) -> UInt32 { lengths[stream][document] }
  func day(of document: Int) -> Int32? { documents[document].day }
  func attributes(of document: Int) -> [[String]] { documents[document].attributes }
  func links(of document: Int) -> [DocumentLink] { documents[document].links }
  func storedBytes(of document: Int) -> [UInt8] { documents[document].stored }

  func makeTermSource(documentMap: [UInt32]) -> any TermSource {
    ChunkTermSource(chunk: self, documentMap: documentMap)
  }
}
