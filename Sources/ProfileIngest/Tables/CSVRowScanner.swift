/// Splits a table into rows and cells as RFC 4180 says, chunk by chunk in bounded memory: cells in quotation marks may hold
/// separators, line breaks and doubled quotation marks.
///
/// A quotation mark that is not closed costs its own line only: where none follows within the limit of a row, or to the
/// end, reading goes on with the next line. (What lies between holds none that would open another, so that nothing is read
/// more than twice.)
struct CSVRowScanner {
  enum Event {
    case row(TableRow)
    /// A row that is lost.
    case defect(line: Int, reason: IngestText, remedy: IngestText)
  }

  private enum State {
    case cellStart, inCell, inQuotes, afterQuote
    /// In a line that is longer than the limit.
    case skippingLine
  }

  /// No table has more columns; what is beyond them is not kept.
  static let mostCells = 16_384

  private let separator: UInt8
  private let rowByteLimit: Int
  private var state = State.cellStart
  /// What has been read since the current row began.
  private var buffer: [UInt8] = []
  private var rowStart = 0
  private var index = 0
  private var cells: [String] = []
  private var cell: [UInt8] = []
  private var isBlank = true
  private var rowDefect: (reason: IngestText, remedy: IngestText)?
  private var rowLine = 1
  private var line = 1

  init(separator: UInt8, rowByteLimit: Int) {
    self.separator = separator
    self.rowByteLimit = rowByteLimit
  }

  /// Takes the next bytes; calls `body` for each row that ends in them and is not blank.
  ///
  /// - Parameter bytes: UTF-8; what is none costs its row.
  mutating func feed(_ bytes: [UInt8], count: Int, _ body: (Event) throws -> Void) rethrows {
    if rowStart > 0 {
      buffer.removeSubrange(0..<rowStart)
      index -= rowStart
      rowStart = 0
    }
    buffer += bytes[0..<count]
    try scan(isAtEnd: false, body)
  }

  /// Ends the table.
  mutating func finish(_ body: (Event) throws -> Void) rethrows {
    while true {
      try scan(isAtEnd: true, body)
      if state == .inQuotes {
        try recover(body)
        continue
      }
      if state != .skippingLine { try endRow(body) }
      return
    }
  }

  private mutating func scan(isAtEnd: Bool, _ body: (Event) throws -> Void) rethrows {
    while index < buffer.count {
      switch state {
      case .skippingLine:
        guard let newline = buffer.firstIndex(of: 0x0A, in: index..<buffer.count) else {
          (rowStart, index) = (buffer.count, buffer.count)
          return
        }
        index = newline + 1
        line += 1
        beginRow()
      case .inQuotes:
        let end = buffer.firstIndex(of: 0x22, in: index..<buffer.count) ?? buffer.count
        cell += buffer[index..<end]
        index = end
        if end - rowStart > rowByteLimit {
          try recover(body)
        } else if end < buffer.count {
          index += 1
          state = .afterQuote
        }
      case .afterQuote:
        if buffer[index] == 0x22 {
          cell.append(0x22)
          index += 1
          state = .inQuotes
        } else {
          state = .inCell
        }
      case .cellStart where buffer[index] == 0x22:
        index += 1
        state = .inQuotes
      case .cellStart, .inCell:
        let end = buffer.firstIndex(ofAny: separator, 0x0A, 0x0D, in: index..<buffer.count) ?? buffer.count
        cell += buffer[index..<end]
        index = end
        state = .inCell
        guard end < buffer.count else {
          if buffer.count - rowStart > rowByteLimit { try skipLine(body) }
          break
        }
        if buffer[end] == separator {
          index += 1
          endCell()
        } else if try !endLine(isAtEnd: isAtEnd, body) {
          return
        }
      }
    }
  }

  /// At a line break outside quotation marks.
  ///
  /// - Returns: `false` where the next chunk must tell whether CR is followed by LF.
  private mutating func endLine(isAtEnd: Bool, _ body: (Event) throws -> Void) rethrows -> Bool {
    if buffer[index] == 0x0D {
      guard index + 1 < buffer.count || isAtEnd else { return false }
      if index + 1 < buffer.count, buffer[index + 1] == 0x0A { index += 1 }
    }
    index += 1
    try endRow(body)
    return true
  }

  private mutating func endCell() {
    if isBlank { isBlank = cell.allSatisfy { $0 <= 0x20 } }
    line += cell.count { $0 == 0x0A }
    if cells.count < Self.mostCells {
      if let text = String(validating: cell, as: UTF8.self) {
        cells.append(text)
        if cell.contains(0) { rowDefect = ("a cell holds a NUL character", "export the table again as text") }
      } else {
        rowDefect = ("a cell is no UTF-8", "save the table as 'CSV UTF-8', or state its encoding")
      }
    }
    cell.removeAll(keepingCapacity: cell.capacity <= 1 << 20)
    state = .cellStart
  }

  private mutating func endRow(_ body: (Event) throws -> Void) rethrows {
    endCell()
    if index - rowStart > rowByteLimit { rowDefect = tooLong }
    let event: Event? =
      isBlank
      ? nil
      : rowDefect.map { .defect(line: rowLine, reason: $0.reason, remedy: $0.remedy) }
        ?? .row(TableRow(line: rowLine, cells: cells))
    if index > rowStart { line += 1 }
    beginRow()
    if let event { try body(event) }
  }

  private mutating func beginRow() {
    rowStart = index
    rowLine = line
    cells.removeAll(keepingCapacity: true)
    cell.removeAll(keepingCapacity: cell.capacity <= 1 << 20)
    rowDefect = nil
    isBlank = true
    state = .cellStart
  }

  private mutating func skipLine(_ body: (Event) throws -> Void) rethrows {
    let lostLine = rowLine
    line = rowLine
    (rowStart, index) = (buffer.count, buffer.count)
    (cells, cell) = ([], [])
    state = .skippingLine
    try body(.defect(line: lostLine, reason: tooLong.reason, remedy: tooLong.remedy))
  }

  private var tooLong: (reason: IngestText, remedy: IngestText) {
    (
      "the row is longer than \(rowByteLimit) bytes", "divide or shorten the row; perhaps the file is no table"
    )
  }

  /// Goes on with the line after the one whose quotation mark is not closed.
  private mutating func recover(_ body: (Event) throws -> Void) rethrows {
    let lostLine = rowLine
    guard let newline = buffer.firstIndex(of: 0x0A, in: rowStart..<buffer.count) else {
      line = rowLine
      (rowStart, index) = (buffer.count, buffer.count)
      (cells, cell) = ([], [])
      state = .skippingLine
      return try body(.defect(line: lostLine, reason: Self.unclosed, remedy: Self.unclosedRemedy))
    }
    index = newline + 1
    line = rowLine + 1
    beginRow()
    try body(.defect(line: lostLine, reason: Self.unclosed, remedy: Self.unclosedRemedy))
  }

  private static let unclosed: IngestText = "a quotation mark is not closed"
  private static let unclosedRemedy: IngestText = "close the quotation mark, or double those that belong to the text"
}
