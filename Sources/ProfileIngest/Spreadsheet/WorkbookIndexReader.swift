/// Reads a workbook's list of sheets and how it counts days.
final class WorkbookIndexReader: WorkbookPartReader {
  struct Sheet {
    var name: String
    var relationshipID: String
    var isVisible: Bool
  }

  private enum Element: String, CaseIterable, Sendable {
    case workbook, workbookPr, sheets, sheet

    static let vocabulary = XMLVocabulary<Element>()
  }

  private enum State {
    static let workbook: UInt8 = 1
    static let sheets: UInt8 = 2
  }

  private static let mostSheets = 10_000

  /// In the order of their tabs.
  private(set) var sheets: [Sheet] = []
  private(set) var countsDaysFrom1904 = false
  private(set) var isWorkbook = false

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep {
    switch (state, element.name(in: Element.vocabulary)) {
    case (0, .workbook):
      isWorkbook = true
      return .descend(State.workbook)
    case (State.workbook, .workbookPr):
      countsDaysFrom1904 = ["1", "true", "on"].contains(element.attribute("date1904") ?? "")
      return .skip
    case (State.workbook, .sheets): return .descend(State.sheets)
    case (State.sheets, .sheet):
      guard sheets.count < Self.mostSheets, let id = element.attribute("id") else { return .skip }
      let state = element.attribute("state")
      sheets.append(
        Sheet(
          name: element.attribute("name") ?? "", relationshipID: id,
          isVisible: state != "hidden" && state != "veryHidden"))
      return .skip
    default: return .skip
    }
  }

  func leave(_ state: UInt8, text: XMLText, line: Int) {}

  func abandonRecord(reason: IngestText, remedy: IngestText) {}
}
