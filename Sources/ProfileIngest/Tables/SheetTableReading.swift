import ResearchProfiles

/// Reads one sheet twice: its first rows and merged cells for the header, then all rows.
struct SheetTableReading {
  let sheet: WorkbookContents.Sheet
  let contents: WorkbookContents
  let package: WorkbookPackage
  let content: IngestContent

  /// - Returns: why the sheet is no table that can be read, or `nil`.
  /// - Throws: what the outlet throws.
  func read(into outlet: PartOutlet) throws -> TableBuilder.Refusal? {
    let collector = outlet.collector
    let builder = TableBuilder(
      name: content.sample.name, sheet: sheet.name, options: content.options, collector: collector)
    var head: [SheetRow] = []
    let scout = SheetReader(
      cellText: contents.cellText, rowLimit: TableBuilder.searchedRowCount + TableGuess.sampleRowCount
    ) { row in
      head.append(row)
      return true
    }
    do throws(WorkbookPartFailure) {
      // To its end: merged cells are listed after all rows.
      try package.read(sheet.part, into: scout)
    } catch {
      // What is damaged further down is told when the rows are read.
      if head.isEmpty { throw error.failure }
    }
    guard let header = header(head, scout.merges, builder) else {
      return builder.refusal ?? unreadable(head, scout.merges, builder)
    }
    try readRows(below: header, builder, outlet)
    return nil
  }

  private func unreadable(
    _ head: [SheetRow], _ merges: [CellRange], _ builder: TableBuilder
  ) -> TableBuilder.Refusal {
    let widest = head.indices.prefix(TableBuilder.searchedRowCount).max { head[$0].cells.count < head[$1].cells.count }
    guard let widest else { return .empty }
    let header = Self.header(head[widest...], merges)
    return builder.unreadable(headings: header.headings, headerRow: header.rows.upperBound)
  }

  /// The header that begins with the first of these rows.
  private static func header(_ rows: ArraySlice<SheetRow>, _ merges: [CellRange]) -> SheetHeader {
    SheetHeader(from: rows, merges: merges) { heading in
      HeadingVocabulary.meaning(of: heading, in: .organization)?.isExact == true
        || HeadingVocabulary.meaning(of: heading, in: .evidence(.statement))?.isExact == true
    }
  }

  private func header(_ head: [SheetRow], _ merges: [CellRange], _ builder: TableBuilder) -> SheetHeader? {
    for place in head.indices.prefix(TableBuilder.searchedRowCount) {
      let header = Self.header(head[place...], merges)
      let samples = head[(place + 1)...].lazy.filter { $0.number > header.rows.upperBound }.map {
        header.cells(of: $0).cells
      }
      if builder.begin(headings: header.headings, headerRow: header.rows.upperBound, samples: Array(samples)) {
        return header
      }
      if builder.refusal != nil { return nil }
    }
    return nil
  }

  private func readRows(below header: SheetHeader, _ builder: TableBuilder, _ outlet: PartOutlet) throws {
    let collector = outlet.collector
    let readsHidden = builder.reading?.mapping.readsHiddenRows ?? true
    var failure: (any Error)?
    let reader = SheetReader(
      cellText: contents.cellText,
      take: { row in
        guard row.number > header.rows.upperBound else { return true }
        if row.isHidden {
          collector.note(
            readsHidden ? "hidden rows are read like others" : "hidden rows are not read, as the mapping says",
            remedy: "to leave them out, write \"hidden_rows\": false among the \"records\" of a mapping file",
            line: row.number)
          if !readsHidden { return true }
        }
        let (cells, hasUnnamed) = header.cells(of: row)
        if hasUnnamed {
          collector.note(
            "cells stand in columns without a name and are ignored",
            remedy: "name every column in row \(header.rows.upperBound)", line: row.number)
        }
        guard !cells.isEmpty, builder.take(TableRow(line: row.number, cells: cells)) else { return cells.isEmpty }
        do {
          try outlet.deliverIfFull(byteCount: content.chunks.byteCount)
        } catch {
          failure = error
          return false
        }
        return true
      }, report: { defect, row in defect.tell(collector, row: row) })
    do throws(WorkbookPartFailure) {
      try package.read(sheet.part, into: reader)
    } catch {
      collector.reject(
        line: max(1, reader.lastRow), reason: "\(error.failure.reason); this row or what follows is unread",
        remedy: error.remedy)
    }
    if let failure { throw failure }
    builder.finish()
  }
}
