import ProfileIngest

/// How one table of an upload is read, to be looked over and corrected.
public struct SourceTable: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public var heading: String
    /// The field's name in mapping files; `nil` where the column is not read.
    public var field: String?
    /// Why, as a clause.
    public var reason: String
  }

  /// What is wrong with a correction.
  public enum Problem: Error, Hashable, Sendable {
    /// Something else was sent than the choices that there are.
    case unknownChoice
    case foreignField(heading: String, meaning: Bilingual)
    case noName
    case noTitle
    /// Mail addresses or telephone numbers stand where headings should: what is remembered must hold nobody's data.
    case personalHeadings

    public var message: Bilingual {
      switch self {
      case .unknownChoice: Bilingual("열마다 뜻을 골라 주십시오.", "Choose what each column holds.")
      case .foreignField(let heading, let meaning):
        Bilingual(
          KoreanParticle.settled(
            "‘\(heading)’ 열의 뜻 ‘\(meaning.korean)’은(는) 이런 표에 없습니다. 다른 뜻을 고르거나, 줄마다 적힌 것을 바꿔 주십시오."),
          "The column “\(heading)” cannot be “\(meaning.english)” in such a table: choose another meaning, or another kind of rows."
        )
      case .noName:
        Bilingual("기관의 이름이 담긴 열이 어느 것인지 골라 주십시오.", "Say which column names the organisations.")
      case .noTitle:
        Bilingual("제목이나 내용이 담긴 열이 어느 것인지 골라 주십시오.", "Say which column holds the title or the text.")
      case .personalHeadings:
        Bilingual(
          "제목 줄에 전자우편 주소나 전화번호가 있습니다. 맨 위에 열의 제목을 적은 표를 다시 올려 주십시오.",
          "Mail addresses or telephone numbers stand in the row of the headings: upload the table with headings above it."
        )
      }
    }
  }

  /// The file, or its sheet, without its folder.
  public let file: String
  /// What the rows are: `organization`, or a kind of evidence.
  public let records: String
  public let headerRow: Int
  /// Of each heading the first: a mapping goes by headings.
  public let columns: [Column]
  /// Whether somebody has corrected it for these headings.
  public let isRemembered: Bool
  /// Whether anything of it is read; `false` where its headings say nothing and nobody has said more.
  public let isRead: Bool
  let reading: TableReading

  init(_ reading: TableReading, file: String) {
    self.file = file
    self.reading = reading
    records = reading.records.description
    headerRow = reading.headerRow
    isRead = reading.isRead
    isRemembered = reading.isRemembered
    columns = reading.namedColumns.map {
      Column(heading: $0.heading, field: $0.field?.description, reason: $0.reason)
    }
  }

  /// How it is read, as a file for `moim import --map`.
  public var mappingFile: String { reading.mapping.fileText }

  /// - Parameter fields: names of fields, of each of ``columns``.
  func corrected(records: String, fields: [String]) throws(Problem) -> TableMapping {
    let known = fields.compactMap(TableField.init(name:))
    guard let kind = TableRecordKind(name: records), known.count == columns.count, fields.count == columns.count
    else { throw .unknownChoice }
    guard columns.allSatisfy({ PublicText($0.heading).withheldCount == 0 }) else { throw .personalHeadings }
    do {
      return try reading.corrected(records: kind, fields: known)
    } catch {
      switch error {
      case .foreignField(let heading, let field): throw .foreignField(heading: heading, meaning: Bilingual(field))
      case .noName: throw .noName
      case .noTitle: throw .noTitle
      }
    }
  }
}
