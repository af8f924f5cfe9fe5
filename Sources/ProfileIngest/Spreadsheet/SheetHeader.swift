/// The row of a sheet that names its columns: often not the first one, and over several rows where cells are merged.
struct SheetHeader {
  /// The rows it stands in.
  var rows: ClosedRange<Int>
  /// By column from 0; empty for columns without a name. The last one is not empty.
  var headings: [String]
  /// For each column, where its values belong: to itself, or to the first of the columns under one merged heading.
  var targets: [Int]
  /// Whether applications can be read by these names.
  var namesApplications = false

  /// Rows that are looked through for it, blank ones not counted.
  static let searchedRowCount = 20
  private static let mostHeadingRows = 5

  /// Finds the first row that names columns of applications; without one, the first of the rows with the most cells.
  ///
  /// - Parameters:
  ///   - rows: the first rows of a sheet that are not blank, ascending.
  ///   - merges: merged cells that begin in these rows.
  /// - Complexity: linear in the columns and merged cells for each row.
  init?(rows: [SheetRow], merges: [CellRange]) {
    var widest: SheetHeader?
    for place in rows.indices {
      let header = SheetHeader(from: rows[place...], merges: merges) { ApplicationColumn(heading: $0) != nil }
      let columns = header.headings.compactMap { ApplicationColumn(heading: $0) }
      // A lone word under a title is no list of columns.
      if !Set(columns).isDisjoint(with: ApplicationTable.telling), place == 0 || columns.count > 1 {
        self = header
        namesApplications = true
        return
      }
      if header.headingCount > widest?.headingCount ?? 0 { widest = header }
    }
    guard let widest else { return nil }
    self = widest
  }

  var headingCount: Int { headings.count { !$0.isEmpty } }

  /// The header that begins with the first of these rows.
  ///
  /// - Parameters:
  ///   - rows: ascending, at least one.
  ///   - knows: whether a heading is one that somebody uses.
  init(from rows: ArraySlice<SheetRow>, merges: [CellRange], knows: (String) -> Bool) {
    let top = rows[rows.startIndex].number
    // Merged cells that reach down say how many rows belong to it.
    let bottom = min(
      merges.filter { $0.rows.lowerBound == top }.map(\.rows.upperBound).max() ?? top, top + Self.mostHeadingRows - 1)
    let block = rows.prefix { $0.number <= bottom }
    var merges = merges.filter { $0.rows.lowerBound >= top && $0.rows.lowerBound <= bottom }
    // No sheet has cells that are merged twice; in one that pretends to, the first stands and the work stays small.
    merges.sort { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
    let width =
      1 + max(block.compactMap { $0.cells.last?.column }.max() ?? -1, merges.map(\.columns.upperBound).max() ?? -1)
    var texts = [[String?]](repeating: Array(repeating: nil, count: width), count: bottom - top + 1)
    for row in block {
      for cell in row.cells { texts[row.number - top][cell.column] = FieldText.line(cell.text) }
    }
    var targets = Array(0..<width)
    var isMerged = [[Bool]](repeating: Array(repeating: false, count: width), count: bottom - top + 1)
    for merge in merges {
      guard let text = texts[merge.rows.lowerBound - top][merge.columns.lowerBound] else { continue }
      for row in merge.rows.clamped(to: top...bottom) {
        for column in merge.columns {
          if isMerged[row - top][column] { break }
          isMerged[row - top][column] = true
          texts[row - top][column] = text
          if row == bottom { targets[column] = merge.columns.lowerBound }
        }
      }
    }
    var headings = (0..<width).map { column in
      targets[column] == column ? Self.heading(texts.compactMap { $0[column] }, knows) : ""
    }
    while headings.last?.isEmpty == true { headings.removeLast() }
    self.rows = top...bottom
    self.headings = headings
    self.targets = targets
  }

  /// One name out of the texts above each other: all of them, unless only the lowest is known.
  private static func heading(_ texts: [String], _ knows: (String) -> Bool) -> String {
    var parts: [String] = []
    for text in texts where parts.last != text { parts.append(text) }
    let all = parts.joined(separator: " ")
    guard let last = parts.last, !knows(all), knows(last) else { return all }
    return last
  }

  /// The row's cells under the headings; values of several cells under one heading become lines.
  ///
  /// - Returns: cells up to the last one that holds something, and whether cells without a heading are left out.
  func cells(of row: SheetRow) -> (cells: [String], hasUnnamed: Bool) {
    var cells: [String] = []
    var hasUnnamed = false
    for (column, text) in row.cells {
      let target = targets.indices.contains(column) ? targets[column] : column
      guard headings.indices.contains(target), !headings[target].isEmpty else {
        hasUnnamed = true
        continue
      }
      while cells.count <= target { cells.append("") }
      cells[target] += cells[target].isEmpty ? text : "\n" + text
    }
    return (cells, hasUnnamed)
  }
}
