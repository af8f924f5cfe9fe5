/// What a source may claim before it is refused. The defaults let every real export pass; tests use smaller ones.
public struct IngestLimits: Hashable, Sendable {
  /// Longest line of JSON Lines, or element of a JSON array, in bytes. A longer one is skipped in constant memory.
  public var lineByteCount = 64 << 20
  /// Deepest nesting of XML elements.
  public var elementDepth = 256
  /// Most attributes (and most namespaces in scope): libxml2's time grows with their square.
  public var attributeCount = 1024
  /// Longest tag, comment or processing instruction, in bytes.
  public var tagByteCount = 256 << 10
  /// Text of one record, over all its fields, in bytes; elements count 32 bytes each.
  public var recordByteCount = 16 << 20
  /// Deepest nesting of JSON values.
  public var jsonDepth = 64
  /// Most values in one JSON record, keys not counted: in memory each is many times larger than in the file.
  public var jsonValueCount = 1_000_000
  /// Entries of one archive.
  public var archiveEntryCount = 1_000_000
  /// An archive or entry that would unpack to more than ``expansionFreeByteCount`` is refused when it is more than so many
  /// times its packed size. (XML packs 5 to 30 times; a bomb of deflate reaches 1,032.)
  public var expansionFactor = 200
  public var expansionFreeByteCount: Int64 = 64 << 20
  /// Largest package (.xlsx, .hwpx) that is imported, packed, in bytes: packages are opened in memory.
  public var packageByteCount = 256 << 20
  /// Largest file of applications, in bytes: these are read at once, not streamed. A workbook's table is measured as the
  /// CSV file that it would be.
  public var applicationFileByteCount = 64 << 20
  /// Bytes of all parts of a workbook that are read, after unpacking; sheets are read twice.
  public var workbookByteCount: Int64 = 1 << 30
  /// Texts that the cells of a workbook share, and their bytes: they are kept in memory.
  public var sharedStringCount = 10_000_000
  public var sharedStringByteCount = 256 << 20
  /// Rejections of one file that are listed one by one; those after them are counted in one issue.
  public var listedIssueCount = 1000

  public init() {}
}
