/// Several values in one cell.
enum CellList {
  /// Words that end a company's name after a comma.
  private static let legalForms: Set<String> = [
    "ltd", "inc", "llc", "llp", "co", "corp", "gmbh", "sa", "spa", "bv", "nv", "ag", "plc", "limited", "kg", "srl",
    "pte",
    "lp", "sl", "as", "ab", "oy", "kft", "sas",
  ]

  /// The values of a cell: divided at separators and line breaks, and where there are none of those at commas, except
  /// before a legal form (`Quantum Bridge Co., Ltd.`).
  static func names(_ cell: String, separators: String) -> [String] {
    let parts = FieldText.keywords(Array(cell.utf8), separators: separators + "\n")
    guard parts.count == 1 else { return parts }
    var names: [String] = []
    for piece in parts[0].split(whereSeparator: { $0 == "," || $0 == "、" || $0 == "，" }) {
      let text = FieldText.line(String(piece))
      let key = text.lowercased().filter { $0.isLetter }
      if !names.isEmpty, legalForms.contains(key) || key.isEmpty {
        names[names.count - 1] += ", " + text
      } else if !text.isEmpty {
        names.append(text)
      }
    }
    return FieldText.distinct(names)
  }

  /// Ids: commas divide them only where none would then hold a blank.
  static func ids(_ cell: String, separators: String) -> [String] {
    let parts = FieldText.keywords(Array(cell.utf8), separators: separators + "\n")
    guard parts.count == 1, parts[0].contains(",") else { return parts }
    let pieces = FieldText.keywords(Array(parts[0].utf8), separators: ",")
    return pieces.contains { $0.contains(" ") } ? parts : pieces
  }

  /// Keywords: commas divide them too.
  static func keywords(_ cell: String, separators: String) -> [String] {
    let parts = FieldText.keywords(Array(cell.utf8), separators: separators + "\n")
    return parts.count == 1 ? FieldText.keywords(Array(parts[0].utf8), separators: ",") : parts
  }
}
