/// How far reading has come.
public struct IngestProgress: Hashable, Sendable {
  /// Bytes delivered so far, after unpacking.
  public var bytesDone: Int64
  /// Bytes there are, as far as folders and archives state it.
  public var bytesTotal: Int64
  public var recordsRead: Int

  public init(bytesDone: Int64 = 0, bytesTotal: Int64 = 0, recordsRead: Int = 0) {
    self.bytesDone = bytesDone
    self.bytesTotal = bytesTotal
    self.recordsRead = recordsRead
  }
}
