/// What a workbook's main part and those beside it say: which sheets there are and what their cells mean.
struct WorkbookContents {
  struct Sheet {
    var name: String
    var part: String
  }

  /// Visible sheets of cells (not of charts), in the order of their tabs.
  private(set) var visibleSheets: [Sheet] = []
  private(set) var cellText = CellText()
  /// Names of sheets that are not shown.
  private(set) var hiddenSheetNames: [String] = []

  /// - Returns: `nil` where the package holds no workbook.
  /// - Throws: where a part is damaged or too large.
  init?(_ package: WorkbookPackage, limits: IngestLimits) throws(WorkbookPartFailure) {
    let root = RelationshipReader()
    if package.contains("_rels/.rels") { try package.read("_rels/.rels", into: root) }
    let main = PartName.resolved(root.target(ofKind: "officeDocument") ?? "xl/workbook.xml", from: "")
    // Macros do not matter, but the binary format (.xlsb) has no XML here.
    guard package.contains(main), main.lowercased().hasSuffix(".xml") else { return nil }
    let index = WorkbookIndexReader()
    try package.read(main, into: index)
    guard index.isWorkbook else { return nil }
    let relationships = RelationshipReader()
    try package.read(PartName.relationships(of: main), into: relationships)

    let targets = Dictionary(
      relationships.relationships.filter { $0.kind == "worksheet" }.map { ($0.id, $0.target) },
      uniquingKeysWith: { first, _ in first })
    for sheet in index.sheets {
      guard sheet.isVisible else {
        hiddenSheetNames.append(sheet.name)
        continue
      }
      guard let target = targets[sheet.relationshipID] else { continue }
      visibleSheets.append(Sheet(name: sheet.name, part: PartName.resolved(target, from: main)))
    }
    cellText.countsDaysFrom1904 = index.countsDaysFrom1904
    if let target = relationships.target(ofKind: "styles") {
      let styles = StyleReader()
      try package.read(PartName.resolved(target, from: main), into: styles)
      cellText.formats = styles.formats
    }
    if let target = relationships.target(ofKind: "sharedStrings") {
      let part = PartName.resolved(target, from: main)
      let strings = SharedStringReader(limits: limits)
      try package.read(part, into: strings)
      if strings.isOverfull {
        throw WorkbookPartFailure(
          part: part,
          reason:
            "it holds more than \(limits.sharedStringCount) texts or \(limits.sharedStringByteCount) bytes of text",
          remedy: "copy the sheet of applications into a workbook of its own")
      }
      cellText.strings = strings.strings
    }
  }
}
