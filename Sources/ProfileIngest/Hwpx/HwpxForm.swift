import ResearchProfiles

/// Turns a HWPX form into an application.
enum HwpxForm {
  /// The file's name without folders and ending: the id of what has none.
  static func id(ofFile path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lowercased().hasSuffix(".hwpx") ? String(name.dropLast(5)) : name
  }

  /// - Throws: where a part is damaged or too large, or the document holds no text.
  static func read(
    _ package: WorkbookPackage, limits: IngestLimits, name: String
  ) throws(IngestError) -> ApplicationFile {
    let document: HwpxDocument
    do throws(WorkbookPartFailure) {
      document = try HwpxDocument(package, limits: limits)
    } catch {
      throw error.error(path: name)
    }
    var cells: [ApplicationColumn: String] = [:]
    var rest: [String] = []
    for (label, text) in document.labelled() {
      if let column = ApplicationColumn(heading: label) {
        cells[column] = cells[column].map { $0 + "\n" + text } ?? text
      } else if HeadingVocabulary.meaning(of: label, in: .evidence(.statement))?.field != .personal {
        rest.append(text)
      }
    }
    let prose = document.prose + rest
    if !prose.isEmpty { cells[.summary] = ([cells[.summary]].compactMap { $0 } + prose).joined(separator: "\n") }
    guard cells[.title] != nil || cells[.summary] != nil || cells[.needs] != nil else {
      throw .notApplications(
        path: name, found: "an HWP document (.hwpx) without text", remedy: "check that it is the right one")
    }
    if cells[.title] == nil { cells[.title] = document.firstLine }
    if cells[.id] == nil { cells[.id] = id(ofFile: name) }
    let columns = ApplicationColumn.allCases.filter { cells[$0] != nil }
    let collector = ApplicationCollector(file: name, limits: limits)
    ApplicationTable(limits: limits).map(
      TableRow(line: 1, cells: columns.map { cells[$0] ?? "" }), columns, hasID: true, into: collector)
    return collector.finished()
  }
}
