/// Why a part of a workbook cannot be read on.
struct WorkbookPartFailure: Error, Equatable {
  var part: String
  var line: Int?
  var reason: IngestText
  var remedy: IngestText

  static let usualRemedy: IngestText = "open it in a spreadsheet program and save it again as .xlsx"

  /// The failure as one of the whole file.
  /// The part, and the line where it is known.
  var place: IngestText { line.map { "\(part), line \($0)" } ?? "\(part)" }

  func error(path: String) -> IngestError {
    .unreadable(path: path, reason: "\(place): \(reason)", remedy: remedy)
  }
}
