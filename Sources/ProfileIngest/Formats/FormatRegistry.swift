/// Every format that is read: the one place where a reader is entered.
///
/// A file goes to the first ``FileReader`` that recognises it. The records of XML and JSON files go to the first record
/// format that recognises them, so the order matters where one format could be taken for another: the particular first.
enum FormatRegistry {
  /// Formats whose records are elements of XML documents.
  static let xmlRecords: [any XMLRecordFormat] = [CordisProjectFormat(), CerifFormat()]

  /// Formats whose records are JSON objects, alone, in lists or one a line.
  static let jsonRecords: [any JSONRecordFormat] = [RorFormat(), CordisJSONFormat(), MoimRecordFormat()]

  /// Formats of XML and JSON that are read by mapping files, those of `Corpus/Mappings` and the user's own: asked before the
  /// record formats above.
  static let mapped: [IngestFormat] = MappingCatalog.formats

  /// Kinds of files.
  static let files: [any FileReader] = [
    XMLFileReader(), CordisTableReader(), JSONFileReader(), DelimitedTableReader(), WorkbookTableReader(), HwpxReader(),
  ]

  /// The formats that some reader takes, in the order of ``IngestFormat``.
  static let formats: [IngestFormat] = {
    let known = Set(files.flatMap(\.formats))
    return IngestFormat.allCases.filter(known.contains)
  }()

  /// The reader of a file.
  static func reader(for sample: ContentSample, forced: IngestFormat?) -> (any FileReader)? {
    guard let forced else { return files.first { $0.recognizes(sample) } }
    let able = files.filter { $0.formats.contains(forced) }
    return able.first { $0.recognizes(sample) } ?? able.first
  }
}

extension IngestFormat {
  /// The formats that can be read.
  public static var readable: [IngestFormat] { FormatRegistry.formats }
}
