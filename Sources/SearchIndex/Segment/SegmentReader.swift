public import IndexStorage
public import TextAnalysis

/// One immutable segment, mapped from its file. Safe to share between threads.
public final class SegmentReader: Sendable {
  public let path: String
  public let documentCount: Int
  public let configuration: IndexConfiguration
  /// Σ len' over all documents, deleted ones included, by stream.
  public let totalLengths: [UInt64]
  /// Bytes of the file.
  public let byteCount: Int

  let dictionary: TermDictionary
  let links: LinkColumn
  let attributes: AttributeColumn
  private let documentIDs: StringTable
  private let lengths: [ByteRegion?]
  /// What lists of each stream are made with; none where no document has anything in it.
  private let wordColumns: StreamColumns?
  private let syllableColumns: StreamColumns?
  private let days: ByteRegion
  private let stored: ByteRegion
  private let postings: ByteRegion
  let positions: ByteRegion
  private let sections: SegmentSections

  /// Maps a segment and checks its header, section table, length, and the checksums of the columns whose numbers lead
  /// readers through memory: damage is an error here and never a crash later. Ids, dates, terms, postings, positions and
  /// stored fields, nearly all of the file, are read with care instead; ``verify()`` checks them too.
  ///
  /// - Complexity: linear in those columns, ten bytes a document, at memory speed (about a millisecond for a million).
  public init(path: String) throws(StorageError) {
    let sections = try SegmentSections(path: path)
    try sections.verify(where: \.isVerifiedWhenOpened)
    self.path = path
    self.sections = sections
    byteCount = sections.byteCount
    documentCount = sections.documentCount
    do throws(ByteReader.Malformed) {
      var reader = ByteReader(sections[.summary])
      let analyzer = AnalyzerIdentity(name: try reader.readString(), version: Int(try reader.readCount()))
      var fieldAnalyzers: [DocumentField: AnalyzerIdentity] = [:]
      for field in DocumentField.allCases {
        let own = AnalyzerIdentity(name: try reader.readString(), version: Int(try reader.readCount()))
        if own != analyzer { fieldAnalyzers[field] = own }
      }
      var schema = IndexSchema()
      schema.titleWeight = try reader.readUInt8()
      schema.textWeight = try reader.readUInt8()
      schema.keywordsWeight = try reader.readUInt8()
      schema.words.k1 = Float(bitPattern: try reader.readUInt32())
      schema.words.b = Float(bitPattern: try reader.readUInt32())
      schema.syllables.k1 = Float(bitPattern: try reader.readUInt32())
      schema.syllables.b = Float(bitPattern: try reader.readUInt32())
      configuration = IndexConfiguration(analyzer: analyzer, fieldAnalyzers: fieldAnalyzers, schema: schema)
      totalLengths = [try reader.readUInt64(), try reader.readUInt64()]
      links = try LinkColumn(sections[.links], documentCount: documentCount)
    } catch {
      throw .malformed(path: path, part: "summary or links", reason: "it ends at byte \(error.offset)")
    }
    var columns: [ByteRegion?] = []
    var offset = 0
    for total in totalLengths {
      let columnByteCount = total > 0 ? documentCount * 4 : 0
      guard offset + columnByteCount <= sections[.lengths].count else {
        throw .malformed(path: path, part: "lengths", reason: "there are too few")
      }
      columns.append(total > 0 ? sections[.lengths][offset..<offset + columnByteCount] : nil)
      offset += columnByteCount
    }
    lengths = columns
    var codes: [ByteRegion?] = []
    for total in totalLengths {
      let columnByteCount = total > 0 ? ColumnLayout.paddedCount(documentCount: documentCount) : 0
      guard offset + columnByteCount <= sections[.lengths].count else {
        throw .malformed(path: path, part: "lengths", reason: "there are too few codes")
      }
      codes.append(total > 0 ? sections[.lengths][offset..<offset + columnByteCount] : nil)
      offset += columnByteCount
    }
    let streamColumns = TermStream.allCases.map { [totalLengths, documentCount, configuration] stream in
      let number = Int(stream.rawValue)
      return columns[number].flatMap { lengths in
        codes[number].map {
          StreamColumns(
            lengths: lengths, unitCodes: $0,
            average: Impact.averageLength(total: totalLengths[number], documentCount: documentCount),
            saturation: configuration.schema.saturation(of: stream))
        }
      }
    }
    (wordColumns, syllableColumns) = (streamColumns[0], streamColumns[1])
    guard let ids = StringTable(sections[.documentIDs], count: documentCount) else {
      throw .malformed(path: path, part: "document ids", reason: "offsets pass the end")
    }
    documentIDs = ids
    let (days, stored) = (sections[.days], sections[.stored])
    guard days.count == 0 || days.count == documentCount * 4,
      stored.count == 0 || stored.count >= (documentCount + 1) * 8,
      let dictionary = TermDictionary(
        blocks: sections[.dictionary], index: sections[.dictionaryIndex], buckets: sections[.termBuckets])
    else { throw .malformed(path: path, part: "columns", reason: "their sizes contradict the document count") }
    self.days = days
    self.stored = stored
    self.dictionary = dictionary
    attributes = AttributeColumn(sections[.attributes])
    postings = sections[.postings]
    positions = sections[.positions]
  }

  /// Reads the whole file and compares every checksum.
  public func verify() throws(StorageError) { try sections.verify() }

  /// Compares the checksum of the ids, for those who decide by them what is replaced.
  func verifyIDs() throws(StorageError) { try sections.verify { $0 == .documentIDs } }

  // MARK: Documents

  public func id(of document: Int) -> String { documentIDs.string(document) }

  func idBytes(of document: Int) -> [UInt8] { documentIDs.bytes(document) }

  /// Compares the ids of two documents, possibly of different segments, by bytes.
  public static func compareIDs(_ left: (SegmentReader, Int), _ right: (SegmentReader, Int)) -> Int {
    left.0.documentIDs.compare(left.1, right.0.documentIDs, right.1)
  }

  /// The document with that id, by binary search.
  public func document(withID id: String) -> Int? { documentIDs.find(Array(id.utf8)) }

  /// Weighted length len' in a stream.
  public func length(of document: Int, stream: TermStream) -> UInt32 {
    lengths[Int(stream.rawValue)]?.uint32(at: document * 4) ?? 0
  }

  /// What frequencies are weighed against under an average length.
  ///
  /// - Parameter average: `nil` for the segment's own, which impact codes are made with.
  public func norms(of stream: TermStream, average: Float? = nil) -> LengthNorms {
    LengthNorms(
      lengths: lengths[Int(stream.rawValue)], average: average ?? averageLength(of: stream),
      saturation: configuration.schema.saturation(of: stream))
  }

  /// Mean weighted length in a stream, deleted documents included.
  public func averageLength(of stream: TermStream) -> Float {
    Impact.averageLength(total: totalLengths[Int(stream.rawValue)], documentCount: documentCount)
  }

  /// Days since 1970-01-01.
  public func day(of document: Int) -> Int32? {
    guard days.count > 0 else { return nil }
    let day = Int32(bitPattern: days.uint32(at: document * 4))
    return day == .min ? nil : day
  }

  /// What was stored of a document; no bytes where that is damaged.
  public func storedBytes(of document: Int) -> ByteRegion {
    compressedBytes(of: document).decompressed() ?? stored[0..<0]
  }

  /// The same as a ``Compressor`` made it.
  func compressedBytes(of document: Int) -> ByteRegion {
    guard stored.count > 0 else { return stored }
    let offsets = stored.count - (documentCount + 1) * 8
    let (start, end) = (
      stored.uint64(at: offsets + document * 8), stored.uint64(at: offsets + (document + 1) * 8)
    )
    guard start <= end, end <= UInt64(offsets) else { return stored[0..<0] }
    return stored[Int(start)..<Int(end)]
  }

  // MARK: Links and attributes

  public var linkKeyCount: Int { links.keys.count }

  /// Keys are in ascending byte order.
  public func linkKey(_ ordinal: Int) -> String { links.keys.string(ordinal) }

  public func forEachLink(of document: Int, _ body: (_ key: Int, _ role: UInt8) -> Void) {
    links.forEach(of: document, body)
  }

  /// The distinct combinations of attribute values, in ascending order.
  public var attributeCombinations: [[String]] { attributes.combinations.map(\.values) }

  /// The documents with a combination, ascending.
  public func documents(withCombination ordinal: Int) -> [UInt32] { attributes.combinations[ordinal].documents }

  // MARK: Terms

  public var termCount: Int { dictionary.termCount }

  /// The postings of a term, or `nil` where no document holds it.
  ///
  /// - Complexity: constant.
  public func postings(stream: TermStream, term: [UInt8]) -> TermPostings? {
    dictionary.find(stream: stream.rawValue, term: term).flatMap { makePostings($0, stream: stream) }
  }

  /// The postings of those of many terms that some document holds, in the terms' order, and places among the terms.
  ///
  /// - Complexity: linear in the terms, and several times faster than one by one.
  public func postings(_ keys: TermKeys) -> (found: [TermPostings], places: [Int]) {
    let entries = dictionary.find(keys)
    var touched: UInt8 = 0
    for case .some(let entry) in entries where entry.documentCount > 1 && entry.postingsOffset < postings.count {
      touched ^= postings.uint8(at: entry.postingsOffset)
    }
    var found: [TermPostings] = []
    var places: [Int] = []
    // Without a use the compiler would leave the reading out, which is there to have the bytes at hand.
    found.reserveCapacity(entries.count + Int(touched & 1))
    places.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      guard let entry, let postings = makePostings(entry, stream: keys.stream(at: index)) else { continue }
      found.append(postings)
      places.append(index)
    }
    return (found, places)
  }

  func makePostings(_ entry: TermDictionary.Entry, stream: TermStream) -> TermPostings? {
    let columns =
      switch stream {
      case .word: wordColumns
      case .syllable: syllableColumns
      }
    return columns.flatMap { TermPostings(entry, stream: stream, $0, segment: self, postings: postings) }
  }
}

extension SegmentReader {
  /// For every link key of this segment the document of that id in another segment.
  ///
  /// - Complexity: linear in both where they are of like size, else a binary search for each of the fewer.
  public func documents(ofLinkKeysIn target: SegmentReader) -> [UInt32?] {
    var documents = Array(repeating: UInt32?.none, count: linkKeyCount)
    if linkKeyCount * 16 < target.documentCount {
      for key in 0..<linkKeyCount {
        documents[key] = target.documentIDs.find(links.keys.bytes(key)).map { UInt32($0) }
      }
    } else {
      // Both are in ascending byte order.
      var (key, document) = (0, 0)
      while key < linkKeyCount, document < target.documentCount {
        let order = links.keys.compare(key, target.documentIDs, document)
        if order == 0 { documents[key] = UInt32(document) }
        if order <= 0 { key += 1 }
        if order >= 0 { document += 1 }
      }
    }
    return documents
  }
}
