/// Reads the texts that the cells of a workbook share. Runs of rich text are joined; readings above characters (`rPh`) are
/// no part of the text.
final class SharedStringReader: WorkbookPartReader {
  private enum Element: String, CaseIterable, Sendable {
    case table = "sst"
    case item = "si"
    case run = "r"
    case text = "t"

    static let vocabulary = XMLVocabulary<Element>()
  }

  private enum State {
    static let table: UInt8 = 1
    static let item: UInt8 = 2
    static let run: UInt8 = 3
    static let text: UInt8 = 4
  }

  private let limits: IngestLimits
  private(set) var strings = SharedStrings()
  /// Whether there are more texts than the limits allow.
  private(set) var isOverfull = false
  private var current: [UInt8] = []

  init(limits: IngestLimits) { self.limits = limits }

  var isFinished: Bool { isOverfull }

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep {
    switch (state, element.name(in: Element.vocabulary)) {
    case (0, .table): return .descend(State.table)
    case (State.table, .item): return .record(State.item)
    case (State.item, .run): return .descend(State.run)
    case (State.item, .text), (State.run, .text): return .text(State.text)
    default: return .skip
    }
  }

  func leave(_ state: UInt8, text: XMLText, line: Int) {
    switch state {
    case State.text: current += text
    case State.item: endItem()
    default: break
    }
  }

  /// A text that is too large is kept as an empty one, so that the others keep their numbers.
  func abandonRecord(reason: IngestText, remedy: IngestText) {
    current = []
    endItem()
  }

  private func endItem() {
    guard strings.count < limits.sharedStringCount, strings.byteCount + current.count <= limits.sharedStringByteCount
    else {
      isOverfull = true
      return
    }
    strings.append(CellText.unescaped(current))
    current.removeAll(keepingCapacity: current.capacity <= 1 << 20)
  }
}
