import IndexStorage
import TextAnalysis

/// What stands of each document beside its terms.
extension SegmentWriter {
  mutating func writeLengths() throws(StorageError) -> [[UInt32]] {
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
    var offsets = ByteWriter()
    var ids = ByteWriter()
    offsets.append(UInt32(0))
    for place in order {
      ids.append(contentsOf: sources[place.source].id(of: place.document))
      offsets.append(UInt32(ids.count))
    }
    try write(.documentIDs, offsets.bytes + ids.bytes)
  }

  mutating func writeDays() throws(StorageError) {
    var writer = ByteWriter()
    for place in order {
      writer.append(UInt32(bitPattern: sources[place.source].day(of: place.document) ?? .min))
    }
    try write(.days, writer.bytes)
  }

  mutating func writeAttributes() throws(StorageError) {
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

  mutating func writeLinks() throws(StorageError) {
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

  mutating func writeStored() throws(StorageError) {
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
}
