/// Reads the paragraphs and tables of one section.
final class HwpxSectionReader: WorkbookPartReader {
  private enum Element: String, CaseIterable, Sendable {
    case section = "sec"
    case paragraph = "p"
    case run
    case text = "t"
    case table = "tbl"
    case row = "tr"
    case cell = "tc"
    case list = "subList"

    static let vocabulary = XMLVocabulary<Element>()
  }

  private enum State {
    static let section: UInt8 = 1
    static let paragraph: UInt8 = 2
    static let run: UInt8 = 3
    static let text: UInt8 = 4
    static let table: UInt8 = 5
    static let row: UInt8 = 6
    static let cell: UInt8 = 7
    static let list: UInt8 = 8
  }

  /// A table that is open; tables can stand in cells.
  private struct OpenTable {
    var rows: [[String]] = []
    var row: [String] = []
    /// Paragraphs of the cell that is open.
    var cell: [String] = []
    /// The paragraph that goes on after the table.
    var outerParagraph = ""
  }

  private let byteLimit: Int
  private(set) var blocks: [HwpxDocument.Block] = []
  private(set) var byteCount = 0
  private(set) var isFinished = false
  private var tables: [OpenTable] = []
  private var paragraph = ""

  /// - Parameter byteLimit: of text, after which reading ends.
  init(byteLimit: Int) { self.byteLimit = byteLimit }

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep {
    switch (state, element.name(in: Element.vocabulary)) {
    case (0, .section): return .descend(State.section)
    case (State.section, .paragraph), (State.list, .paragraph): return .descend(State.paragraph)
    case (State.paragraph, .run): return .descend(State.run)
    case (State.run, .text): return .text(State.text)
    case (State.run, .table):
      tables.append(OpenTable(outerParagraph: paragraph))
      paragraph = ""
      return .descend(State.table)
    case (State.table, .row): return .descend(State.row)
    case (State.row, .cell): return .descend(State.cell)
    case (State.cell, .list): return .descend(State.list)
    default: return .skip
    }
  }

  func leave(_ state: UInt8, text: XMLText, line: Int) {
    switch state {
    case State.text:
      byteCount += text.count
      if byteCount > byteLimit { isFinished = true }
      paragraph += String(decoding: text, as: UTF8.self)
    case State.paragraph: endParagraph()
    case State.cell: endCell()
    case State.row:
      guard let last = tables.indices.last else { return }
      tables[last].rows.append(tables[last].row)
      tables[last].row = []
    case State.table:
      guard let table = tables.popLast() else { return }
      blocks.append(.table(table.rows))
      paragraph = table.outerParagraph
    default: break
    }
  }

  func abandonRecord(reason: IngestText, remedy: IngestText) {}

  private func endParagraph() {
    let text = FieldText.line(paragraph)
    paragraph = ""
    guard !text.isEmpty else { return }
    if let last = tables.indices.last { tables[last].cell.append(text) } else { blocks.append(.paragraph(text)) }
  }

  private func endCell() {
    guard let last = tables.indices.last else { return }
    tables[last].row.append(tables[last].cell.joined(separator: "\n"))
    tables[last].cell = []
    byteCount += 16
  }
}
