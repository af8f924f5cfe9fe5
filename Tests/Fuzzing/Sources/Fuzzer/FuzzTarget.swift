import ProfileIngest

/// What is fuzzed: one reader, or what is read before and beside them.
enum FuzzTarget: String, CaseIterable {
  /// Files of every format, found by content.
  case detection
  // Formats, forced, so that a change in what a format is recognised by does not end the reading.
  case cordis
  case cordisJSON = "cordis-json"
  case cordisCSV = "cordis-csv"
  case cerif, ror, ntis, kci, scienceon, kipris, dart, datagokr
  case dublinCore = "oai-dc"
  case jsonLines = "jsonl"
  case csv
  /// The parts of a package in one text, which ``StoredPackage`` packs: changes then reach the parts, not their checksums.
  case xlsx, hwpx
  /// Archives as they are, damaged ones for the most part.
  case zip
  /// Mapping files of records and tables; those that are right read a small document and a small table.
  case mapping
  /// Files of applications.
  case applications

  /// Reads an input as the target says; traps where a record is unaccounted for.
  func run(_ content: [UInt8]) {
    switch self {
    case .detection: Ingestion.run(content, Ingestion.options)
    case .cordis, .cordisJSON, .cerif, .ror, .ntis, .kci, .scienceon, .kipris, .dart, .datagokr,
      .dublinCore, .jsonLines, .csv:
      Ingestion.run(content, forced)
    case .xlsx, .hwpx: Ingestion.run(StoredPackage.bytes(ofParts: content), forced)
    // Tables that belong together lie in one archive.
    case .cordisCSV: Ingestion.run(fileOf: StoredPackage.bytes(ofParts: content), forced)
    case .zip: Ingestion.run(fileOf: content, Ingestion.options)
    case .mapping: Ingestion.run(mapping: content)
    case .applications: _ = try? ApplicationReader(limits: Ingestion.options.limits).read(content, name: "input")
    }
  }

  /// The options that force the target's format, made once a target.
  private var forced: IngestOptions { Self.forced[self] ?? Ingestion.options }

  private static let forced: [FuzzTarget: IngestOptions] = {
    var forced: [FuzzTarget: IngestOptions] = [:]
    for target in allCases {
      var options = Ingestion.options
      options.forcedFormat = IngestFormat(named: target.rawValue)
      forced[target] = options
    }
    return forced
  }()
}
