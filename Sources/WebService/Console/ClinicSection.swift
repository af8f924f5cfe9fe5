import ForumDesk
import ForumRecords
import ResearchProfiles

/// The demand clinic's findings as the page shows them.
struct ClinicSection: Sendable {
  struct Check: Sendable {
    var title: String
    var state: String
    var stateClass: String
    var finding: String
    var suggestion: String?
  }

  var checks: [Check]
  var hasDuplicates: Bool
  var duplicates: [PageLayout.Link]
  var letter: String?

  /// `nil` where there is nothing to examine, or nothing to examine it by.
  init?(_ application: ForumApplication, _ desk: ForumDesk, _ language: Language) throws {
    guard application.wantsJointResearch, let live = desk.live else { return nil }
    let others = try desk.store.applications().items.filter { $0.status != .withdrawn }
    let report = live.clinic.examine(application, others: others)
    checks = report.checks.map { check in
      Check(
        title: check.title[language], state: check.state.name[language], stateClass: Self.badge(check.state),
        finding: check.finding[language], suggestion: check.suggestion?[language])
    }
    duplicates = report.duplicates.map {
      PageLayout.Link(
        label: "\($0.receipt) \($0.title) (\(Number.percent($0.overlap)))",
        address: ApplicationHead.address(of: $0.receipt))
    }
    hasDuplicates = !duplicates.isEmpty
    letter = report.needsLetter ? report.letter(applicationTitle: application.application.title)[language] : nil
  }

  private static func badge(_ state: ClinicState) -> String {
    switch state {
    case .good: "good"
    case .improvable: "fair"
    case .missing: "bad"
    }
  }
}
