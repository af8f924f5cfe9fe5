/// Collects records and gives them back by the batch.
struct RecordBatch<Record> {
  private let size: Int
  private var records: [Record] = []

  init(size: Int) {
    self.size = size
    records.reserveCapacity(size)
  }

  /// The batch that this record completes, if it does.
  mutating func append(_ record: Record) -> [Record]? {
    records.append(record)
    return records.count == size ? takeRest() : nil
  }

  /// What is left, if anything is.
  mutating func takeRest() -> [Record]? {
    if records.isEmpty { return nil }
    let batch = records
    records = []
    records.reserveCapacity(size)
    return batch
  }
}
