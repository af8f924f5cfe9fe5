/// Writes cells for spreadsheets.
enum CSVText {
  /// One row, ended by CR LF as RFC 4180 has it.
  static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// A cell in quotation marks where it needs them. One that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, or a
  /// tab or CR at its beginning) gets an apostrophe before it; so does one that begins with apostrophes before such a
  /// character, so that taking one off always gives the text back.
  static func cell(_ text: String) -> String {
    var text = text
    if let first = text.drop(while: { $0 == "'" }).unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      text = "'" + text
    }
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x09].contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
