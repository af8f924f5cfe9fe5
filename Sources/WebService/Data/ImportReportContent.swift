import ForumDesk
import TableWriting

/// The report of an import, or of its rehearsal, as pages show it.
struct ImportReportContent: Sendable {
  struct Source: Sendable {
    var name: String
    var read: Int
    var accepted: Int
    var merged: Int
    var held: Int
    var rejected: Int
    var size: String
  }

  struct Issue: Sendable {
    var isRejection: Bool
    var file: String
    var line: String?
    var record: String?
    var reason: String
    var remedy: String
    var occurrences: Int?
  }

  struct Mapping: Sendable {
    struct Column: Sendable {
      var heading: String
      var field: String?
      /// Cells that point to persons are left where they are.
      var isPersonal: Bool
      var isUnread: Bool
      var reason: String
    }

    var file: String
    var records: String
    var headerRow: Int
    var columns: [Column]
  }

  /// Issues that a page shows; the file of all of them has the rest.
  private static let shownCount = 500

  var isRehearsal: Bool
  var failure: String?
  var sources: [Source]
  var hasSources: Bool
  var totals: Source?
  var summary: String
  var issues: [Issue]
  var hasIssues: Bool
  var issueText: String
  var mappings: [Mapping]
  var hasMappings: Bool

  init(_ record: ImportRecord, isRehearsal: Bool, _ language: Language) {
    self.isRehearsal = isRehearsal
    failure = record.explanation?[language]
    sources = record.sources.map(Self.source)
    hasSources = !sources.isEmpty
    totals = record.sources.count > 1 ? Self.source(record.totals) : nil
    let sum = record.totals
    let seconds = Number.decimal(record.seconds, places: 1)
    summary =
      isRehearsal
      ? Bilingual(
        "아직 아무것도 저장하지 않았습니다. 가져오면 이렇게 됩니다. (읽는 데 \(seconds)초)",
        "Nothing was stored yet: this is what an import would do. (\(seconds) seconds of reading)")[language]
      : Bilingual(
        "합친 기록 가운데 \(sum.unchanged)건은 새로운 내용이 없었습니다. 새 기관 가운데 \(record.organizationsMerged)곳은 다른 식별자로 이미 알려져 있어 "
          + "합쳤고, \(record.organizationsHeld)곳은 확인이 필요합니다. 이제 실적 \(Number.grouped(record.evidenceCount))건, 기관 "
          + "\(Number.grouped(record.organizationCount))곳이 있습니다. (\(seconds)초)",
        "\(sum.unchanged) of the merged records said nothing new. Of the new organisations \(record.organizationsMerged) were "
          + "known under another id and merged, \(record.organizationsHeld) wait for a decision. The workspace now holds "
          + "\(Number.grouped(record.evidenceCount)) pieces of evidence and \(Number.grouped(record.organizationCount)) "
          + "organisations. (\(seconds) seconds)")[language]
    issues = record.issues.prefix(Self.shownCount).map { issue in
      Issue(
        isRejection: issue.isRejection, file: issue.file, line: issue.line.map(String.init), record: issue.record,
        reason: Bilingual(issue.reason)[language], remedy: Bilingual(issue.remedy)[language],
        occurrences: issue.occurrences > 1 ? issue.occurrences : nil)
    }
    hasIssues = !issues.isEmpty
    let total = record.issues.count + record.furtherIssueCount
    issueText =
      total > issues.count
      ? Bilingual("\(total)건 가운데 처음 \(issues.count)건", "the first \(issues.count) of \(total)")[language]
      : Bilingual("\(total)건", "\(total)")[language]
    mappings = record.tables.map { table in
      Mapping(
        file: table.file, records: Self.name(ofRecords: table.records)[language], headerRow: table.headerRow,
        columns: table.columns.map { column in
          let isPersonal = column.field == "personal"
          return Mapping.Column(
            heading: column.heading, field: isPersonal ? nil : column.field, isPersonal: isPersonal,
            isUnread: column.field == nil, reason: Bilingual(column.reason)[language])
        })
    }
    hasMappings = !mappings.isEmpty
  }

  private static func name(ofRecords kind: String) -> Bilingual {
    switch kind {
    case "organization": Bilingual("기관", "organisations")
    case "evidence": Bilingual("실적", "evidence")
    case "project": Bilingual("과제", "projects")
    case "patent": Bilingual("특허", "patents")
    case "publication": Bilingual("논문", "publications")
    case "product": Bilingual("제품", "products")
    case "equipment": Bilingual("장비", "equipment")
    default: Bilingual(kind, kind)
    }
  }

  private static func source(_ source: ImportRecord.Source) -> Source {
    Source(
      name: source.name, read: source.read, accepted: source.accepted, merged: source.merged, held: source.held,
      rejected: source.rejected, size: Number.decimal(Double(source.byteCount) / 1e6, places: 2))
  }

  /// Every issue for a spreadsheet.
  static func table(_ record: ImportRecord, _ language: Language) -> Table {
    let headings = [
      Bilingual("구분", "Severity"), Bilingual("파일", "File"), Bilingual("줄", "Line"), Bilingual("기록", "Record"),
      Bilingual("까닭", "Reason"), Bilingual("할 일", "Remedy"), Bilingual("횟수", "Times"),
    ]
    return Table(
      name: Bilingual("문제", "Issues")[language], headings: headings.map { $0[language] },
      rows: record.issues.map { issue in
        [
          .text((issue.isRejection ? Bilingual("거부", "Rejected") : Bilingual("주의", "Warning"))[language]),
          .text(issue.file), issue.line.map { .number($0) } ?? .empty, .text(ifAny: issue.record),
          .text(Bilingual(issue.reason)[language]),
          .text(Bilingual(issue.remedy)[language]), .number(issue.occurrences),
        ]
      })
  }
}
