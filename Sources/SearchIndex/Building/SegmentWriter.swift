import IndexStorage
import TextAnalysis

/// Writes one immutable segment from any mix of fresh chunks and older segments.
///
/// Documents are numbered in ascending order of their ids (UTF-8 bytes), so that the order of numbers breaks ties as
/// the order of ids does. The same documents give the same bytes, however they are spread over sources.
struct SegmentWriter: ~Copyable {
  private typealias Section = SegmentFormat.Section

  private var file: FileWriter
  private var table: [(section: Section, offset: Int, byteCount: Int, checksum: UInt64)] = []
  private let configuration: IndexConfiguration
  private let sources: [any SegmentSource]
  /// Where each new document comes from.
  private let order: [(source: Int, document: Int)]

  /// - Returns: the number of documents written and the checksum of the section table, which names the segment.
  static func write(
    path: String, configuration: IndexConfiguration, sources: [any SegmentSource]
  ) throws(StorageError) -> (documentCount: Int, checksum: UInt64) {
    var writer = try SegmentWriter(path: path, configuration: configuration, sources: sources)
    return try writer.writeAll()
  }

  private init(path: String, configuration: IndexConfiguration, sources: [any SegmentSource]) throws(StorageError) {
    self.configuration = configuration
    self.sources = sources
    order = DocumentOrder.merge(sources)
    file = try FileWriter(path: path)
  }

  private mutating func writeAll() throws(StorageError) -> (documentCount: Int, checksum: UInt64) {
    let headerByteCount =
      SegmentFormat.headerByteCount + Section.allCases.count * SegmentFormat.tableEntryByteCount
    try file.write(Array(repeating: 0, count: headerByteCount))
    _ = file.takeChecksum()

    let lengths = try writeLengths()
    try writeSummary(lengths: lengths)
    try writeDocumentIDs()
    try writeDays()
    try writeAttributes()
    try writeLinks()
    try writeStored()
    try writeTerms(lengths: lengths)

    let header = makeHeader()
    try file.overwrite(at: 0, with: header.bytes)
    try file.finish()
    return (order.count, header.checksum)
  }

  private func makeHeader() -> (bytes: [UInt8], checksum: UInt64) {
    var entries = ByteWriter()
    for entry in table {
      entries.append(entry.section.rawValue)
      entries.append(UInt32(0))
      entries.append(UInt64(entry.offset))
      entries.append(UInt64(entry.byteCount))
      entries.append(entry.checksum)
    }
    var header = ByteWriter()
    header.append(contentsOf: SegmentFormat.magic)
    header.append(SegmentFormat.version)
    header.append(UInt32(table.count))
    header.append(UInt32(order.count))
    header.append(UInt32(0))
    let checksum = XXHash64.hash(header.bytes + entries.bytes)
    header.append(checksum)
    header.append(contentsOf: entries.bytes)
    return (header.bytes, checksum)
  }

  private mutating func endSection(_ section: Section, from offset: Int) {
    table.append((section, offset, file.byteCount - offset, file.takeChecksum()))
  }

  private mutating func write(_ section: Section, _ bytes: [UInt8]) throws(StorageError) {
    let offset = file.byteCount
    try file.write(bytes)
    endSection(section, from: offset)
  }

  // MARK: Columns

  private mutating func writeLengths() throws(StorageError) -> [[UInt32]] {
    let lengths = (0..<2).map { stream in
      order.map { sources[$0.source].length(of: $0.document, stream: stream) }
    }
    var writer = ByteWriter()
    for column in lengths where column.contains(where: { $0 > 0 }) {
      for length in column { writer.append(length) }
    }
    try write(.lengths, writer.bytes)
    return lengths
  }

  private mutating func writeSummary(lengths: [[UInt32]]) throws(StorageError) {
    var writer = ByteWriter()
    // The analyser of each field, in their order, behind that of queries.
    for analyzer in [configuration.analyzer] + DocumentField.allCases.map({ configuration.analyzer(of: $0) }) {
      writer.append(analyzer.name)
      writer.appendVarint(analyzer.version)
    }
    let schema = configuration.schema
    for weight in [schema.titleWeight, schema.textWeight, schema.keywordsWeight] { writer.append(weight) }
    for saturation in [schema.words, schema.syllables] {
      writer.append(saturation.k1)
      writer.append(saturation.b)
    }
    for column in lengths { writer.append(column.reduce(UInt64(0)) { $0 + UInt64($1) }) }
    try write(.summary, writer.bytes)
  }

  private mutating func writeDocumentIDs() throws(StorageError) {
    var offsets = ByteWriter()
    var ids = ByteWriter()
    offsets.append(UInt32(0))
    for place in order {
      ids.append(contentsOf: sources[place.source].id(of: place.document))
      offsets.append(UInt32(ids.count))
    }
    try write(.documentIDs, offsets.bytes + ids.bytes)
  }

  private mutating func writeDays() throws(StorageError) {
    var writer = ByteWriter()
    for place in order {
      writer.append(UInt32(bitPattern: sources[place.source].day(of: place.document) ?? .min))
    }
    try write(.days, writer.bytes)
  }

  private mutating func writeAttributes() throws(StorageError) {
    var documents: [[String]: [Int]] = [:]
    for (number, place) in order.enumerated() {
      for combination in Set(sources[place.source].attributes(of: place.document)) {
        documents[combination, default: []].append(number)
      }
    }
    let combinations = documents.keys.sorted { $0.lexicographicallyPrecedes($1) }
    var writer = ByteWriter()
    writer.appendVarint(combinations.count)
    for combination in combinations {
      writer.appendVarint(combination.count)
      for value in combination { writer.append(value) }
      let members = documents[combination, default: []]
      writer.appendVarint(members.count)
      var last = -1
      for member in members {
        writer.appendVarint(member - last - 1)
        last = member
      }
    }
    try write(.attributes, writer.bytes)
  }

  private mutating func writeLinks() throws(StorageError) {
    var keys = Set<String>()
    for place in order {
      for link in sources[place.source].links(of: place.document) { keys.insert(link.key) }
    }
    let sortedKeys = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let ordinals = Dictionary(uniqueKeysWithValues: zip(sortedKeys, sortedKeys.indices))
    var header = ByteWriter()
    var keyBytes = ByteWriter()
    header.append(UInt32(sortedKeys.count))
    header.append(UInt32(0))
    for key in sortedKeys {
      keyBytes.append(contentsOf: key.utf8)
      header.append(UInt32(keyBytes.count))
    }
    var starts = ByteWriter()
    var targets = ByteWriter()
    var roles: [UInt8] = []
    starts.append(UInt32(0))
    for place in order {
      for link in sources[place.source].links(of: place.document) {
        targets.append(UInt32(ordinals[link.key, default: 0]))
        roles.append(link.role)
      }
      starts.append(UInt32(roles.count))
    }
    try write(.links, header.bytes + starts.bytes + targets.bytes + roles + keyBytes.bytes)
  }

  private mutating func writeStored() throws(StorageError) {
    let offset = file.byteCount
    var offsets = ByteWriter()
    var end: UInt64 = 0
    offsets.append(end)
    for place in order {
      let bytes = sources[place.source].storedBytes(of: place.document)
      try file.write(bytes)
      end += UInt64(bytes.count)
      offsets.append(end)
    }
    try file.write(offsets.bytes)
    endSection(.stored, from: offset)
  }

  // MARK: Terms

  private mutating func writeTerms(lengths: [[UInt32]]) throws(StorageError) {
    var documentMaps = sources.map { Array(repeating: UInt32.max, count: $0.documentCount) }
    for (number, place) in order.enumerated() { documentMaps[place.source][place.document] = UInt32(number) }
    var terms = TermMerge(
      zip(sources, documentMaps).map { source, map in source.makeTermSource(documentMap: map) })

    // Positions grow beside the postings: they go to a file of their own and are copied behind.
    let positionsPath = file.path + ".positions"
    var positions = try FileWriter(path: positionsPath)
    defer { try? FileSystem.removeFile(positionsPath) }

    let postingsOffset = file.byteCount
    var encoder = PostingEncoder(
      schema: configuration.schema, lengths: lengths, documentCount: order.count)
    var dictionary = DictionaryEncoder()
    var list = PostingList()
    var postingBytes = ByteWriter()
    var positionBytes = ByteWriter()
    while let term = terms.next(into: &list) {
      guard list.count > 0 else { continue }
      postingBytes.removeAll()
      positionBytes.removeAll()
      encoder.encode(list, stream: Int(term[0]), postings: &postingBytes, positions: &positionBytes)
      dictionary.append(
        term: term, list: list, postingsOffset: file.byteCount - postingsOffset, positionsOffset: positions.byteCount)
      try file.write(postingBytes.bytes)
      try positions.write(positionBytes.bytes)
    }
    try file.write(Array(repeating: 0, count: SegmentFormat.postingsPadding))
    endSection(.postings, from: postingsOffset)
    try write(.dictionary, dictionary.blocks.bytes)
    try write(.dictionaryIndex, dictionary.index.bytes)
    try write(.termBuckets, dictionary.buckets)

    try positions.finish()
    let positionsOffset = file.byteCount
    let written = try ByteRegion(mapping: positionsPath)
    let pieceByteCount = 1 << 20
    for start in stride(from: 0, to: written.count, by: pieceByteCount) {
      try file.write(written[start..<min(start + pieceByteCount, written.count)])
    }
    endSection(.positions, from: positionsOffset)
  }
}
