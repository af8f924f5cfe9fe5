import ResearchProfiles

/// The text of a HWPX document (한글, KS X 6101): its paragraphs and the cells of its tables, in reading order.
///
/// Pictures, notes, headers and fields are left out.
struct HwpxDocument: Equatable {
  enum Block: Equatable {
    case paragraph(String)
    /// Rows of cells; merged cells stand once.
    case table([[String]])
  }

  private(set) var blocks: [Block] = []

  /// - Throws: where a part is absent, damaged or too large.
  init(_ package: WorkbookPackage, limits: IngestLimits) throws(WorkbookPartFailure) {
    var number = 0
    var byteCount = 0
    while package.contains(Self.section(number)) {
      let reader = HwpxSectionReader(byteLimit: limits.applicationFileByteCount - byteCount)
      try package.read(Self.section(number), into: reader)
      blocks += reader.blocks
      byteCount += reader.byteCount
      if reader.isFinished {
        throw WorkbookPartFailure(
          part: Self.section(number), reason: "it holds more than \(limits.applicationFileByteCount) bytes of text",
          remedy: "divide the document")
      }
      number += 1
    }
  }

  static func section(_ number: Int) -> String { "Contents/section\(number).xml" }

  /// Whether a package is such a document.
  static func isPackage(_ entryNames: [String]) -> Bool { entryNames.contains(section(0)) }

  /// The first paragraph or cell that holds something: what a form is called.
  var firstLine: String {
    for block in blocks {
      switch block {
      case .paragraph(let text): return text
      case .table(let rows):
        if let cell = rows.joined().first(where: { !$0.isEmpty }) { return FieldText.line(cell) }
      }
    }
    return ""
  }

  /// Paragraphs outside tables that are more than headings.
  var prose: [String] {
    blocks.compactMap { block in
      if case .paragraph(let text) = block, text.count >= 15, Self.labelled(text) == nil { text } else { nil }
    }
  }

  /// What stands under a label: in the cell beside it, in the cells below where a table's first row holds labels only, or
  /// after a colon.
  func labelled() -> [(label: String, text: String)] {
    var found: [(label: String, text: String)] = []
    for block in blocks {
      switch block {
      case .paragraph(let text): if let pair = Self.labelled(text) { found.append(pair) }
      case .table(let rows): Self.takeLabels(of: rows, into: &found)
      }
    }
    return found.filter { !$0.label.isEmpty && !$0.text.isEmpty }
  }

  private static func labelled(_ paragraph: String) -> (label: String, text: String)? {
    guard let colon = paragraph.firstIndex(where: { $0 == ":" || $0 == "：" }), isLabel(String(paragraph[..<colon]))
    else { return nil }
    return (label(String(paragraph[..<colon])), FieldText.line(String(paragraph[paragraph.index(after: colon)...])))
  }

  private static func takeLabels(of rows: [[String]], into found: inout [(label: String, text: String)]) {
    if let first = rows.first, first.count > 1, first.allSatisfy(isLabel), rows.count > 1,
      rows[1...].allSatisfy({ $0.count == first.count && !$0.allSatisfy(isLabel) })
    {
      for row in rows[1...] {
        for (label, text) in zip(first, row) { found.append((self.label(label), text)) }
      }
      return
    }
    for row in rows {
      // A merged cell on the left may name a group; the label is the one beside the text.
      var index = 0
      while index + 1 < row.count {
        // A text can be a word that is a label elsewhere: then another label follows it, or nothing.
        let isFollowed = index + 2 == row.count || isLabel(row[index + 2])
        if isLabel(row[index]), isFollowed || !isLabel(row[index + 1]) {
          found.append((label(row[index]), row[index + 1]))
          index += 2
        } else {
          index += 1
        }
      }
    }
  }

  /// Whether a cell holds a heading that forms use.
  private static func isLabel(_ text: String) -> Bool {
    let label = label(text)
    guard !label.isEmpty, label.count <= 40 else { return false }
    if ApplicationColumn(heading: label) != nil || HeadingVocabulary.isOfApplications(label) { return true }
    return HeadingVocabulary.meaning(of: label, in: .organization)?.isExact == true
      || HeadingVocabulary.meaning(of: label, in: .evidence(.statement))?.isExact == true
  }

  /// A label without its number: "1. 과제명", "○ 과제명".
  private static func label(_ text: String) -> String {
    let line = FieldText.line(text)
    return String(line.drop { $0.isNumber || ".) ○●□■◦※*·▪-".contains($0) })
  }
}
