/// Writes tables as a workbook: one sheet a table, with bold headings that stay in sight and can be filtered by, columns as
/// wide as what they hold, dates as dates in Seoul's time, numbers as numbers, and every text as text: one that begins with
/// `=` is never a formula.
///
/// Rows go to disk as they come, so that a workbook takes as much memory as its longest row. Equal tables make equal bytes.
public struct XLSXWriting: Sendable {
  /// Seconds since 1970: the time that stands in the file's properties.
  public var created: Int64
  /// Who is named as the author in the file's properties.
  public var author: String
  /// Rows that a sheet holds, headings included; a longer table goes on in a further sheet.
  package var sheetRowLimit = 1_048_576

  static let columnLimit = 16_384

  public init(created: Int64, author: String = "Moim") {
    self.created = created
    self.author = author
  }

  /// Writes a file that only its owner may read, over one that is there.
  ///
  /// - Parameter path: in a folder where parts of the file may lie while it is written; they have no name there.
  @discardableResult
  public func write(_ tables: [Table], to path: String) throws(TableWritingError) -> TableWritingReport {
    for table in tables where table.headings.count > Self.columnLimit {
      throw .tooManyColumns(table: table.name, count: table.headings.count, limit: Self.columnLimit)
    }
    let file = try WorkbookFile(path: path, created: created, author: author)
    var report = TableWritingReport()
    var names = SheetName()
    for table in tables.isEmpty ? [Table(name: "", headings: [])] : tables {
      var start = 0
      repeat {
        let name = names.legal(table.name)
        report.sheetNames.append(name)
        let end = min(table.rows.count, start + max(1, sheetRowLimit - 1))
        var sheet = SheetWriting(headings: table.headings, report: report)
        try file.beginSheet(name)
        try sheet.write(table.rows[start..<end], to: file)
        report = sheet.report
        start = end
      } while start < table.rows.count
    }
    try file.finish()
    return report
  }

  /// The bytes of the file.
  ///
  /// - Parameter temporaryFolder: where it lies until it was read; it is removed then, also after an error.
  public func bytes(_ tables: [Table], temporaryFolder: String) throws(TableWritingError) -> [UInt8] {
    let file = try TemporaryFile(folder: temporaryFolder)
    try write(tables, to: file.path)
    return try file.contents()
  }
}
