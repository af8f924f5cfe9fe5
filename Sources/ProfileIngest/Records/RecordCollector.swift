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
  /// What was found since the last part was taken.
  private let draft = PartDraft()
  /// The warning that came last: most are told of record after record.
  private var lastNotePlace = -1

  init(file: String, limits: IngestLimits) {
    self.file = ShownPath.of(file)
    self.limits = limits
  }

  /// Records since the last part was taken.
  var recordCount: Int { draft.part.records.count + draft.part.rejections.count }

  /// A record that is complete.
  func accept(_ content: consuming RecordContent, mentions: [OrganizationProfile] = [], line: Int) {
    draft.part.records.append(
      IngestedRecord(location: RecordLocation(source: file, line: line), content: content, mentions: mentions))
  }

  /// How a table of the file is read.
  func note(_ table: TableReading) { draft.part.tables.append(table) }

  /// A record that is lost.
  func reject(line: Int?, record: String? = nil, reason: IngestText, remedy: IngestText) {
    if draft.part.rejections.count < limits.listedIssueCount {
      draft.part.rejections.append(
        IngestIssue(severity: .rejected, file: file, line: line, record: record, reason: reason, remedy: remedy))
    } else {
      draft.part.unlistedRejectionCount += 1
    }
  }

  /// Something left out or guessed, of which the file may hold many cases.
  func note(_ reason: IngestText, remedy: IngestText, line: Int?, count: Int = 1) {
    if lastNotePlace >= 0, draft.part.notes[lastNotePlace].finding == reason,
      draft.part.notes[lastNotePlace].advice == remedy
    {
      draft.part.notes[lastNotePlace].occurrences += count
      return
    }
    let note = Note(reason: reason, remedy: remedy)
    if let place = draft.part.notePlaces[note] {
      draft.part.notes[place].occurrences += count
      lastNotePlace = place
    } else if draft.part.notes.count < limits.listedIssueCount {
      draft.part.notePlaces[note] = draft.part.notes.count
      lastNotePlace = draft.part.notes.count
      draft.part.notes.append(
        IngestIssue(
          severity: .warning, file: file, line: line, reason: reason, remedy: remedy, occurrences: count))
    }
  }

  /// What has been collected; the collector is empty after it.
  func takePart() -> IngestPart {
    lastNotePlace = -1
    return draft.take()
  }

  /// Takes an empty list, for the sake of its memory: the records to come will be about as many as it has held.
  func reuse(_ records: consuming [IngestedRecord]) {
    if draft.part.records.isEmpty { draft.part.records = records }
  }
}
