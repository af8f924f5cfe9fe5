import IndexStorage
import TextAnalysis

/// A segment and which of its documents still count.
public struct LiveSegment: Sendable {
  public let reader: SegmentReader
  public private(set) var deleted: DeletedDocuments?

  init(reader: SegmentReader, deleted: DeletedDocuments?) {
    self.reader = reader
    self.deleted = deleted
  }

  public var documentCount: Int { reader.documentCount }
  public var liveCount: Int { reader.documentCount - (deleted?.count ?? 0) }

  public func isDeleted(_ document: Int) -> Bool { deleted?.contains(document) ?? false }

  /// Marks documents as deleted.
  mutating func delete(_ documents: [Int]) {
    guard !documents.isEmpty else { return }
    // Taken out and put back, so that the words are changed in place.
    var marked = deleted ?? DeletedDocuments(documentCount: documentCount)
    deleted = nil
    for document in documents { marked.insert(document) }
    deleted = marked
  }

  /// The live document with that id.
  public func document(withID id: String) -> Int? {
    guard let document = reader.document(withID: id), !isDeleted(document) else { return nil }
    return document
  }
}

extension LiveSegment: SegmentSource {
  func appendID(of document: Int, to bytes: inout [UInt8]) { bytes.append(contentsOf: reader.idBytes(of: document)) }

  func length(of document: Int, stream: Int) -> UInt32 {
    reader.length(of: document, stream: stream == 0 ? .word : .syllable)
  }

  func day(of document: Int) -> Int32? { reader.day(of: document) }

  var attributeCombinations: [AttributeColumn.Combination] { reader.attributes.combinations }

  var linkKeyCount: Int { reader.linkKeyCount }

  func appendLinkKey(_ ordinal: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: reader.links.keys.bytes(ordinal))
  }

  func forEachLink(of document: Int, _ body: (_ key: Int, _ role: UInt8) -> Void) {
    reader.forEachLink(of: document, body)
  }

  func compressedBytes(of document: Int) -> [UInt8] {
    let region = reader.compressedBytes(of: document)
    return region.bytes(in: 0..<region.count)
  }

  func forEachTerm(every postingCount: Int, _ body: (_ term: [UInt8]) -> Void) {
    guard var scan = TermDictionaryScan(reader.dictionary) else { return }
    var count = 0
    repeat {
      count += scan.entry.documentCount
      if count >= postingCount {
        body(scan.term)
        count = 0
      }
    } while scan.advance()
  }

  func makeTermSource(documentMap: [UInt32], terms range: TermRange) -> any TermSource {
    SegmentTermSource(segment: reader, documentMap: documentMap, range: range)
  }
}
