import ArgumentParser
import ForumDesk
import ForumRecords
import PartnerDiscovery
import ProfileIngest

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads exports into a workspace and accounts for every record.",
    discussion: """
      Sources are files, folders and .zip archives, which are read in place. The format of each file is found from its \
      content: CORDIS, CERIF-XML 1.2, ROR, NTIS, KCI, ScienceON, KIPRIS Plus, DART, data.go.kr and K-Startup, Dublin \
      Core, tables (CSV, TSV, .xlsx), HWPX and Moim's own JSON Lines; any other XML or JSON by a mapping file \
      (Documentation/SOURCES.md). Importing a source again updates what has changed and nothing else.

      EXAMPLES
        moim import history.zip
        moim import --workspace forum cerif/ companies.jsonl --report report.json
        moim import --workspace plain --analyzer whitespace docs.jsonl
        moim import --map laboratories.json export.xml
        moim import --dry-run --save-map columns.json members.xlsx
        moim import --map columns.json members.xlsx
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Option(
    name: .long,
    help: ArgumentHelp("Reads every file as this format: \(ImportFormat.names).", valueName: "format"),
    completion: .list(ImportFormat.all))
  var format: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Reads by this mapping file (JSON) what it describes; may be repeated.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var map: [String] = []

  @Flag(
    inversion: .prefixedNo,
    help: "Reads tables whose columns were corrected in the console as they were corrected, unless --map says how.")
  var remembered = true

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Writes how the table is read, to be corrected and used with --map; of several tables into numbered files.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var saveMap: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Reads every text file in this encoding instead of the one that its bytes tell: \(ImportEncoding.names).",
      valueName: "name"),
    completion: .list(ImportEncoding.all))
  var encoding: String?

  @Option(
    name: .long, help: ArgumentHelp("Writes the report as JSON to this file.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var report: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The analyser of a new workspace: \(ImportAnalyzer.names); others than the first are for comparisons.",
      valueName: "name"),
    completion: .list(ImportAnalyzer.all))
  var analyzer: String?

  @Flag(
    name: .long,
    help: "Reads and maps, says what an import would do and how tables are read, and stores nothing.")
  var dryRun = false

  @Option(name: .long, help: ArgumentHelp("Threads (default: one a core).", valueName: "count"))
  var threads: Int?

  @OptionGroup var memory: MemoryOption

  @Flag(name: .long, help: "Prints the report as JSON.")
  var json = false

  @Argument(help: "Files, folders and .zip archives.", completion: .file())
  var source: [String]

  func validate() throws {
    try validateThreads(threads)
    if let format, IngestFormat(named: format) == nil {
      throw ValidationError("There is no format '\(format)'; choose one of \(ImportFormat.names).")
    }
    if let encoding, TextEncoding(named: encoding) == nil {
      throw ValidationError("There is no encoding '\(encoding)'; choose one of \(ImportEncoding.names).")
    }
    if let analyzer, !ImportAnalyzer.all.contains(analyzer) {
      throw ValidationError("There is no analyser '\(analyzer)'; choose one of \(ImportAnalyzer.names).")
    }
  }

  func run() throws {
    var importing = ImportSources(workspace: workspace.resolved, sources: source)
    importing.analyzerName = analyzer
    importing.options.forcedFormat = format.flatMap(IngestFormat.init(named:))
    importing.options.encoding = encoding.flatMap(TextEncoding.init(named:))
    // Whoever mistypes a mapping wants to know before anything is imported.
    for path in map { importing.options.add(try MappingFile(path: path)) }
    importing.options.rememberedMappings = rememberedMappings()
    importing.use(threadCount: threads)
    importing.memoryByteCount = memory.byteCount
    var bar = ProgressBar()
    let report =
      dryRun ? try importing.preview { bar.show(.reading($0)) } : try importing.run { bar.show($0) }
    bar.finish()
    for issue in ImportReportTable.issueLines(report, limit: 50) { Terminal.note(issue) }
    for line in ImportReportTable.tableLines(report, limit: dryRun ? 50 : 5) { Terminal.note(line) }
    if let path = saveMap { try save(report.tables, to: path) }
    let document = ImportReportDocument(report)
    if json {
      try Terminal.print(try Format.json(document))
    } else {
      try Terminal.printText(ImportReportTable.text(report))
    }
    if let path = self.report { try Terminal.write(try Format.json(document) + "\n", to: path) }
    if dryRun { return }
    // All is published and said. A merge that nobody waits for keeps the next commands fast; if it fails, the next import
    // tries again.
    var settling = SettleIndex(workspace: workspace.resolved)
    settling.memoryByteCount = memory.byteCount
    _ = try? settling.run()
  }

  /// What officers have said of tables. An import that nobody watches is not held up where it cannot be read.
  private func rememberedMappings() -> [TableHeader: TableMapping] {
    guard remembered, workspace.resolved.hasForum else { return [:] }
    do {
      return try RememberedTables(store: ForumStore(path: workspace.resolved.forumPath, mode: .readOnly)).mappings()
    } catch {
      Terminal.note("warning: tables are guessed, as what the console remembers of them cannot be read: \(error)")
      return [:]
    }
  }

  /// Writes the first table's mapping to the path, and those of the others beside it, numbered from 2.
  private func save(_ tables: [TableReading], to path: String) throws {
    // A table that is not read is worth a mapping where that is all there is: its headings, to say what they are.
    let tables = tables.contains(where: \.isRead) ? tables.filter(\.isRead) : tables
    guard !tables.isEmpty else {
      return Terminal.note("warning: --save-map wrote nothing: there is no table among the sources")
    }
    let name = path.hasSuffix(".json") ? String(path.dropLast(5)) : path
    for (index, table) in tables.enumerated() {
      let target = index == 0 ? path : "\(name)-\(index + 1).json"
      try Terminal.write(table.mapping.fileText, to: target)
      if tables.count > 1 { Terminal.note("the mapping of \(table.file) is in \(target)") }
    }
  }
}

/// Formats that `--format` takes.
enum ImportFormat {
  static let all = IngestFormat.readable.map(\.rawValue)
  static var names: String { all.joined(separator: ", ") }
}

/// Encodings that `--encoding` takes.
enum ImportEncoding {
  static let all = TextEncoding.allCases.map(\.rawValue)
  static var names: String { all.joined(separator: ", ") }
}

/// Analysers that `--analyzer` takes.
enum ImportAnalyzer {
  static let all = ImportSources.analyzerNames
  static var names: String { all.joined(separator: ", ") }
}

func validateThreads(_ threads: Int?) throws {
  if let threads, !(1...1024).contains(threads) {
    throw ValidationError("--threads must be 1 to 1024, not \(threads).")
  }
}

func validateLimit(_ limit: Int) throws {
  if !(1...100_000).contains(limit) { throw ValidationError("--limit must be 1 to 100000, not \(limit).") }
}
