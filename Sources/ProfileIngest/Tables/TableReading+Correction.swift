extension TableReading {
  /// What is wrong with a correction. Whoever asked for it says so, in the words in which it shows columns and fields.
  public enum CorrectionProblem: Error, Hashable, Sendable {
    /// Rows of that kind have no such field.
    case foreignField(heading: String, field: TableField)
    /// No column names the organisations.
    case noName
    /// No column holds a title or a text.
    case noTitle
  }

  public var header: TableHeader { TableHeader(columns.map(\.heading)) }

  /// Those that a mapping tells apart, which goes by headings: of each heading the first column.
  public var namedColumns: [Column] {
    var known: Set<String> = []
    return columns.filter { !$0.heading.isEmpty && known.insert(TableMapping.key($0.heading)).inserted }
  }

  /// The mapping that reads tables with these headings as a person says, wherever they stand.
  ///
  /// - Parameter fields: of each of ``namedColumns``.
  /// - Throws: where no table could be read like this.
  public func corrected(
    records: TableRecordKind, fields: [TableField]
  ) throws(CorrectionProblem) -> TableMapping {
    var mapping = mapping
    mapping.records = records
    mapping.sheet = nil
    mapping.headerRow = nil
    mapping.columns = []
    for (column, field) in zip(namedColumns, fields) {
      guard field.belongs(to: records) else { throw .foreignField(heading: column.heading, field: field) }
      if let place = mapping.columns.firstIndex(where: { $0.field == field }) {
        mapping.columns[place].headings.append(column.heading)
      } else {
        mapping.columns.append(TableMapping.Column(field: field, headings: [column.heading]))
      }
    }
    let given = mapping.columns.map(\.field) + mapping.constants.map(\.field)
    switch records {
    case .organization:
      guard given.contains(where: { if case .name = $0 { true } else { false } }) else { throw .noName }
    case .evidence:
      let isAboutSomething = given.contains { field in
        switch field {
        case .title, .text: true
        default: false
        }
      }
      guard isAboutSomething else { throw .noTitle }
    }
    return mapping
  }
}
