public import ProfileIngest

/// The answers to a form as a form service exports them: a line of headings and a row for each answer.
public struct FormServiceExport: Sendable {
  public let name: String
  /// The sheet of a workbook.
  public let sheet: String?
  /// As they stand.
  public let headings: [String]
  /// Below the headings, in their order.
  public let rows: [PlainTable.Row]
  /// Rows that could not be read.
  public let defects: [PlainTable.Defect]
  public let notes: [IngestText]
  /// What the columns seem to hold.
  public let guess: HeadingMapping

  private static let searchedRowCount = 20

  /// Finds the table and its headings in CSV (UTF-8, UTF-16 or CP949) or an Excel workbook.
  ///
  /// - Throws: where the file is none, or none of its first rows holds headings that the form knows.
  public init(
    _ content: [UInt8], name: String, form: IntakeForm = .standard, limits: IngestLimits = IngestLimits()
  ) throws(FormImportError) {
    let tables: [PlainTable]
    do throws(IngestError) {
      tables = try PlainTableReader(limits: limits).read(content, name: name)
    } catch {
      throw .unreadable(error)
    }
    let guesser = HeadingGuess(form)
    var best: (table: PlainTable, place: Int, guess: HeadingMapping, count: Int)?
    for table in tables {
      for (place, row) in table.rows.prefix(Self.searchedRowCount).enumerated() {
        let guess = guesser.mapping(of: row.cells)
        let count = guess.columns.count { $0.certainty != .unknown } + guess.columns.count { $0.certainty == .known }
        if count > max(2, best?.count ?? 0) { best = (table, place, guess, count) }
      }
    }
    guard let best else { throw .noHeadings(name: name) }
    self.name = name
    sheet = best.table.sheet
    headings = best.table.rows[best.place].cells
    rows = Array(best.table.rows[(best.place + 1)...])
    defects = best.table.defects
    notes = best.table.notes
    guess = best.guess
  }

  /// By which a corrected mapping is remembered.
  public var fingerprint: String { guess.fingerprint }
}
