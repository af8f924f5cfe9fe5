/// One row of a table of CORDIS: a line of CSV or an object of a JSON list, with the same names.
struct CordisRow {
  let values: [String: String]
  let line: Int

  /// The value of a column as one line; `nil` where it is empty or absent.
  func line(_ column: String) -> String? {
    let line = FieldText.line(values[column] ?? "")
    return line.isEmpty ? nil : line
  }

  func paragraphs(_ column: String) -> String { FieldText.paragraphs(values[column] ?? "") }

  /// An id as it stands, but for blanks around it.
  func identifier(_ column: String) -> String { FieldText.identifier(values[column] ?? "") }
}
