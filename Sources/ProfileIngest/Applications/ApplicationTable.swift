import ResearchProfiles

/// Reads applications out of a table whose first row names its columns.
struct ApplicationTable {
  /// The columns of which a table of applications has one.
  static let telling: Set<ApplicationColumn> = [.title, .summary, .needs]

  let limits: IngestLimits

  func read(_ content: [UInt8], name: String, into collector: ApplicationCollector) throws(IngestError) {
    guard String(validating: content, as: UTF8.self) != nil else {
      throw .notApplications(
        path: name, found: "text that is not UTF-8 (perhaps CP949)",
        remedy: "save the table as 'CSV UTF-8' (엑셀: 'CSV UTF-8(쉼표로 분리)') and give that file")
    }
    let bytes = content[(content.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...]
    var columns: [ApplicationColumn?]?
    try CSVParser.forEachRow(of: bytes, separator: CSVParser.separator(of: bytes)) { row throws(IngestError) in
      if let columns {
        map(row, columns, hasID: columns.contains(.id), into: collector)
      } else {
        columns = try self.columns(of: row, name: name, collector)
      }
    }
  }

  /// The columns that the first row names; `nil` for those that nobody uses.
  func columns(
    of header: TableRow, name: String, _ collector: ApplicationCollector
  ) throws(IngestError) -> [ApplicationColumn?] {
    let columns = header.cells.map { ApplicationColumn(heading: $0) }
    let beginning = FieldText.line(header.cells.joined(separator: " "))
    guard !Set(columns.compactMap { $0 }).isDisjoint(with: Self.telling) else {
      throw .notApplications(
        path: name, found: "a text or table that begins with '\(beginning.prefix(80))'",
        remedy: "name the columns in the first row: \(ApplicationColumn.advice)")
    }
    for (heading, column) in zip(header.cells, columns) where column == nil && !FieldText.line(heading).isEmpty {
      collector.note(
        "the column '\(FieldText.line(heading).prefix(64))' is unknown and ignored",
        remedy: "check its name; known are \(ApplicationColumn.advice)", line: header.line)
    }
    if !columns.contains(.id) {
      collector.note(
        "there is no column 'id': applications are named after their line", remedy: "add a column 'id'",
        line: header.line)
    }
    return columns
  }

  /// Reads one row below the header.
  ///
  /// - Parameters:
  ///   - columns: what its cells are, as ``columns(of:name:_:)`` says.
  ///   - hasID: whether one of them is the id.
  func map(
    _ row: TableRow, _ columns: [ApplicationColumn?], hasID: Bool, into collector: ApplicationCollector
  ) {
    var values: [ApplicationColumn: String] = [:]
    for (column, cell) in zip(columns, row.cells) {
      guard let column else { continue }
      // Questions about one thing, such as needs, are often several; of names and dates the first counts.
      if let value = values[column], !value.isEmpty {
        if [.needs, .offers, .summary, .keywords].contains(column), !cell.isEmpty {
          values[column] = value + "\n" + cell
        }
      } else {
        values[column] = cell
      }
    }
    func line(_ column: ApplicationColumn) -> String? {
      let line = FieldText.line(values[column] ?? "")
      return line.isEmpty ? nil : line
    }
    func list(_ column: ApplicationColumn) -> [String] {
      FieldText.keywords(Array((values[column] ?? "").utf8), separators: ";|\n")
    }
    let id = hasID ? FieldText.identifier(values[.id] ?? "") : "line-\(row.line)"
    if row.isUnclosed {
      return collector.reject(
        line: row.line, record: id, reason: "a quotation mark is not closed; the rest of the file is in this row",
        remedy: "close the quotation mark, or double those that belong to the text")
    }
    if row.cells.count > columns.count, row.cells[columns.count...].contains(where: { !FieldText.line($0).isEmpty }) {
      collector.note(
        "a row has more cells than the first row has names; the last ones are ignored",
        remedy: "put cells that hold separators in quotation marks", line: row.line)
    }
    var application = Application(id: id, title: line(.title) ?? "")
    application.summary = FieldText.paragraphs(values[.summary] ?? "")
    application.keywords = list(.keywords)
    if application.keywords.count == 1 {  // a list of keywords is often written with commas; statements hold commas
      application.keywords = FieldText.keywords(Array(application.keywords[0].utf8), separators: ",")
    }
    application.needs = list(.needs).map { Need(statement: $0) }
    application.offers = list(.offers).map { Need(statement: $0) }
    if let submitted = line(.submitted) {
      application.submitted = CalendarDate(submitted)
      if application.submitted == nil {
        collector.note("a date is none and left out", remedy: "write dates as yyyy-mm-dd", line: row.line)
      }
    }
    let applicantID = FieldText.identifier(values[.applicantID] ?? "")
    let applicant = Applicant(
      id: applicantID.isEmpty ? nil : OrganizationID(applicantID), name: line(.applicantName),
      kind: kind(line(.applicantKind), row.line, collector), country: line(.applicantCountry).flatMap(Self.country))
    application.applicant = applicant == Applicant() ? nil : applicant
    collector.accept(application, line: row.line)
  }

  private func kind(_ text: String?, _ line: Int, _ collector: ApplicationCollector) -> OrganizationKind? {
    guard let text else { return nil }
    if let kind = OrganizationKindName.kind(text) { return kind }
    collector.note(
      "the kind of organisation '\(text.prefix(64))' is unknown and left out",
      remedy: "write one of \(OrganizationKind.allCases.map(\.rawValue).joined(separator: ", "))", line: line)
    return nil
  }

  private static func country(_ text: String) -> String? { CountryName.code(text) ?? CountryCode.normalized(text) }
}
