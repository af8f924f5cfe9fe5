/// Why a part of a workbook cannot be read on.
struct WorkbookPartFailure: Error, Equatable {
  var part: String
  var line: Int?
  var reason: String
  var remedy: String

  static let usualRemedy = "open it in a spreadsheet program and save it again as .xlsx"

  /// The failure as one of the whole file.
  func error(path: String) -> IngestError {
    .unreadable(path: path, reason: "\(part)\(line.map { ", line \($0)" } ?? ""): \(reason)", remedy: remedy)
  }
}
