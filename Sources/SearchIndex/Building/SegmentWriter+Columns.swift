import IndexStorage
import TextAnalysis

/// What stands of each document beside its terms. Columns are written piece by piece: only what must be sorted is held
/// in memory as a whole. A column in which no document has anything has no bytes.
extension SegmentWriter {
  /// - Returns: the lengths by stream, and what encodes postings of documents with these lengths.
  mutating func writeLengths() throws(StorageError) -> (lengths: [[UInt32]], encoder: PostingEncoder) {
    let lengths = (0..<2).map { stream in
      order.map { sources[$0.source].length(of: $0.document, stream: stream) }
    }
    let offset = file.byteCount
    for column in lengths where column.contains(where: { $0 > 0 }) {
      try writePieces(count: column.count) { number, writer in writer.append(column[number]) }
    }
    let encoder = PostingEncoder(schema: configuration.schema, lengths: lengths, documentCount: order.count)
    for (stream, column) in lengths.enumerated() where column.contains(where: { $0 > 0 }) {
      let paddedCount = ColumnLayout.paddedCount(documentCount: column.count)
      try file.write(encoder.unitCodes[stream] + Array(repeating: 0, count: paddedCount - column.count))
    }
    endSection(.lengths, from: offset)
    return (lengths, encoder)
  }

  mutating func writeSummary(lengths: [[UInt32]]) throws(StorageError) {
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

  mutating func writeDocumentIDs() throws(StorageError) {
    let start = file.byteCount
    let (order, sources) = (order, sources)
    var id: [UInt8] = []
    var end: UInt32 = 0
    try file.write([0, 0, 0, 0])
    try writePieces(count: order.count) { number, writer in
      id.removeAll(keepingCapacity: true)
      sources[order[number].source].appendID(of: order[number].document, to: &id)
      end += UInt32(id.count)
      writer.append(end)
    }
    try writePieces(count: order.count) { number, writer in
      id.removeAll(keepingCapacity: true)
      sources[order[number].source].appendID(of: order[number].document, to: &id)
      writer.append(contentsOf: id)
    }
    endSection(.documentIDs, from: start)
  }

  mutating func writeDays() throws(StorageError) {
    let offset = file.byteCount
    let (order, sources) = (order, sources)
    if order.contains(where: { sources[$0.source].day(of: $0.document) != nil }) {
      try writePieces(count: order.count) { number, writer in
        writer.append(UInt32(bitPattern: sources[order[number].source].day(of: order[number].document) ?? .min))
      }
    }
    endSection(.days, from: offset)
  }

  mutating func writeAttributes() throws(StorageError) {
    var documents: [[String]: [UInt32]] = [:]
    for (source, map) in zip(sources, documentMaps) {
      for combination in source.attributeCombinations {
        let members = combination.documents.lazy.map { map[Int($0)] }.filter { $0 != .max }
        documents[combination.values, default: []].append(contentsOf: members)
      }
    }
    let combinations = documents.filter { !$0.value.isEmpty }.keys.sorted { $0.lexicographicallyPrecedes($1) }
    var writer = ByteWriter()
    writer.appendVarint(combinations.count)
    for combination in combinations {
      writer.appendVarint(combination.count)
      for value in combination { writer.append(value) }
      // In order already where the sources' ids are apart; runs are merged where they are not.
      let members = documents[combination, default: []].sorted()
      writer.appendVarint(members.count)
      var next: UInt32 = 0
      for member in members {
        writer.appendVarint(member - next)
        next = member + 1
      }
    }
    try write(.attributes, writer.bytes)
  }

  mutating func writeLinks() throws(StorageError) {
    let start = file.byteCount
    let (order, sources) = (order, sources)
    let (keys, ordinals) = mergeLinkKeys()
    guard keys.starts.count > 1 else { return endSection(.links, from: start) }
    var header = ByteWriter()
    header.append(UInt32(keys.starts.count - 1))
    for start in keys.starts { header.append(start) }
    try file.write(header.bytes)
    var linkCount: UInt32 = 0
    try file.write([0, 0, 0, 0])
    try writePieces(count: order.count) { number, writer in
      sources[order[number].source].forEachLink(of: order[number].document) { _, _ in linkCount += 1 }
      writer.append(linkCount)
    }
    try writePieces(count: order.count) { number, writer in
      let place = order[number]
      sources[place.source].forEachLink(of: place.document) { key, _ in writer.append(ordinals[place.source][key]) }
    }
    try writePieces(count: order.count) { number, writer in
      sources[order[number].source].forEachLink(of: order[number].document) { _, role in writer.append(role) }
    }
    try file.write(keys.bytes)
    endSection(.links, from: start)
  }

  /// The keys of all links of the documents that stay, ascending, and their ordinals by those of each source.
  private func mergeLinkKeys() -> (keys: (bytes: [UInt8], starts: [UInt32]), ordinals: [[UInt32]]) {
    var ordinals = sources.map { Array(repeating: UInt32.max, count: $0.linkKeyCount) }
    for place in order {
      sources[place.source].forEachLink(of: place.document) { key, _ in ordinals[place.source][key] = 0 }
    }
    var current = Array(repeating: -1, count: sources.count)
    func readNext(_ source: Int, _ key: inout [UInt8]) -> Bool {
      repeat {
        current[source] += 1
      } while current[source] < ordinals[source].count
        && ordinals[source][current[source]] == .max
      guard current[source] < ordinals[source].count else { return false }
      key.removeAll(keepingCapacity: true)
      sources[source].appendLinkKey(current[source], to: &key)
      return true
    }
    var merge = KeyMerge(sourceCount: sources.count, readFirst: readNext)
    var bytes: [UInt8] = []
    var starts: [UInt32] = [0]
    var key: [UInt8] = []
    while let source = merge.source {
      if starts.count == 1 || !merge.isFirst(key) {
        merge.copyKey(to: &key)
        bytes.append(contentsOf: key)
        starts.append(UInt32(bytes.count))
      }
      ordinals[source][current[source]] = UInt32(starts.count - 2)
      merge.advance(readNext: readNext)
    }
    return ((bytes, starts), ordinals)
  }

  mutating func writeStored() throws(StorageError) {
    let offset = file.byteCount
    var ends: [UInt64] = [0]
    ends.reserveCapacity(order.count + 1)
    for place in order {
      let bytes = sources[place.source].compressedBytes(of: place.document)
      try file.write(bytes)
      ends.append(ends[ends.count - 1] + UInt64(bytes.count))
    }
    if ends[ends.count - 1] > 0 {
      try writePieces(count: ends.count) { number, writer in writer.append(ends[number]) }
    }
    endSection(.stored, from: offset)
  }

  /// Writes what `append` gives for each number in `0..<count`, some hundred kilobytes at a time.
  private mutating func writePieces(
    count: Int, append: (_ number: Int, _ writer: inout ByteWriter) -> Void
  ) throws(StorageError) {
    var writer = ByteWriter()
    for number in 0..<count {
      append(number, &writer)
      if writer.count >= 1 << 18 || number == count - 1 {
        try file.write(writer.bytes)
        writer.removeAll()
      }
    }
  }
}
