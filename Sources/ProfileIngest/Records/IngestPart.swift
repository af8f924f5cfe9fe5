/// What was found in a stretch of one file, before the parts of the file are put together.
struct IngestPart: Sendable {
  var file = ""
  var sourceIndex = 0
  var records: [IngestedRecord] = []
  var rejections: [IngestIssue] = []
  /// Rejections after those that are listed.
  var unlistedRejectionCount = 0
  /// Warnings, each once with its count.
  var notes: [IngestIssue] = []
  var notePlaces: [RecordCollector.Note: Int] = [:]
  /// How tables are read that begin in this part.
  var tables: [TableReading] = []
  var bytesRead: Int64 = 0
  /// Lines of a range of the file: those of the next range count on from here.
  var lineCount = 0
  /// Whether no other part of the same file follows.
  var isEndOfFile = false
}
