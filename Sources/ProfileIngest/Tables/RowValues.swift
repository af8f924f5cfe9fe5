import ResearchProfiles

/// The cells of one row by field: from columns, through value maps, or constant.
struct RowValues {
  private let layout: TableLayout
  private let cells: [String]

  init(_ cells: [String], _ layout: TableLayout) {
    self.cells = cells
    self.layout = layout
  }

  /// The texts of a field as they stand, in the order of the columns, without empty ones; the constant where there are none.
  func texts(_ field: TableField) -> [String] {
    var texts: [String] = []
    for column in layout.columns[field] ?? [] where column < cells.count {
      let text = Self.withoutMark(cells[column])
      if text.utf8.contains(where: { $0 > 0x20 }) { texts.append(layout.mapped(text, field)) }
    }
    if texts.isEmpty, let constant = layout.constants[field] { return [constant] }
    return texts
  }

  /// Without the apostrophe that keeps spreadsheets from taking a text for a formula.
  private static func withoutMark(_ cell: String) -> String {
    guard cell.utf8.first == 0x27, let first = cell.drop(while: { $0 == "'" }).unicodeScalars.first,
      "=+-@\t\r".unicodeScalars.contains(first)
    else { return cell }
    return String(cell.dropFirst())
  }

  /// The first text of a field as one line; `nil` where there is none.
  func line(_ field: TableField) -> String? { texts(field).first.map { FieldText.line($0) } }

  /// The texts of a field that is there in several languages, those without a language first.
  func localized(_ make: (String?) -> TableField, keepsLines: Bool = false) -> LocalizedText {
    var result = LocalizedText()
    for language in layout.languages {
      let texts = texts(make(language))
      let text =
        keepsLines ? texts.map { FieldText.paragraphs($0) }.joined(separator: "\n") : FieldText.line(texts.first ?? "")
      result.addBounded(text, language: language)
    }
    return result
  }

  /// The values of every cell of a field.
  func names(_ field: TableField) -> [String] {
    texts(field).flatMap { CellList.names($0, separators: layout.separators) }
  }

  /// The ids of every cell of a field: commas divide them only where no id would hold a blank.
  func ids(_ field: TableField) -> [String] { texts(field).flatMap { CellList.ids($0, separators: layout.separators) } }

  /// `code`, `code=name` or `=name`.
  func classifications() -> [ClassificationCode] {
    var codes: [ClassificationCode] = []
    for scheme in layout.classificationSchemes {
      for text in names(.classification(scheme: scheme)) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let code = FieldText.line(String(parts[0]))
        let name = parts.count > 1 ? FieldText.line(String(parts[1])) : ""
        if code.isEmpty, name.isEmpty { continue }
        codes.addBounded(ClassificationCode(scheme: scheme, code: code, name: name.isEmpty ? nil : name))
      }
    }
    return codes
  }

  func keywords() -> [String] {
    FieldText.distinct(texts(.keywords).flatMap { CellList.keywords($0, separators: layout.separators) })
  }
}
