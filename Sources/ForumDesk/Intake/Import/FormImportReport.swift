public import ProfileIngest

/// What became of the rows of a form service's export. Holds no personal data: answers are not repeated.
public struct FormImportReport: Hashable, Sendable, Codable {
  /// What is wrong with a row, or was understood otherwise.
  public struct Issue: Hashable, Sendable, Codable {
    /// The line of the file, or the row of the sheet, from 1.
    public var line: Int
    public var isRejected: Bool
    /// The question that it is about.
    public var key: IntakeKey?
    public var korean: String
    public var english: String

    public init(line: Int, isRejected: Bool, key: IntakeKey? = nil, _ message: Bilingual) {
      self.line = line
      self.isRejected = isRejected
      self.key = key
      korean = message.korean
      english = message.english
    }

    public var message: Bilingual { Bilingual(korean, english) }
  }

  /// The file.
  public var name: String
  public var sheet: String?
  public var mapping: HeadingMapping
  /// Rows below the headings: accepted + updated + unchanged + rejected.
  public var readCount = 0
  public var acceptedCount = 0
  public var updatedCount = 0
  /// Known rows that say nothing new, or whose application was edited or purged here since.
  public var unchangedCount = 0
  public var rejectedCount = 0
  /// In order of lines.
  public var issues: [Issue] = []
  /// What is to be said about the file as a whole: its encoding.
  public var notes: [IngestText] = []
  /// Receipts of the applications that are new or changed, in order of lines.
  public var receipts: [String] = []

  public init(name: String, sheet: String? = nil, mapping: HeadingMapping) {
    self.name = name
    self.sheet = sheet
    self.mapping = mapping
  }
}
