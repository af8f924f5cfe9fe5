import ResearchProfiles

/// Takes what a reader finds in one file (or one range of it) until it is handed on as an ``IngestPart``.
final class RecordCollector {
  /// A warning that is told once for a file.
  struct Note: Hashable {
    var reason: IngestText
    var remedy: IngestText
  }

  let file: String
  private let limits: IngestLimits
  private var part = IngestPart()
  /// The warning that came last: most are told of record after record.
  private var lastNotePlace = -1

  init(file: String, limits: IngestLimits) {
    self.file = ShownPath.of(file)
    self.limits = limits
  }

  /// Records since the last part was taken.
  var recordCount: Int { part.records.count + part.rejections.count }

  /// A record that is complete.
  func accept(_ content: consuming RecordContent, mentions: [OrganizationProfile] = [], line: Int) {
    part.records.append(
      IngestedRecord(location: RecordLocation(source: file, line: line), content: content, mentions: mentions))
  }

  /// How a table of the file is read.
  func note(_ table: TableReading) { part.tables.append(table) }

  /// A record that is lost.
  func reject(line: Int?, record: String? = nil, reason: IngestText, remedy: IngestText) {
    if part.rejections.count < limits.listedIssueCount {
      part.rejections.append(
        IngestIssue(severity: .rejected, file: file, line: line, record: record, reason: reason, remedy: remedy))
    } else {
      part.unlistedRejectionCount += 1
    }
  }

  /// Something left out or guessed, of which the file may hold many cases.
  func note(_ reason: IngestText, remedy: IngestText, line: Int?, count: Int = 1) {
    if lastNotePlace >= 0, part.notes[lastNotePlace].finding == reason, part.notes[lastNotePlace].advice == remedy {
      part.notes[lastNotePlace].occurrences += count
      return
    }
    let note = Note(reason: reason, remedy: remedy)
    if let place = part.notePlaces[note] {
      part.notes[place].occurrences += count
      lastNotePlace = place
    } else if part.notes.count < limits.listedIssueCount {
      part.notePlaces[note] = part.notes.count
      lastNotePlace = part.notes.count
      part.notes.append(
        IngestIssue(
          severity: .warning, file: file, line: line, reason: reason, remedy: remedy, occurrences: count))
    }
  }

  /// What has been collected; the collector is empty after it.
  func takePart() -> IngestPart {
    let recordCount = part.records.count
    defer {
      part = IngestPart()
      // The next one will hold about as many.
      part.records.reserveCapacity(recordCount)
      lastNotePlace = -1
    }
    return part
  }
}
