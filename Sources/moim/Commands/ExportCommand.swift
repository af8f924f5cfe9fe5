import ArgumentParser
import Foundation
import PartnerDiscovery
import ResearchProfiles

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the organisations, evidence and links of a workspace for other systems.",
    discussion: """
      jsonl is Moim's own JSON Lines: importing it into a new workspace gives the same records. csv is a folder of three \
      tables (organizations.csv, evidence.csv, links.csv) that spreadsheets open as they are. cerif is CERIF-XML 1.2 in the \
      OpenAIRE profile. No export holds personal data.

      EXAMPLES
        moim export --workspace forum --format jsonl --output forum.jsonl
        moim export --workspace forum --format csv --output forum-tables
        moim export --workspace forum --format cerif --output forum.xml
      """)

  @OptionGroup var workspace: WorkspaceOption

  @Option(
    name: .long, help: ArgumentHelp("What to write: \(ExportCommand.formats).", valueName: "format"),
    completion: .list(ExportFormat.allCases.map(\.rawValue)))
  var format: String

  @Option(
    name: [.long, .short], help: ArgumentHelp("The file, or for csv the folder, to write.", valueName: "path"),
    completion: .file())
  var output: String

  @Flag(name: .long, help: "Prints what was written as one JSON document.")
  var json = false

  private static var formats: String { ExportFormat.allCases.map(\.rawValue).joined(separator: ", ") }

  private struct Document: Encodable {
    var organizations: Int
    var evidence: Int
    var links: Int
    var omittedEvidence: Int
    var omittedLinks: Int
    var withheldPersonalItems: Int
    var files: [String]

    enum CodingKeys: String, CodingKey {
      case organizations, evidence, links, files
      case omittedEvidence = "omitted_evidence"
      case omittedLinks = "omitted_links"
      case withheldPersonalItems = "withheld_personal_items"
    }
  }

  func validate() throws {
    if ExportFormat(rawValue: format) == nil {
      throw ValidationError("There is no format '\(format)'; choose one of \(Self.formats).")
    }
  }

  func run() throws {
    guard let format = ExportFormat(rawValue: format) else { return }
    var export = ExportWorkspace(workspace: workspace.resolved, format: format, outputPath: output)
    export.day = CalendarDate(daysSinceEpoch: Int32(Date().timeIntervalSince1970 / 86_400))
    let report = try export.run()
    if json {
      return try Terminal.print(
        try Format.json(
          Document(
            organizations: report.organizationCount, evidence: report.evidenceCount, links: report.linkCount,
            omittedEvidence: report.omittedEvidenceCount, omittedLinks: report.omittedLinkCount,
            withheldPersonalItems: report.withheldPersonalItemCount, files: report.files)))
    }
    try Terminal.print(
      "\(report.organizationCount) organisations, \(report.evidenceCount) pieces of evidence, \(report.linkCount) links in "
        + report.files.joined(separator: ", "))
    if report.omittedEvidenceCount + report.omittedLinkCount > 0 {
      Terminal.note(
        "\(report.omittedEvidenceCount) pieces of evidence and \(report.omittedLinkCount) links have no place in \(format.rawValue)"
      )
    }
    if report.withheldPersonalItemCount > 0 {
      Terminal.note(
        "\(report.withheldPersonalItemCount) addresses and numbers of persons were taken out of texts")
    }
  }
}
