/// How one table is read: what is shown to users before and after.
public struct TableReading: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    /// From 1.
    public var number: Int
    /// As one line.
    public var heading: String
    /// `nil` where the column is not read.
    public var field: TableField?
    /// Why, as a clause.
    public var basis: IngestText

    /// ``basis`` in English.
    public var reason: String { basis.description }
  }

  /// The file, or its sheet: `archive.zip!/table.xlsx!/sheet`.
  public var file = ""
  public var sheet: String?
  /// The row of the headings, from 1.
  public var headerRow = 1
  public var records: TableRecordKind
  public var columns: [Column]
  /// The mapping that says so; `nil` where it is guessed.
  public var statedMapping: TableMapping?
  /// Whether that is one of ``IngestOptions/rememberedMappings``.
  public var isRemembered = false

  public init(records: TableRecordKind, columns: [Column]) {
    self.records = records
    self.columns = columns
  }

  /// Whether any column is read; a table of which nothing is known is refused.
  public var isRead: Bool { columns.contains { $0.field != nil } }

  /// The mapping that reads the table alike; of a table that is not read it names every column, to be corrected.
  public var mapping: TableMapping {
    if let statedMapping { return statedMapping }
    var mapping = TableMapping(records: records, sheet: sheet, headerRow: headerRow)
    for column in columns where !column.heading.isEmpty {
      guard let field = column.field ?? (isRead ? nil : .ignored) else { continue }
      if let place = mapping.columns.firstIndex(where: { $0.field == field }) {
        mapping.columns[place].headings.append(column.heading)
      } else {
        mapping.columns.append(TableMapping.Column(field: field, headings: [column.heading]))
      }
    }
    return mapping
  }
}
