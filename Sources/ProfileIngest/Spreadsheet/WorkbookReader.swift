/// Reads applications out of an Excel workbook (Office Open XML, ECMA-376 part 1, transitional or strict).
///
/// Of its visible sheets the first one counts that names columns of applications. Formulas are not computed: what the
/// spreadsheet program stored as their values is read. Nothing but text comes of a workbook: no macros, links or pictures.
struct WorkbookReader {
  /// A sheet that has rows.
  private struct Table {
    var sheet: WorkbookContents.Sheet
    var header: SheetHeader
  }

  let limits: IngestLimits

  /// - Parameters:
  ///   - content: a file that begins as a .zip archive.
  ///   - name: what messages call it.
  /// - Throws: where it is no workbook, or none with applications. Of a sheet that is damaged further down, the rows
  ///   before stand.
  /// - Complexity: linear in the unpacked bytes; memory for the shared texts and the applications.
  func read(_ content: [UInt8], name: String) throws(IngestError) -> ApplicationFile {
    let package = try package(content, name: name)
    if package.contains(HwpxDocument.section(0)) { return try HwpxForm.read(package, limits: limits, name: name) }
    guard let contents = try contents(of: package, name: name) else {
      throw ForeignOfficeFile.error(package, path: name)
    }
    let table = try table(in: contents, package, name: name)
    return try applications(of: table, contents, package, name: name)
  }

  private func package(_ content: [UInt8], name: String) throws(IngestError) -> WorkbookPackage {
    do throws(ByteSourceFailure) {
      return try WorkbookPackage(content, limits: limits)
    } catch {
      throw .unreadable(path: name, reason: error.reason, remedy: error.remedy)
    }
  }

  private func contents(of package: WorkbookPackage, name: String) throws(IngestError) -> WorkbookContents? {
    do throws(WorkbookPartFailure) {
      return try WorkbookContents(package, limits: limits)
    } catch {
      throw error.error(path: name)
    }
  }

  /// The sheet to read.
  private func table(
    in contents: WorkbookContents, _ package: WorkbookPackage, name: String
  ) throws(IngestError) -> Table {
    var other: Table?
    for sheet in contents.visibleSheets {
      guard let header = try header(of: sheet, contents, package, name: name) else { continue }
      let table = Table(sheet: sheet, header: header)
      if header.namesApplications { return table }
      if other == nil { other = table }
    }
    let remedy: IngestText =
      "name the columns in the first row: \(ApplicationColumn.advice); title, summary or needs must be among them"
    guard let other else {
      throw .notApplications(path: name, found: "a workbook without a visible sheet that has rows", remedy: remedy)
    }
    throw .notApplications(path: name, found: Self.description(of: other), remedy: remedy)
  }

  private static func description(of table: Table) -> IngestText {
    let headings = table.header.headings.filter { !$0.isEmpty }
    let shown = headings.prefix(20).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
    return headings.count > 20
      ? "a workbook whose sheet '\(table.sheet.name)' has the columns \(shown) and \(headings.count - 20) more"
      : "a workbook whose sheet '\(table.sheet.name)' has the columns \(shown)"
  }

  /// The header of a sheet, `nil` where it has no rows.
  private func header(
    of sheet: WorkbookContents.Sheet, _ contents: WorkbookContents, _ package: WorkbookPackage, name: String
  ) throws(IngestError) -> SheetHeader? {
    var rows: [SheetRow] = []
    let reader = SheetReader(cellText: contents.cellText, rowLimit: SheetHeader.searchedRowCount) { row in
      rows.append(row)
      return true
    }
    do throws(WorkbookPartFailure) {
      // To its end: merged cells are listed after all rows.
      try package.read(sheet.part, into: reader)
    } catch {
      // What is damaged further down is told when the rows are read.
      if rows.isEmpty { throw error.error(path: name) }
    }
    return SheetHeader(rows: rows, merges: reader.merges)
  }

  private func applications(
    of table: Table, _ contents: WorkbookContents, _ package: WorkbookPackage, name: String
  ) throws(IngestError) -> ApplicationFile {
    let header = table.header
    let collector = ApplicationCollector(file: "\(name)!/\(table.sheet.name)", limits: limits)
    let applications = ApplicationTable(limits: limits)
    let columns = try applications.columns(
      of: TableRow(line: header.rows.upperBound, cells: header.headings), name: name, collector)
    let hasID = columns.contains(.id)
    let byteLimit = limits.applicationFileByteCount
    // The table's size if it were a CSV file: texts and separators. Shared texts make workbooks smaller than that.
    var byteCount = 0
    let reader = SheetReader(
      cellText: contents.cellText,
      take: { row in
        guard row.number > header.rows.upperBound else { return true }
        let (cells, hasUnnamed) = header.cells(of: row)
        byteCount += cells.reduce(0) { $0 + $1.utf8.count + 1 }
        guard byteCount <= byteLimit else { return false }
        if hasUnnamed {
          collector.note(
            "cells stand in columns without a name and are ignored",
            remedy: "name every column in row \(header.rows.upperBound)",
            line: row.number)
        }
        if !cells.isEmpty {
          applications.map(TableRow(line: row.number, cells: cells), columns, hasID: hasID, into: collector)
        }
        return true
      }, report: { defect, row in defect.tell(collector.issues, row: row) })
    do throws(WorkbookPartFailure) {
      try package.read(table.sheet.part, into: reader)
    } catch {
      collector.reject(
        line: max(1, reader.lastRow),
        reason: "\(error.place): \(error.reason); this row or what follows is unread",
        remedy: error.remedy)
    }
    if byteCount > byteLimit { throw .tooLarge(path: name, limit: byteLimit) }
    return collector.finished()
  }
}
