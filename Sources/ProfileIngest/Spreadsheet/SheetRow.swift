/// The cells of a row that hold something.
struct SheetRow {
  /// As the spreadsheet program numbers it, from 1.
  let number: Int
  /// Whether the spreadsheet program does not show it: filtered, folded or hidden by hand.
  let isHidden: Bool
  /// Texts that are more than blanks, by column from 0.
  private(set) var cells: [(column: Int, text: String)] = []

  init(number: Int, isHidden: Bool = false) {
    self.number = number
    self.isHidden = isHidden
  }

  var isBlank: Bool { cells.isEmpty }

  mutating func append(_ text: String, column: Int) {
    if text.utf8.contains(where: { $0 > 0x20 }) { cells.append((column, text)) }
  }

  /// Puts the cells into the order of their columns, if the file did not; of several in one place the last one stands.
  ///
  /// - Complexity: O(n log n) for n cells; linear where they are in order.
  mutating func sort() {
    guard zip(cells, cells.dropFirst()).contains(where: { $0.column >= $1.column }) else { return }
    let sorted = cells.enumerated().sorted { ($0.element.column, $0.offset) < ($1.element.column, $1.offset) }
    cells.removeAll(keepingCapacity: true)
    for (_, cell) in sorted {
      if cells.last?.column == cell.column { cells.removeLast() }
      cells.append(cell)
    }
  }
}
