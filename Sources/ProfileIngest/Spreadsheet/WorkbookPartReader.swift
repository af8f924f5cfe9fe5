/// Takes the events of one XML part of a workbook.
protocol WorkbookPartReader: XMLEventHandler {
  /// Whether nothing of what follows in the part is wanted: it is not unpacked any further.
  var isFinished: Bool { get }
}

extension WorkbookPartReader {
  var isFinished: Bool { false }
}
