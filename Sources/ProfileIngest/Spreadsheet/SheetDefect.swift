extension SheetReader.Defect {
  var finding: IngestText {
    switch self {
    case .errorValue(let text): "a cell holds the error '\(text.prefix(32))' and is left out"
    case .missingText: "a cell refers to a text that the workbook lacks, and is left out"
    case .formulaWithoutValue: "a cell holds a formula without its value and is left out"
    case .outsideSheet: "cells beyond column XFD or row 1,048,576, where no sheet has any, are ignored"
    case .unordered: "rows are not numbered in ascending order: they are read in the order of the file"
    case .tooLarge(let reason, _): reason
    }
  }

  var advice: IngestText {
    switch self {
    case .errorValue: "correct the cell's formula"
    case .missingText, .formulaWithoutValue, .outsideSheet, .unordered: WorkbookPartFailure.usualRemedy
    case .tooLarge(_, let remedy): remedy
    }
  }

  func tell(_ collector: RecordCollector, row: Int) {
    if case .tooLarge = self {
      collector.reject(line: row, reason: finding, remedy: advice)
    } else {
      collector.note(finding, remedy: advice, line: row)
    }
  }
}
