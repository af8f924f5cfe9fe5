import PartnerDiscovery
import ProfileIngest

/// An import report for people.
enum ImportReportTable {
  static func text(_ report: ImportReport) -> String {
    var rows = [["source", "read", "accepted", "merged", "held", "rejected", "MB"]]
    var sources = report.sources
    if sources.count > 1 { sources.append(report.totals) }
    for source in sources {
      rows.append([
        source.source, "\(source.read)", "\(source.accepted)", "\(source.merged)", "\(source.held)",
        "\(source.rejected)", Format.decimal(Double(source.byteCount) / 1e6, 1),
      ])
    }
    if report.isPreview {
      return Format.table(rows, rightAligned: [1, 2, 3, 4, 5, 6])
        + "\nnothing was stored: this is what an import would do (reading took "
        + "\(Format.decimal(report.seconds.reading, 2)) seconds)"
    }
    let seconds = report.seconds
    return Format.table(rows, rightAligned: [1, 2, 3, 4, 5, 6])
      + "\n\(report.totals.unchanged) of the merged records said nothing new; "
      + "the workspace now holds \(report.evidenceCount) pieces of evidence and statements, "
      + "\(report.organizationCount) organisations\n"
      + resolutionLine(report)
      + "seconds: reading \(Format.decimal(seconds.reading, 2)), storing \(Format.decimal(seconds.storing, 2)), "
      + "resolving \(Format.decimal(seconds.resolving, 2)), indexing \(Format.decimal(seconds.indexing, 2)), total \(Format.decimal(seconds.total, 2))"
  }

  private static func resolutionLine(_ report: ImportReport) -> String {
    if report.organizationsMerged == 0, report.organizationsHeld == 0 { return "" }
    return
      "of \(report.organizationsAdded) organisations that were new, \(report.organizationsMerged) were known under "
      + "another id and merged, \(report.organizationsHeld) may be: 'moim resolve' shows them\n"
  }

  /// A line for each issue, rejections first.
  static func issueLines(_ report: ImportReport, limit: Int) -> [String] {
    let issues = report.sources.flatMap(\.issues)
    let ordered = issues.filter(\.isRejection) + issues.filter { !$0.isRejection }
    var lines = ordered.prefix(limit).map { ($0.isRejection ? "rejected: " : "warning: ") + $0.description }
    if ordered.count > limit { lines.append("... and \(ordered.count - limit) more: see them all with --report FILE") }
    return lines
  }

  /// How tables were read: a line for each, and one for each of its columns.
  static func tableLines(_ report: ImportReport, limit: Int) -> [String] {
    var lines: [String] = []
    for table in report.tables.prefix(limit) {
      guard table.isRead else {
        let headings = table.columns.map(\.heading).filter { !$0.isEmpty }.map { "'\($0.prefix(40))'" }
        lines.append(
          "table \(table.file): not read; say with --save-map and --map what its columns are: "
            + headings.prefix(12).joined(separator: ", "))
        continue
      }
      lines.append("table \(table.file): rows are read as \(table.records) (\(basis(of: table)))")
      for column in table.columns where !column.heading.isEmpty {
        let field = column.field.map(\.description) ?? "not read"
        let reason = table.statedMapping == nil ? " (\(column.reason))" : ""
        lines.append("  column '\(column.heading.prefix(40))': \(field)\(reason)")
      }
    }
    if report.tables.count > limit { lines.append("... and \(report.tables.count - limit) more tables") }
    return lines
  }

  private static func basis(of table: TableReading) -> String {
    if table.statedMapping == nil { return "guessed; correct it with --save-map and --map" }
    return table.isRemembered
      ? "as it was corrected in the console; --no-remembered lets it be guessed" : "as the mapping says"
  }
}
