/// What reads the rows of one table, wherever they come from: finds the header among the first rows, guesses or takes the
/// mapping, and hands the rest to a ``TableRecordMapper``.
///
/// The first rows are kept until the header is found; then rows go straight through.
final class TableBuilder {
  /// Why a table is not read.
  enum Refusal: Equatable {
    case applications
    case superfluous(reason: IngestText, remedy: IngestText)
    /// - Parameter headings: those of the widest of the first rows.
    case unknown(headings: [String])
    /// A mapping file names columns that the table lacks.
    case unmapped(headings: [String])
    case empty
  }

  /// Rows among which the header is looked for.
  static let searchedRowCount = 20

  private let name: String
  private let sheet: String?
  private let mappings: [TableMapping]
  private let remembered: [TableHeader: TableMapping]
  private let collector: RecordCollector
  private var head: [TableRow] = []
  private var mapper: TableRecordMapper?
  private var width = 0
  private(set) var refusal: Refusal?
  private(set) var reading: TableReading?

  /// - Parameters:
  ///   - name: the file's or sheet's, which may say what is in it.
  ///   - options: hold the mappings, or none to guess.
  init(name: String, sheet: String? = nil, options: IngestOptions, collector: RecordCollector) {
    self.name = name
    self.sheet = sheet
    mappings = options.tableMappings.filter { $0.sheet == nil || $0.sheet == sheet }
    remembered = options.tableMappings.isEmpty ? options.rememberedMappings : [:]
    self.collector = collector
  }

  /// Takes a row that is not blank.
  ///
  /// - Returns: whether more rows are wanted.
  func take(_ row: TableRow) -> Bool {
    guard refusal == nil else { return false }
    if mapper != nil {
      map(row)
      return true
    }
    head.append(row)
    if head.count >= Self.searchedRowCount + TableGuess.sampleRowCount { begin() }
    return refusal == nil
  }

  func finish() {
    if mapper == nil, refusal == nil { begin() }
    mapper?.finish()
  }

  /// A row that is lost.
  func reject(line: Int, reason: IngestText, remedy: IngestText) {
    collector.reject(line: line, reason: reason, remedy: remedy)
  }

  // MARK: Header

  /// Finds the header and reads the rows that were kept.
  private func begin() {
    defer { head = [] }
    guard !head.isEmpty else {
      refusal = .empty
      return
    }
    findHeader()
    guard let reading else { return }
    for row in head where row.line > reading.headerRow { map(row) }
  }

  private func findHeader() {
    for place in head.indices.prefix(Self.searchedRowCount) {
      let headings = head[place].cells.map { FieldText.line($0) }
      if begin(headings: headings, headerRow: head[place].line, samples: head[(place + 1)...].map(\.cells)) { return }
      if refusal != nil { return }
    }
    let widest = head.prefix(Self.searchedRowCount).max { $0.cells.count < $1.cells.count }
    refusal = unreadable(headings: widest?.cells.map { FieldText.line($0) } ?? [], headerRow: widest?.line ?? 1)
  }

  /// Takes these headings for the table's if they are some; says whether they are.
  ///
  /// - Parameters:
  ///   - headerRow: the last row in which they stand.
  ///   - samples: cells of the first rows below.
  func begin(headings: [String], headerRow: Int, samples: [[String]]) -> Bool {
    guard let found = found(headings: headings, headerRow: headerRow, samples: samples) else { return false }
    reading = found
    width = found.columns.count
    var fields = found.columns.map(\.field)
    while fields.last == .some(nil) { fields.removeLast() }
    mapper = TableRecordMapper(
      records: found.records, layout: TableLayout(fields: fields, mapping: found.mapping), collector: collector)
    collector.note(found)
    for column in found.columns where column.field == nil && !column.heading.isEmpty {
      collector.note(
        "the column '\(column.heading.prefix(64))' is not read: \(column.basis)",
        remedy: "name what it is in a mapping file (--save-map writes one), or leave it", line: headerRow)
    }
    return true
  }

  /// Why a table without headings that are known is not read. What is most likely its header is noted, for a person to say
  /// what it means.
  func unreadable(headings: [String], headerRow: Int) -> Refusal {
    let named = headings.filter { !$0.isEmpty }
    if named.isEmpty { return .empty }
    guard mappings.isEmpty else { return .unmapped(headings: named) }
    var unread = TableReading(
      records: TableGuess.hint(ofName: sheet ?? name) ?? .organization,
      columns: headings.enumerated().map { index, heading in
        TableReading.Column(number: index + 1, heading: heading, field: nil, basis: "the heading is not known")
      })
    unread.file = collector.file
    unread.sheet = sheet
    unread.headerRow = headerRow
    if named.count > 1 { collector.note(unread) }
    return .unknown(headings: named)
  }

  private func found(headings: [String], headerRow: Int, samples: [[String]]) -> TableReading? {
    // A lone word above a table is its title.
    guard headings.count(where: { !$0.isEmpty }) > 1 || !mappings.isEmpty else { return nil }
    var found = remembered[TableHeader(headings)].flatMap { Self.reading(headings, by: $0) }
    found?.isRemembered = true
    if found != nil {
      // Somebody has said so.
    } else if mappings.isEmpty {
      switch TableGuess(headings: headings, samples: samples, name: sheet ?? name) {
      case .mapping(let guess) where guess.columns.count(where: { $0.field != nil }) > 1: found = guess
      case .applications: refusal = .applications
      case .superfluous(let reason, let remedy): refusal = .superfluous(reason: reason, remedy: remedy)
      default: break
      }
    } else {
      found =
        mappings.lazy.filter { $0.headerRow == nil || $0.headerRow == headerRow }
        .compactMap { Self.reading(headings, by: $0) }.first
    }
    found?.file = collector.file
    found?.sheet = sheet
    found?.headerRow = headerRow
    return found
  }

  private static func reading(_ headings: [String], by mapping: TableMapping) -> TableReading? {
    let fields = mapping.fields(of: headings)
    guard fields.contains(where: { $0 != nil && $0 != .personal && $0 != .ignored }) else { return nil }
    var found = TableReading(records: mapping.records, columns: [])
    found.columns = zip(headings, fields).enumerated().map { index, column in
      TableReading.Column(
        number: index + 1, heading: column.0, field: column.1,
        basis: column.1 == nil ? "the mapping does not name it" : "by the mapping")
    }
    found.statedMapping = mapping
    return found
  }

  private func map(_ row: TableRow) {
    if row.cells.count > width, row.cells[width...].contains(where: { $0.utf8.contains { $0 > 0x20 } }) {
      collector.note(
        "a row has more cells than the header has names; the last ones are ignored",
        remedy: "put cells that hold separators in quotation marks", line: row.line)
    }
    mapper?.take(row)
  }
}

extension TableBuilder.Refusal {
  /// The refusal as that of a whole file or sheet.
  var failure: ByteSourceFailure {
    switch self {
    case .applications:
      ByteSourceFailure(
        reason: "it is a table of applications, not of profiles", remedy: "give the file to 'moim match'")
    case .superfluous(let reason, let remedy): ByteSourceFailure(reason: reason, remedy: remedy)
    case .unknown(let headings):
      ByteSourceFailure(
        reason: "no column of the table names an organisation or a title: \(Self.list(headings))",
        remedy: "name what the columns are in a mapping file and give it with --map")
    case .unmapped(let headings):
      ByteSourceFailure(
        reason: "the table has none of the mapping's columns: \(Self.list(headings))",
        remedy: "correct the mapping, or import the file without it")
    case .empty: ByteSourceFailure(reason: "the table has no rows", remedy: "export the data again")
    }
  }

  private static func list(_ headings: [String]) -> IngestText {
    guard !headings.isEmpty else { return "it has no headings" }
    let shown = headings.prefix(12).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
    return headings.count > 12 ? "it has \(shown) and \(headings.count - 12) more" : "it has \(shown)"
  }
}
