import ProfileIngest
import ResearchProfiles
import TestCorpora
import Testing

/// Everything that a run delivered.
struct Ingestion: Equatable {
  var records: [IngestedRecord] = []
  var issues: [IngestIssue] = []
  var recordsRead = 0
  var bytesRead: Int64 = 0
  var sourceIndices: [Int] = []

  var rejections: [IngestIssue] { issues.filter { $0.severity == .rejected } }
  var warnings: [IngestIssue] { issues.filter { $0.severity == .warning } }
  var ids: [String] { records.map(\.content.id) }

  var evidence: [Evidence] {
    records.compactMap { record in if case .evidence(let evidence) = record.content { evidence } else { nil } }
  }

  var organizations: [OrganizationProfile] {
    records.compactMap { record in if case .organization(let profile) = record.content { profile } else { nil } }
  }

  var supporting: [SupportingRecord] {
    records.compactMap { record in if case .supporting(let record) = record.content { record } else { nil } }
  }

  /// Reads the sources; checks that every record is accounted for.
  init(
    _ sources: [String], _ options: IngestOptions = IngestOptions(), threadCount: Int = 2,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try IngestReader(sources: sources, options: options).read(threadCount: threadCount) { batch in
      records += batch.records
      issues += batch.issues
      recordsRead += batch.recordsRead
      bytesRead += batch.bytesRead
      sourceIndices.append(batch.sourceIndex)
    }
    let rejected = rejections.reduce(0) { $0 + $1.occurrences }
    #expect(recordsRead == records.count + rejected, "a record is unaccounted for", sourceLocation: sourceLocation)
  }

  /// Reads one file with this content.
  init(
    content: some Sequence<UInt8>, _ options: IngestOptions = IngestOptions(), threadCount: Int = 2,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = try TemporaryFolder()
    try self.init(
      [folder.write("input", content)], options, threadCount: threadCount, sourceLocation: sourceLocation)
  }

  init(
    _ text: String, _ options: IngestOptions = IngestOptions(), threadCount: Int = 2,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try self.init(content: text.utf8, options, threadCount: threadCount, sourceLocation: sourceLocation)
  }
}
