/// Reads whole tables from CSV (UTF-8, UTF-16, CP949; commas, semicolons or tabs) and from Excel workbooks.
public struct PlainTableReader: Sendable {
  public let limits: IngestLimits

  public init(limits: IngestLimits = IngestLimits()) { self.limits = limits }

  /// The file's tables: one of CSV, of a workbook one for each visible sheet that has rows.
  ///
  /// - Parameters:
  ///   - content: the bytes of a file.
  ///   - name: what messages call it.
  /// - Throws: ``IngestError`` where the bytes are no table, or more than the limits allow.
  /// - Complexity: linear in the unpacked bytes, all in memory.
  public func read(_ content: [UInt8], name: String) throws(IngestError) -> [PlainTable] {
    guard content.count <= limits.applicationFileByteCount else {
      throw .tooLarge(path: name, limit: limits.applicationFileByteCount)
    }
    let kind = ContentKind(head: content.prefix(4096))
    switch kind {
    case .zip: return try workbook(content, name: name)
    case .empty: throw .notApplications(path: name, found: "nothing: it is empty", remedy: "export it again")
    case .other where content.starts(with: ForeignOfficeFile.compoundSignature):
      throw ForeignOfficeFile.compoundError(content, path: name)
    case .other where kind.isText: return [try delimited(content, kind, name: name)]
    default:
      throw .notApplications(
        path: name, found: "something else than a table", remedy: "export the answers as CSV or .xlsx")
    }
  }

  // MARK: Text

  private func delimited(_ content: [UInt8], _ kind: ContentKind, name: String) throws(IngestError) -> PlainTable {
    var table = PlainTable()
    let decision = EncodingDecision(head: content.prefix(64 << 10), kind: kind, forced: nil)
    table.notes += decision.notes.map(\.reason)
    var text = content
    if let encoding = decision.encoding {
      do throws(ByteSourceFailure) {
        let source = try TranscodedBytes(ByteChunks(MemoryBytes(content)), encoding: encoding)
        text = try ByteChunks(source).allBytes(limit: 2 * limits.applicationFileByteCount)
        table.notes += decision.finalNotes(source).map(\.reason)
      } catch {
        throw .unreadable(path: name, reason: error.reason, remedy: error.remedy)
      }
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    let separator = DelimitedTableReader.separator(of: Array(text.prefix(64 << 10))) ?? 0x2C
    var scanner = CSVRowScanner(separator: separator, rowByteLimit: limits.recordByteCount)
    var (rows, defects): ([PlainTable.Row], [PlainTable.Defect]) = ([], [])
    func take(_ event: CSVRowScanner.Event) {
      switch event {
      case .row(let row): rows.append(.init(line: row.line, cells: Self.trimmed(row.cells)))
      case .defect(let line, let reason, let remedy):
        defects.append(.init(line: line, reason: reason, remedy: remedy))
      }
    }
    scanner.feed(text, count: text.count, take)
    scanner.finish(take)
    (table.rows, table.defects) = (rows, defects)
    return table
  }

  // MARK: Workbooks

  private func workbook(_ content: [UInt8], name: String) throws(IngestError) -> [PlainTable] {
    do throws(ByteSourceFailure) {
      let package = try WorkbookPackage(content, limits: limits)
      do throws(WorkbookPartFailure) {
        guard let contents = try WorkbookContents(package, limits: limits) else {
          throw WorkbookPartFailure(part: "", reason: "", remedy: "")
        }
        return contents.visibleSheets.compactMap { sheet($0, contents, package) }
      } catch  where error.part.isEmpty {
        throw ByteSourceFailure(
          reason: "it is no workbook (.xlsx) that can be read", remedy: "save it as .xlsx or export it as CSV")
      } catch {
        throw error.failure
      }
    } catch {
      throw .unreadable(path: name, reason: error.reason, remedy: error.remedy)
    }
  }

  /// `nil` where the sheet has no rows.
  private func sheet(
    _ sheet: WorkbookContents.Sheet, _ contents: WorkbookContents, _ package: WorkbookPackage
  ) -> PlainTable? {
    var table = PlainTable(sheet: sheet.name)
    var cellText = contents.cellText
    cellText.keepsTimeOfDay = true
    let byteLimit = limits.applicationFileByteCount
    var byteCount = 0
    var (rows, defects): ([PlainTable.Row], [PlainTable.Defect]) = ([], [])
    var notes: [IngestText] = []
    let reader = SheetReader(
      cellText: cellText,
      take: { row in
        var cells: [String] = []
        for (column, text) in row.cells where column < CSVRowScanner.mostCells {
          while cells.count < column { cells.append("") }
          cells.append(text)
        }
        byteCount += cells.reduce(0) { $0 + $1.utf8.count + 16 }
        guard byteCount <= byteLimit else {
          defects.append(
            .init(line: row.number, reason: "the sheet is too large from here on", remedy: "divide the workbook"))
          return false
        }
        rows.append(.init(line: row.number, cells: cells))
        return true
      },
      report: { defect, row in
        if case .tooLarge(let reason, let remedy) = defect {
          defects.append(.init(line: row, reason: reason, remedy: remedy))
        } else if notes.count < 20 {
          notes.append("row \(row): \(defect.finding)")
        }
      })
    do throws(WorkbookPartFailure) {
      try package.read(sheet.part, into: reader)
    } catch {
      defects.append(
        .init(
          line: max(1, reader.lastRow), reason: "\(error.failure.reason); this row or what follows is unread",
          remedy: error.remedy))
    }
    (table.rows, table.defects, table.notes) = (rows, defects, notes)
    return rows.isEmpty && defects.isEmpty ? nil : table
  }

  private static func trimmed(_ cells: [String]) -> [String] {
    var cells = cells
    while let last = cells.last, last.utf8.allSatisfy({ $0 <= 0x20 }) { cells.removeLast() }
    return cells
  }
}
