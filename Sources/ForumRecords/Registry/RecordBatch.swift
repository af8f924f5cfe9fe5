/// Collects records and gives them back by the batch: so many of them, or as many as hold so many bytes.
struct RecordBatch<Record> {
  private let size: Int
  private let byteLimit: Int
  private var records: [Record] = []
  private var byteCount = 0

  init(size: Int, byteLimit: Int = .max) {
    self.size = size
    self.byteLimit = byteLimit
    records.reserveCapacity(size)
  }

  /// The batch that this record completes, if it does.
  ///
  /// - Parameter byteCount: of the record.
  mutating func append(_ record: Record, byteCount: Int = 0) -> [Record]? {
    records.append(record)
    self.byteCount += byteCount
    return records.count == size || self.byteCount >= byteLimit ? takeRest() : nil
  }

  /// What is left, if anything is.
  mutating func takeRest() -> [Record]? {
    if records.isEmpty { return nil }
    let batch = records
    records = []
    records.reserveCapacity(size)
    byteCount = 0
    return batch
  }
}
