extension SheetReader.Defect {
  /// Says what is wrong with a row; a row that is too large is lost.
  func tell(_ collector: RecordCollector, row: Int) {
    switch self {
    case .errorValue(let text):
      collector.note(
        "a cell holds the error '\(text.prefix(32))' and is left out", remedy: "correct the cell's formula", line: row)
    case .missingText:
      collector.note(
        "a cell refers to a text that the workbook lacks, and is left out",
        remedy: WorkbookPartFailure.usualRemedy, line: row)
    case .formulaWithoutValue:
      collector.note(
        "a cell holds a formula without its value and is left out", remedy: WorkbookPartFailure.usualRemedy, line: row)
    case .outsideSheet:
      collector.note(
        "cells beyond column XFD or row 1,048,576, where no sheet has any, are ignored",
        remedy: WorkbookPartFailure.usualRemedy, line: row)
    case .tooLarge(let reason, let remedy): collector.reject(line: row, reason: reason, remedy: remedy)
    }
  }
}
