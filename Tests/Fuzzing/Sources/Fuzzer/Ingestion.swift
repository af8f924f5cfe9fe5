import ProfileIngest

/// Reads inputs to their end and accounts for every record.
enum Ingestion {
  /// Small limits, so that a slow input shows that something grows faster than it should.
  static let options: IngestOptions = {
    var limits = IngestLimits()
    limits.recordByteCount = 1 << 20
    limits.jsonValueCount = 20_000
    limits.workbookByteCount = 4 << 20
    limits.expansionFreeByteCount = 1 << 20
    return IngestOptions(limits: limits)
  }()

  /// What is read by mappings that are right.
  private static let document = Array(
    "<export><lab no='1' state='open'><name lang='ko'>가나</name><topics>a;b</topics></lab><a><b c='d'>e</b></a></export>"
      .utf8)
  private static let table = Array("id,name,이름\n1,A Laboratory,가나연구소\n2,\"B, C\",다라\n".utf8)

  /// Reads bytes as a file.
  static func run(_ content: [UInt8], _ options: IngestOptions) {
    var account = RecordAccount()
    try? IngestReader.read(content: content, name: "input", options: options) { account.take($0) }
    account.settle()
  }

  /// Reads bytes as a file that has a path, which archives are opened by.
  static func run(fileOf content: [UInt8], _ options: IngestOptions) {
    var account = RecordAccount()
    try? IngestReader(sources: [MemoryFile.shared.path(holding: content)], options: options)
      .read(threadCount: 1) { account.take($0) }
    account.settle()
  }

  /// Reads a mapping file, and what it maps where it is right.
  static func run(mapping content: [UInt8]) {
    guard let file = try? MappingFile(content: content, name: "map") else { return }
    var options = options
    options.add(file)
    run(document, options)
    run(table, options)
  }
}
