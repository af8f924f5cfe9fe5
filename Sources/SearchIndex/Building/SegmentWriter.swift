import IndexStorage
import ParallelExecution
import TextAnalysis

/// Writes one immutable segment from any mix of fresh chunks and older segments.
///
/// Documents are numbered in ascending order of their ids (UTF-8 bytes), so that the order of numbers breaks ties as
/// the order of ids does. The same documents give the same bytes, however they are spread over sources.
struct SegmentWriter: ~Copyable {
  typealias Section = SegmentFormat.Section

  var file: FileWriter
  private var table: [(section: Section, offset: Int, byteCount: Int, checksum: UInt64)] = []
  let configuration: IndexConfiguration
  let sources: [any SegmentSource]
  private let executor: ParallelExecutor
  private let rangePostingCount: Int
  /// Where each new document comes from.
  let order: [DocumentPlace]
  /// The new number of every document of each source, `UInt32.max` for one that is left out.
  let documentMaps: [[UInt32]]

  /// - Parameter rangePostingCount: postings that a thread takes on at once.
  /// - Returns: the number of documents written and the checksum of the section table, which names the segment.
  static func write(
    path: String, configuration: IndexConfiguration, sources: [any SegmentSource], executor: ParallelExecutor,
    rangePostingCount: Int
  ) throws(StorageError) -> (documentCount: Int, checksum: UInt64) {
    var writer = try SegmentWriter(
      path: path, configuration: configuration, sources: sources, executor: executor,
      rangePostingCount: rangePostingCount)
    return try writer.writeAll()
  }

  /// Postings for a thread to take on at once: some bytes each, and a few ranges a thread at a time, are a small part of
  /// the budget.
  static func rangePostingCount(memoryByteCount: Int) -> Int { max(256, memoryByteCount / 1024) }

  private init(
    path: String, configuration: IndexConfiguration, sources: [any SegmentSource], executor: ParallelExecutor,
    rangePostingCount: Int
  ) throws(StorageError) {
    self.configuration = configuration
    self.executor = executor
    self.rangePostingCount = rangePostingCount
    self.sources = sources
    let order = DocumentOrder.merge(sources)
    var maps = sources.map { Array(repeating: UInt32.max, count: $0.documentCount) }
    for (number, place) in order.enumerated() { maps[place.source][place.document] = UInt32(number) }
    self.order = order
    documentMaps = maps
    file = try FileWriter(path: path)
  }

  private mutating func writeAll() throws(StorageError) -> (documentCount: Int, checksum: UInt64) {
    let headerByteCount =
      SegmentFormat.headerByteCount + Section.allCases.count * SegmentFormat.tableEntryByteCount
    try file.write(Array(repeating: 0, count: headerByteCount))
    _ = file.takeChecksum()

    let (lengths, encoder) = try writeLengths()
    try writeSummary(lengths: lengths)
    try writeDocumentIDs()
    try writeDays()
    try writeAttributes()
    try writeLinks()
    try writeStored()
    try writeTerms(encoder: encoder)

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

  mutating func endSection(_ section: Section, from offset: Int) {
    table.append((section, offset, file.byteCount - offset, file.takeChecksum()))
  }

  mutating func write(_ section: Section, _ bytes: [UInt8]) throws(StorageError) {
    let offset = file.byteCount
    try file.write(bytes)
    endSection(section, from: offset)
  }

  // MARK: Terms

  private mutating func writeTerms(encoder: PostingEncoder) throws(StorageError) {
    // Positions grow beside the postings and come behind them. Ranges hold as many postings as memory allows for.
    var positions = SpooledBytes(path: file.path + ".positions", memoryByteCount: rangePostingCount * 128)

    let postingsOffset = file.byteCount
    var dictionary = DictionaryEncoder()
    let ranges = TermRange.split(sources, postingCount: rangePostingCount)
    // Some ranges a thread at a time, so that no thread waits long for the others and what is encoded stays small.
    let waveCount = executor.threadCount * 4
    for first in stride(from: 0, to: ranges.count, by: waveCount) {
      let wave = ranges[first..<min(first + waveCount, ranges.count)]
      let (sources, maps) = (sources, documentMaps)
      let encoded = executor.map(count: wave.count) { place, _ in
        EncodedTerms(sources: sources, documentMaps: maps, range: wave[first + place], encoder: encoder)
      }
      for terms in encoded {
        terms.append(
          to: &dictionary, postingsOffset: file.byteCount - postingsOffset, positionsOffset: positions.byteCount)
        try file.write(terms.postings.bytes)
        try positions.append(terms.positions.bytes)
      }
    }
    endSection(.postings, from: postingsOffset)
    try write(.dictionary, dictionary.blocks.bytes)
    try write(.dictionaryIndex, dictionary.index.bytes)
    try write(.termBuckets, dictionary.buckets)

    let positionsOffset = file.byteCount
    try positions.copy(to: &file)
    endSection(.positions, from: positionsOffset)
  }
}
