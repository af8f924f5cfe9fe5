/// Reads the rows and merged cells of one sheet, row by row.
final class SheetReader: WorkbookPartReader {
  /// Something in a row that could not be taken as it stands.
  enum Defect: Equatable {
    case errorValue(String)
    case missingText
    case formulaWithoutValue
    case outsideSheet
    case unordered
    case tooLarge(reason: IngestText, remedy: IngestText)
  }

  private enum Element: String, CaseIterable, Sendable {
    case worksheet, sheetData, row, mergeCells, mergeCell
    case cell = "c"
    case value = "v"
    case formula = "f"
    case inlineText = "is"
    case run = "r"
    case text = "t"

    static let vocabulary = XMLVocabulary<Element>()
  }

  private enum State {
    static let worksheet: UInt8 = 1
    static let data: UInt8 = 2
    static let row: UInt8 = 3
    static let cell: UInt8 = 4
    static let value: UInt8 = 5
    static let inlineText: UInt8 = 6
    static let run: UInt8 = 7
    static let text: UInt8 = 8
    static let merges: UInt8 = 9
  }

  private static let mostMerges = 100_000

  private let cellText: CellText
  /// Rows beyond so many that are not blank are passed over.
  private let rowLimit: Int
  private let take: (SheetRow) -> Bool
  private let report: (Defect, Int) -> Void

  /// Merged cells that begin in the rows that were taken.
  private(set) var merges: [CellRange] = []
  private(set) var rowCount = 0
  /// The row that was begun last, from 1. Rows ascend: one that is numbered otherwise follows the one before it.
  private(set) var lastRow = 0
  private(set) var isFinished = false

  private var row = SheetRow(number: 0)
  private var column = 0
  private var lastColumn = -1
  private var kind: String?
  private var style = 0
  private var value: [UInt8] = []
  private var hasFormula = false
  private var lastTakenRow = 0

  /// - Parameters:
  ///   - take: is given each row that is not blank; says whether more are wanted.
  ///   - report: is given what is wrong, with the row's number.
  init(
    cellText: CellText, rowLimit: Int = .max, take: @escaping (SheetRow) -> Bool,
    report: @escaping (Defect, Int) -> Void = { _, _ in }
  ) {
    self.cellText = cellText
    self.rowLimit = rowLimit
    self.take = take
    self.report = report
  }

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep {
    switch (state, element.name(in: Element.vocabulary)) {
    case (0, .worksheet): return .descend(State.worksheet)
    case (State.worksheet, .sheetData): return .descend(State.data)
    case (State.worksheet, .mergeCells): return .descend(State.merges)
    case (State.merges, .mergeCell):
      if merges.count < Self.mostMerges, let range = element.attribute("ref").flatMap({ CellRange($0) }),
        range.rows.lowerBound <= lastTakenRow
      {
        merges.append(range)
      }
      return .skip
    case (State.data, .row): return beginRow(element)
    case (State.row, .cell): return beginCell(element)
    case (State.cell, .value): return .text(State.value)
    case (State.cell, .inlineText): return .descend(State.inlineText)
    case (State.cell, .formula):
      hasFormula = true
      return .skip
    case (State.inlineText, .run): return .descend(State.run)
    case (State.inlineText, .text), (State.run, .text): return .text(State.text)
    default: return .skip
    }
  }

  func leave(_ state: UInt8, text: XMLText, line: Int) {
    switch state {
    case State.value where kind != "inlineStr":
      value.removeAll(keepingCapacity: true)
      value += text
    case State.text where kind == "inlineStr": value += text
    case State.cell: endCell()
    case State.row: endRow()
    default: break
    }
  }

  func abandonRecord(reason: IngestText, remedy: IngestText) {
    report(.tooLarge(reason: reason, remedy: remedy), row.number)
    row = SheetRow(number: 0)
  }

  private func beginRow(_ element: borrowing XMLElement) -> XMLStep {
    var number = element.attribute("r").flatMap { Int($0) } ?? lastRow + 1
    guard rowCount < rowLimit, !isFinished else { return .skip }
    if number >= 1, number <= lastRow {
      report(.unordered, number)
      number = lastRow + 1
    }
    guard number >= 1, number <= CellReference.mostRows else {
      report(.outsideSheet, CellReference.mostRows)
      return .skip
    }
    lastRow = number
    lastColumn = -1
    let hidden = element.attribute("hidden")
    row = SheetRow(number: number, isHidden: hidden == "1" || hidden == "true")
    return .record(State.row)
  }

  private func beginCell(_ element: borrowing XMLElement) -> XMLStep {
    column = element.attribute("r").flatMap { CellReference($0)?.column } ?? lastColumn + 1
    lastColumn = column
    guard column < CellReference.mostColumns else {
      report(.outsideSheet, row.number)
      return .skip
    }
    kind = element.attribute("t")
    style = element.attribute("s").flatMap { Int($0) } ?? 0
    value.removeAll(keepingCapacity: value.capacity <= 1 << 16)
    hasFormula = false
    return .descend(State.cell)
  }

  private func endCell() {
    guard !value.isEmpty else {
      if hasFormula { report(.formulaWithoutValue, row.number) }
      return
    }
    switch cellText.outcome(of: value, kind: kind, style: style) {
    case .text(let text): row.append(text, column: column)
    case .error(let error): report(.errorValue(error), row.number)
    case .missing: report(.missingText, row.number)
    }
  }

  private func endRow() {
    guard !row.isBlank else { return }
    row.sort()
    rowCount += 1
    lastTakenRow = max(lastTakenRow, row.number)
    if !take(row) { isFinished = true }
  }
}
