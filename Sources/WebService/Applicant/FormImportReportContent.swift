import ForumDesk
import ForumRecords

/// What the template `intake-report` shows: what became of the rows of an import.
struct FormImportReportContent: Sendable {
  struct Issue: Sendable {
    var line: Int
    var state: String
    var stateClass: String
    var field: String
    var message: String
  }

  private static let shownIssueCount = 500

  var name: String
  var begun: String
  var state: String
  var counts: String?
  var issues: [Issue]
  var hasIssues: Bool
  var moreText: String?
  var receipts: [PageLayout.Link]
  var hasReceipts: Bool

  init(_ job: Job, _ language: Language) {
    let report = FormImportJob.report(of: job)
    name = report?.name ?? ""
    begun = job.begun.description
    let advice: Bilingual? =
      switch job.state {
      case .running: Bilingual(both: job.progress)
      case .done: nil
      case .failed: Bilingual("이미 저장된 것은 남아 있으니 다시 가져오십시오.", "What was stored stands; import it again.")
      case .interrupted: Bilingual("다시 가져오십시오.", "Import it again.")
      }
    state = Bilingual(job.state)[language] + (advice.map { ": " + $0[language] } ?? "")
    counts = report.map { FormImportJob.counts($0, language) }
    (issues, moreText) = report.map { Self.issues(of: $0, language) } ?? ([], nil)
    hasIssues = !issues.isEmpty
    receipts = (report?.receipts ?? []).map { PageLayout.Link(label: $0, address: "/desk/applications/\($0)") }
    hasReceipts = !receipts.isEmpty
  }

  /// The issues by line, as many as a page takes, and what is said of the others.
  static func issues(of report: FormImportReport, _ language: Language) -> ([Issue], String?) {
    let shown = report.issues.prefix(shownIssueCount).map { issue in
      Issue(
        line: issue.line,
        state: issue.isRejected
          ? Bilingual("거부", "Rejected")[language] : Bilingual("알림", "Note")[language],
        stateClass: issue.isRejected ? "bad" : "fair",
        field: issue.key.flatMap { IntakeForm.standard[$0]?.label[language] } ?? "",
        message: issue.message[language])
    }
    let rest = report.issues.count - shown.count
    return (shown, rest > 0 ? Bilingual("그 밖에 \(rest)건", "\(rest) more")[language] : nil)
  }
}
