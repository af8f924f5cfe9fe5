import ForumRecords
import IndexStorage
import ProfileIngest
public import ResearchProfiles

/// Writes the organisations, the evidence and the links of a workspace for other systems.
///
/// No export holds personal data: applications, contacts and persons stay out, and mail addresses, mobile numbers and
/// 주민등록번호 are taken out of texts. Records are in order of id, so that equal workspaces give equal bytes.
public struct ExportWorkspace {
  public let workspace: Workspace
  public let format: ExportFormat
  /// A file; for ``ExportFormat/csv`` a folder, made where it is missing.
  public let outputPath: String
  /// The day that CERIF's envelopes bear: nothing here looks at a clock.
  public var day = CalendarDate(daysSinceEpoch: 0)

  public init(workspace: Workspace, format: ExportFormat, outputPath: String) {
    self.workspace = workspace
    self.format = format
    self.outputPath = outputPath
  }

  /// - Returns: what was written and what the format cannot say.
  /// - Complexity: linear in the registry; CSV reads it twice. Memory does not depend on how large it is.
  public func run() throws -> ExportReport {
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    let registry = try Registry(path: workspace.registryPath, mode: .readOnly)
    return switch format {
    case .jsonLines: try writeJSONLines(registry)
    case .csv: try writeTables(registry)
    case .cerif: try writeCerif(registry)
    }
  }

  private func writeJSONLines(_ registry: Registry) throws -> ExportReport {
    var file = try ExportFile(path: outputPath)
    var report = ExportReport()
    try forEach(registry, &report) { profile in
      try file.write(JSONLinesExport.line(profile) + "\n")
    } evidence: { evidence in
      try file.write(JSONLinesExport.line(evidence) + "\n")
      return evidence.participations.count
    }
    try file.finish()
    report.files = [outputPath]
    return report
  }

  private func writeTables(_ registry: Registry) throws -> ExportReport {
    try FileSystem.createFolder(outputPath)
    var columns = TableExport.Columns()
    var ignored = ExportReport()
    try forEach(registry, &ignored) {
      columns.note($0)
    } evidence: { evidence in
      columns.note(evidence)
      return 0
    }
    let table = TableExport(columns)
    let paths = ["organizations.csv", "evidence.csv", "links.csv"].map { outputPath + "/" + $0 }
    var organizations = try ExportFile(path: paths[0])
    var evidenceFile = try ExportFile(path: paths[1])
    var links = try ExportFile(path: paths[2])
    let mark = "\u{FEFF}"
    try organizations.write(mark + CSVText.row(table.organizationFields.map(\.description)))
    try evidenceFile.write(mark + CSVText.row(table.evidenceFields.map(\.description)))
    try links.write(mark + CSVText.row(["evidence_id", "organization_id", "role"]))
    var report = ExportReport()
    try forEach(registry, &report) { profile in
      try organizations.write(CSVText.row(table.cells(profile)))
    } evidence: { evidence in
      try evidenceFile.write(CSVText.row(table.cells(evidence)))
      for link in evidence.participations {
        try links.write(CSVText.row([evidence.id.rawValue, link.organization.rawValue, link.role.rawValue]))
      }
      return evidence.participations.count
    }
    try organizations.finish()
    try evidenceFile.finish()
    try links.finish()
    report.files = paths
    return report
  }

  private func writeCerif(_ registry: Registry) throws -> ExportReport {
    var file = try ExportFile(path: outputPath)
    var report = ExportReport()
    var export = CerifExport()
    var unwritableCount = 0
    var omittedEvidenceCount = 0
    let stamp = "\(day)T00:00:00Z"
    try file.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>\(stamp)</responseDate>\
      <request verb="ListRecords" metadataPrefix="cerif_openaire">urn:moim:export</request><ListRecords>

      """)
    func write(_ entity: String, _ set: String, _ id: String) throws {
      try file.write(
        "<record><header>" + XMLText.text("identifier", "oai:moim:\(set)/\(id)")
          + "<datestamp>\(stamp)</datestamp></header><metadata>\(entity)</metadata></record>\n")
    }
    try forEach(registry, &report) { profile in
      guard CerifExport.canWrite(id: profile.id.rawValue) else {
        unwritableCount += 1
        return
      }
      try write(export.entity(profile), "OrgUnits", profile.id.rawValue)
    } evidence: { evidence in
      let before = export.omittedLinkCount
      guard CerifExport.canWrite(id: evidence.id.rawValue), let entity = export.entity(evidence) else {
        omittedEvidenceCount += 1
        return 0
      }
      try write(entity, "\(evidence.kind.rawValue)s", evidence.id.rawValue)
      return evidence.participations.count - (export.omittedLinkCount - before)
    }
    try file.write("</ListRecords></OAI-PMH>\n")
    try file.finish()
    report.organizationCount -= unwritableCount
    report.evidenceCount -= omittedEvidenceCount
    report.omittedEvidenceCount = omittedEvidenceCount
    report.omittedLinkCount = export.omittedLinkCount
    report.files = [outputPath]
    return report
  }

  /// Calls back with every organisation, then with all evidence, in order of id, without what points to persons.
  ///
  /// - Parameter evidence: says how many links it wrote.
  private func forEach(
    _ registry: Registry, _ report: inout ExportReport, organization: (OrganizationProfile) throws -> Void,
    evidence: (Evidence) throws -> Int
  ) throws {
    var items = PersonalItems()
    var organizationCount = 0
    var evidenceCount = 0
    var linkCount = 0
    _ = try registry.changes(after: 0) { batch in
      switch batch {
      case .organizations(let profiles):
        for profile in profiles {
          try organization(items.withheld(profile))
          organizationCount += 1
        }
      case .evidence(let stored):
        for record in stored {
          linkCount += try evidence(items.withheld(try record.decoded()))
          evidenceCount += 1
        }
      case .deletedEvidence, .deletedOrganizations, .mergedOrganizations: break
      }
    }
    report.organizationCount = organizationCount
    report.evidenceCount = evidenceCount
    report.linkCount = linkCount
    report.withheldPersonalItemCount = items.withheldCount
  }
}

extension PersonalItems {
  /// Takes what points to persons out of texts; names of bodies and ids stay as they are.
  fileprivate mutating func withheld(_ profile: OrganizationProfile) -> OrganizationProfile {
    var profile = profile
    profile.summary = withheld(profile.summary)
    for index in profile.keywords.indices { profile.keywords[index] = withheld(profile.keywords[index]) }
    return profile
  }

  fileprivate mutating func withheld(_ evidence: Evidence) -> Evidence {
    var evidence = evidence
    evidence.title = withheld(evidence.title)
    evidence.text = withheld(evidence.text)
    for index in evidence.keywords.indices { evidence.keywords[index] = withheld(evidence.keywords[index]) }
    return evidence
  }

  private mutating func withheld(_ text: LocalizedText) -> LocalizedText {
    var text = text
    for index in text.entries.indices { text.entries[index].text = withheld(text.entries[index].text) }
    return text
  }
}
