import ForumDesk
import ForumRecords
import Foundation

/// The import of a form service's export as it is kept among the jobs.
enum FormImportJob {
  static let kind = "import.forms"

  static func json(_ report: FormImportReport) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(report)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  static func report(of job: Job) -> FormImportReport? {
    job.report.flatMap { try? JSONDecoder().decode(FormImportReport.self, from: Data($0.utf8)) }
  }

  static func counts(_ report: FormImportReport, _ language: Language) -> String {
    Bilingual(
      "읽음 \(report.readCount) = 접수 \(report.acceptedCount) + 고침 \(report.updatedCount) + 그대로 \(report.unchangedCount) + 거부 \(report.rejectedCount)",
      "read \(report.readCount) = accepted \(report.acceptedCount) + updated \(report.updatedCount) + unchanged \(report.unchangedCount) + rejected \(report.rejectedCount)"
    )[language]
  }
}
