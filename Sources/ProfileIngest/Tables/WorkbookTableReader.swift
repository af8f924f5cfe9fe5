/// Reads every visible sheet of an Excel workbook that holds a table of organisations or evidence.
///
/// Rows that are hidden or filtered are read, and counted in a note, unless a mapping says otherwise; hidden sheets are not.
struct WorkbookTableReader: FileReader {
  var formats: [IngestFormat] { [.table] }

  func recognizes(_ sample: ContentSample) -> Bool {
    sample.kind == .zip && sample.entryNames.contains("[Content_Types].xml")
      && sample.entryNames.contains { $0.lowercased().hasPrefix("xl/") }
  }

  func read(_ content: IngestContent, into outlet: PartOutlet) throws {
    guard let archive = content.package else { return }
    let package = try WorkbookPackage(archive, limits: content.options.limits)
    let contents = try contents(of: package, limits: content.options.limits)
    for name in contents.hiddenSheetNames {
      outlet.collector.note(
        "the sheet '\(name.prefix(64))' is hidden and not read", remedy: "show it if it is wanted", line: nil)
    }
    var refusals: [TableBuilder.Refusal] = []
    var hasTable = false
    for sheet in contents.visibleSheets {
      outlet.beginSection(sheet.name, byteCount: content.chunks.byteCount)
      let reading = SheetTableReading(sheet: sheet, contents: contents, package: package, content: content)
      if let refusal = try reading.read(into: outlet) {
        refusals.append(refusal)
        if refusal != .empty {
          outlet.collector.note(
            "the sheet is not read: \(refusal.failure.reason)", remedy: refusal.failure.remedy, line: nil)
        }
      } else {
        hasTable = true
      }
    }
    if !hasTable { throw (refusals.first { $0 != .empty } ?? .empty).failure }
  }

  private func contents(
    of package: WorkbookPackage, limits: IngestLimits
  ) throws(ByteSourceFailure) -> WorkbookContents {
    var contents: WorkbookContents?
    do throws(WorkbookPartFailure) {
      contents = try WorkbookContents(package, limits: limits)
    } catch {
      throw error.failure
    }
    guard let contents else {
      throw ByteSourceFailure(reason: "it is no workbook (.xlsx) that can be read", remedy: "save it as .xlsx")
    }
    return contents
  }
}

extension WorkbookPartFailure {
  /// The failure as one of the whole file.
  var failure: ByteSourceFailure {
    ByteSourceFailure(reason: "\(place): \(reason)", remedy: remedy)
  }
}
