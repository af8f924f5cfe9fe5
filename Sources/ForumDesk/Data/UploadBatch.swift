public import ForumRecords

/// Files that wait to be imported, in a folder that only the server's user may read.
public struct UploadBatch: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    case rehearsing(ImportProgress)
    case rehearsed(ImportRecord)
    /// It was handed to a job.
    case begun(job: Int64)
  }

  /// Not to be guessed.
  public let id: String
  public let folder: String
  /// Names, without a folder.
  public let files: [String]
  public let by: String
  public let uploaded: ForumTime
  public internal(set) var state: State
  /// Its tables, as the last rehearsal has read them.
  public internal(set) var tables: [SourceTable] = []
}
