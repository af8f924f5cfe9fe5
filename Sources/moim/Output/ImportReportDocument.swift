import PartnerDiscovery
import ProfileIngest

/// An import report as JSON.
struct ImportReportDocument: Encodable {
  struct Counts: Encodable {
    var source: String?
    var read: Int
    var accepted: Int
    var merged: Int
    var unchanged: Int
    var held: Int
    var rejected: Int
    var bytes: Int64
    var issues: [Issue]?
  }

  struct Issue: Encodable {
    var severity: String
    var file: String
    var line: Int?
    var record: String?
    var reason: String
    var remedy: String
    var occurrences: Int
  }

  struct Seconds: Encodable {
    var reading: Double
    var storing: Double
    var resolving: Double
    var indexing: Double
    var total: Double
  }

  /// How a table was read.
  struct Table: Encodable {
    struct Column: Encodable {
      var column: Int
      var heading: String
      var field: String?
      var reason: String
    }

    var file: String
    var sheet: String?
    var records: String
    var headerRow: Int
    var guessed: Bool
    /// Where it is read as it was corrected in the console.
    var remembered: Bool?
    var columns: [Column]

    enum CodingKeys: String, CodingKey {
      case file, sheet, records, guessed, remembered, columns
      case headerRow = "header_row"
    }
  }

  var dryRun: Bool?
  var tables: [Table]?
  var sources: [Counts]
  var totals: Counts
  var seconds: Seconds
  var evidence: Int
  var organizations: Int
  var organizationsAdded: Int
  var organizationsMerged: Int
  var organizationsHeld: Int

  enum CodingKeys: String, CodingKey {
    case tables, sources, totals, seconds, evidence, organizations
    case dryRun = "dry_run"
    case organizationsAdded = "organizations_added"
    case organizationsMerged = "organizations_merged"
    case organizationsHeld = "organizations_held"
  }

  init(_ report: ImportReport) {
    dryRun = report.isPreview ? true : nil
    // Those that are not read stand among the issues.
    let read = report.tables.filter(\.isRead)
    tables = read.isEmpty ? nil : read.map(Self.table)
    sources = report.sources.map { Self.counts($0, name: $0.source, issues: $0.issues) }
    totals = Self.counts(report.totals, name: nil, issues: nil)
    seconds = Seconds(
      reading: report.seconds.reading, storing: report.seconds.storing,
      resolving: report.seconds.resolving, indexing: report.seconds.indexing,
      total: report.seconds.total)
    evidence = report.evidenceCount
    organizations = report.organizationCount
    organizationsAdded = report.organizationsAdded
    organizationsMerged = report.organizationsMerged
    organizationsHeld = report.organizationsHeld
  }

  private static func table(_ table: TableReading) -> Table {
    Table(
      file: table.file, sheet: table.sheet, records: table.records.description, headerRow: table.headerRow,
      guessed: table.statedMapping == nil, remembered: table.isRemembered ? true : nil,
      columns: table.columns.map {
        Table.Column(column: $0.number, heading: $0.heading, field: $0.field?.description, reason: $0.reason)
      })
  }

  private static func counts(_ source: ImportReport.Source, name: String?, issues: [ImportIssue]?) -> Counts {
    Counts(
      source: name, read: source.read, accepted: source.accepted, merged: source.merged, unchanged: source.unchanged,
      held: source.held, rejected: source.rejected, bytes: source.byteCount,
      issues: issues?.map {
        Issue(
          severity: $0.severity.rawValue, file: $0.file, line: $0.line, record: $0.record, reason: $0.reason,
          remedy: $0.remedy, occurrences: $0.occurrences)
      })
  }
}
