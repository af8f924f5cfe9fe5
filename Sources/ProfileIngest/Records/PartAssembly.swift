/// Puts the parts of files together, in order: counts lines on from range to range, tells each warning once for a file,
/// and stops listing where a file has too many rejections.
struct PartAssembly {
  private let limits: IngestLimits
  /// Lines of the current file before the part at hand.
  private var lineCount = 0
  private var listedRejectionCount = 0
  private var unlistedRejectionCount = 0
  private var notes: [IngestIssue] = []
  private var notePlaces: [RecordCollector.Note: Int] = [:]

  init(limits: IngestLimits) { self.limits = limits }

  /// One batch for each run of parts of one source.
  mutating func batches(from parts: [IngestPart]) -> [IngestBatch] {
    var batches: [IngestBatch] = []
    for part in parts {
      if batches.last?.sourceIndex != part.sourceIndex { batches.append(IngestBatch(sourceIndex: part.sourceIndex)) }
      add(part, to: &batches[batches.count - 1])
    }
    return batches
  }

  private mutating func add(_ part: IngestPart, to batch: inout IngestBatch) {
    batch.bytesRead += part.bytesRead
    batch.tables += part.tables
    batch.recordsRead += part.records.count + part.rejections.count + part.unlistedRejectionCount
    if lineCount == 0, batch.records.isEmpty {
      // Appending would count every text of every record once more.
      batch.records = part.records
    } else if lineCount == 0 {
      batch.records += part.records
    } else {
      for var record in part.records {
        record.location.line += lineCount
        batch.records.append(record)
      }
    }
    for var issue in part.rejections {
      guard listedRejectionCount < limits.listedIssueCount else {
        unlistedRejectionCount += 1
        continue
      }
      issue.line? += lineCount
      listedRejectionCount += 1
      batch.issues.append(issue)
    }
    unlistedRejectionCount += part.unlistedRejectionCount
    for var note in part.notes {
      let key = RecordCollector.Note(reason: note.finding, remedy: note.advice)
      if let place = notePlaces[key] {
        notes[place].occurrences += note.occurrences
      } else if notes.count < limits.listedIssueCount {
        note.line? += lineCount
        notePlaces[key] = notes.count
        notes.append(note)
      }
    }
    lineCount += part.lineCount
    if part.isEndOfFile { endFile(part.file, in: &batch) }
  }

  private mutating func endFile(_ file: String, in batch: inout IngestBatch) {
    if unlistedRejectionCount > 0 {
      batch.issues.append(
        IngestIssue(
          severity: .rejected, file: file,
          reason: "more records of this file are rejected than are listed one by one",
          remedy: "correct what the listed ones have in common and import the file again",
          occurrences: unlistedRejectionCount))
    }
    batch.issues += notes
    notes = []
    notePlaces = [:]
    (lineCount, listedRejectionCount, unlistedRejectionCount) = (0, 0, 0)
  }
}
