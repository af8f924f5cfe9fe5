import ResearchProfiles

/// Which columns give which field.
struct TableLayout {
  private(set) var columns: [TableField: [Int]] = [:]
  private(set) var constants: [TableField: String] = [:]
  private var values: [TableField: [String: String]] = [:]
  /// Languages of names and texts; no language first.
  private(set) var languages: [String?] = [nil]
  /// Schemes of identifiers, of organisations and of participants.
  private(set) var schemes: [String] = []
  /// Classifications that columns or constants give codes of.
  private(set) var classificationSchemes: [String] = []
  let separators: String

  /// - Parameter fields: of each column; `nil` for those that are not read.
  init(fields: [TableField?], mapping: TableMapping) {
    separators = mapping.separators
    for (index, field) in fields.enumerated() {
      guard let field, field != .personal, field != .ignored else { continue }
      columns[field, default: []].append(index)
      note(field)
    }
    for constant in mapping.constants {
      constants[constant.field] = constant.value
      note(constant.field)
    }
    for map in mapping.values {
      var folded: [String: String] = [:]
      for (text, value) in map.values { folded[TableMapping.key(text)] = value }
      values[map.field] = folded
    }
  }

  func mapped(_ text: String, _ field: TableField) -> String {
    guard let values = values[field] else { return text }
    return values[TableMapping.key(text)] ?? text
  }

  private mutating func note(_ field: TableField) {
    switch field {
    case .name(let language?), .summary(let language?), .title(let language?), .text(let language?):
      if !languages.contains(language) { languages.append(language) }
    case .identifier(let scheme), .participant(_, .identifier(let scheme)):
      if !schemes.contains(scheme) { schemes.append(scheme) }
    case .classification(let scheme):
      if !classificationSchemes.contains(scheme) { classificationSchemes.append(scheme) }
    default: break
    }
  }
}
