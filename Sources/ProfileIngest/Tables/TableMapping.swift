/// How the columns of one table become records: guessed from its headings and cells, or read from a mapping file.
///
/// As JSON (see `Documentation/TABLES.md`):
/// ```json
/// {"format": "table", "records": {"type": "project", "sheet": "과제", "header_row": 2},
///  "fields": {"id": ["과제번호"], "title.ko": ["과제명"], "coordinator": ["주관기관"]},
///  "constants": {"country": "KR"}, "values": {"kind": {"출연연": "institute"}}}
/// ```
public struct TableMapping: Hashable, Sendable {
  /// A field and the headings of the columns that give it, the first that holds something first.
  public struct Column: Hashable, Sendable {
    public var field: TableField
    public var headings: [String]

    public init(field: TableField, headings: [String]) {
      self.field = field
      self.headings = headings
    }
  }

  public struct Constant: Hashable, Sendable {
    public var field: TableField
    public var value: String

    public init(field: TableField, value: String) {
      self.field = field
      self.value = value
    }
  }

  /// What cells of a field stand for.
  public struct ValueMap: Hashable, Sendable {
    public var field: TableField
    public var values: [String: String]

    public init(field: TableField, values: [String: String]) {
      self.field = field
      self.values = values
    }
  }

  public var records: TableRecordKind
  /// The name of the only sheet this is for; `nil` for any.
  public var sheet: String?
  /// The row that names the columns, from 1; `nil` for the first that names those of ``columns``.
  public var headerRow: Int?
  /// ASCII characters that divide a cell of several values, besides line breaks.
  public var separators: String
  /// Whether hidden rows of a sheet are read.
  public var readsHiddenRows: Bool
  public var columns: [Column]
  public var constants: [Constant]
  public var values: [ValueMap]

  /// Separators of cells with several values unless a mapping says otherwise.
  public static let usualSeparators = ";|"

  public init(
    records: TableRecordKind, sheet: String? = nil, headerRow: Int? = nil, separators: String = usualSeparators,
    readsHiddenRows: Bool = true, columns: [Column] = [], constants: [Constant] = [], values: [ValueMap] = []
  ) {
    self.records = records
    self.sheet = sheet
    self.headerRow = headerRow
    self.separators = separators
    self.readsHiddenRows = readsHiddenRows
    self.columns = columns
    self.constants = constants
    self.values = values
  }

  /// The headings as they are compared: one line, without differences of case and blanks.
  static func key(_ heading: String) -> String {
    FieldText.line(heading).lowercased().filter { !$0.isWhitespace }
  }

  /// For each column of a header, its field; `nil` where the mapping does not name it.
  func fields(of headings: [String]) -> [TableField?] {
    var fields: [String: TableField] = [:]
    for column in columns {
      for heading in column.headings where fields[Self.key(heading)] == nil {
        fields[Self.key(heading)] = column.field
      }
    }
    return headings.map { $0.isEmpty ? nil : fields[Self.key($0)] }
  }
}
