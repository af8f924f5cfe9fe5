import ProfileIngest

/// Counts what was read: every record is accepted or rejected.
struct RecordAccount {
  private var (readCount, acceptedCount, rejectedCount) = (0, 0, 0)

  mutating func take(_ batch: IngestBatch) {
    readCount += batch.recordsRead
    acceptedCount += batch.records.count
    for issue in batch.issues where issue.severity == .rejected { rejectedCount += issue.occurrences }
  }

  func settle() { precondition(readCount == acceptedCount + rejectedCount, "a record is unaccounted for") }
}
