/// Records of one source and what was wrong beside them, in the source's order.
///
/// Over a whole run, `recordsRead` equals the number of records plus the occurrences of all rejections. A file that cannot
/// be read at all counts as one record read and rejected.
public struct IngestBatch: Sendable {
  /// Index into the list of sources.
  public var sourceIndex: Int
  public var records: [IngestedRecord]
  public var issues: [IngestIssue]
  /// Records met, accepted or not.
  public var recordsRead: Int
  /// Bytes read from files, after unpacking.
  public var bytesRead: Int64
  /// How tables are read that were met, in the source's order.
  public var tables: [TableReading]

  public init(
    sourceIndex: Int, records: [IngestedRecord] = [], issues: [IngestIssue] = [], recordsRead: Int = 0,
    bytesRead: Int64 = 0, tables: [TableReading] = []
  ) {
    self.sourceIndex = sourceIndex
    self.records = records
    self.issues = issues
    self.recordsRead = recordsRead
    self.bytesRead = bytesRead
    self.tables = tables
  }
}
