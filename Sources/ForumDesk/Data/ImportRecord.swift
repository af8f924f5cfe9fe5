import PartnerDiscovery
public import ProfileIngest

/// What became of an import or its rehearsal, as it is kept with its job: every count and every rejection, no personal data.
public struct ImportRecord: Hashable, Sendable, Codable {
  public struct Source: Hashable, Sendable, Codable {
    public var name: String
    public var read = 0
    public var accepted = 0
    public var merged = 0
    public var unchanged = 0
    public var held = 0
    public var rejected = 0
    public var byteCount: Int64 = 0
  }

  public struct Issue: Hashable, Sendable, Codable {
    public var isRejection: Bool
    public var file: String
    public var line: Int?
    public var record: String?
    public var reason: IngestText
    public var remedy: IngestText
    public var occurrences: Int
  }

  /// How a table was read.
  public struct Table: Hashable, Sendable, Codable {
    public struct Column: Hashable, Sendable, Codable {
      public var heading: String
      /// `nil` where the column is not read.
      public var field: String?
      public var reason: IngestText
    }

    public var file: String
    public var records: String
    public var headerRow: Int
    public var columns: [Column]
  }

  public var sources: [Source] = []
  /// Rejections first, each sort in the order of the files.
  public var issues: [Issue] = []
  /// Issues beyond ``issueLimit``, which are counted only.
  public var furtherIssueCount = 0
  public var tables: [Table] = []
  public var organizationsMerged = 0
  public var organizationsHeld = 0
  /// In the workspace afterwards.
  public var evidenceCount = 0
  public var organizationCount = 0
  public var seconds = 0.0
  /// Why it failed as a whole, in English.
  public var failure: String?
  /// The same in Korean; none in records of earlier versions.
  public var koreanFailure: String?

  public static let issueLimit = 10_000

  public init(failure: Bilingual? = nil) {
    self.failure = failure?.english
    koreanFailure = failure?.korean
  }

  /// ``failure`` in the languages that there are.
  public var explanation: Bilingual? { failure.map { Bilingual(koreanFailure ?? $0, $0) } }

  /// - Parameter folder: where the files lie; taken off their paths.
  init(_ report: ImportReport, folder: String) {
    func name(_ path: String) -> String {
      path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
    }
    func withheld(_ text: String) -> String { PublicText(text.replacing(folder + "/", with: "")).text }
    sources = report.sources.map { source in
      Source(
        name: name(source.source), read: source.read, accepted: source.accepted, merged: source.merged,
        unchanged: source.unchanged, held: source.held, rejected: source.rejected, byteCount: source.byteCount)
    }
    let found = report.sources.flatMap(\.issues)
    let ordered = found.filter(\.isRejection) + found.filter { !$0.isRejection }
    issues = ordered.prefix(Self.issueLimit).map { issue in
      Issue(
        isRejection: issue.isRejection, file: name(issue.file), line: issue.line, record: issue.record.map(withheld),
        reason: issue.finding.mapped(withheld), remedy: issue.advice.mapped(withheld), occurrences: issue.occurrences)
    }
    furtherIssueCount = max(0, ordered.count - Self.issueLimit)
    tables = report.tables.filter(\.isRead).map { table in
      Table(
        file: name(table.file), records: table.records.description, headerRow: table.headerRow,
        columns: table.columns.filter { !$0.heading.isEmpty }.map {
          Table.Column(heading: withheld($0.heading), field: $0.field?.description, reason: $0.basis.mapped(withheld))
        })
    }
    organizationsMerged = report.organizationsMerged
    organizationsHeld = report.organizationsHeld
    evidenceCount = report.evidenceCount
    organizationCount = report.organizationCount
    seconds = report.seconds.total
  }

  public var totals: Source {
    sources.reduce(into: Source(name: "")) { sum, source in
      sum.read += source.read
      sum.accepted += source.accepted
      sum.merged += source.merged
      sum.unchanged += source.unchanged
      sum.held += source.held
      sum.rejected += source.rejected
      sum.byteCount += source.byteCount
    }
  }
}
