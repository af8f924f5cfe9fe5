/// Reads which number format each cell style has.
final class StyleReader: WorkbookPartReader {
  private enum Element: String, CaseIterable, Sendable {
    case styleSheet, numFmts, numFmt, cellXfs, xf

    static let vocabulary = XMLVocabulary<Element>()
  }

  private enum State {
    static let sheet: UInt8 = 1
    static let formats: UInt8 = 2
    static let styles: UInt8 = 3
  }

  /// Excel allows 65,490 cell styles.
  private static let mostStyles = 100_000

  private var customFormats: [Int: NumberFormat] = [:]
  private var formatIDs: [Int] = []

  /// The formats by style number, from 0.
  var formats: [NumberFormat] { formatIDs.map { customFormats[$0] ?? NumberFormat(builtInID: $0) } }

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep {
    switch (state, element.name(in: Element.vocabulary)) {
    case (0, .styleSheet): return .descend(State.sheet)
    case (State.sheet, .numFmts): return .descend(State.formats)
    case (State.sheet, .cellXfs): return .descend(State.styles)
    case (State.formats, .numFmt):
      if customFormats.count < Self.mostStyles, let id = element.attribute("numFmtId").flatMap({ Int($0) }),
        let code = element.attribute("formatCode")
      {
        customFormats[id] = NumberFormat(code: code)
      }
      return .skip
    case (State.styles, .xf):
      if formatIDs.count < Self.mostStyles {
        formatIDs.append(element.attribute("numFmtId").flatMap { Int($0) } ?? 0)
      }
      return .skip
    default: return .skip
    }
  }

  func leave(_ state: UInt8, text: XMLText, line: Int) {}

  func abandonRecord(reason: IngestText, remedy: IngestText) {}
}
