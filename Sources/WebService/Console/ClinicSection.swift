import ForumDesk
import ForumRecords

/// The demand clinic's findings as the page shows them.
struct ClinicSection: Sendable {
  struct Check: Sendable {
    var title: String
    var state: String
    var stateClass: String
    var finding: String
    var suggestion: String?
  }

  var checks: [Check] = []
  var hasEffects = false
  var effects: [String] = []
  var hasDuplicates = false
  var duplicates: [PageLayout.Link] = []
  var letter: String?

  /// `nil` where there is nothing to examine.
  init?(_ application: ForumApplication, _ desk: ForumDesk, _ language: Language) { return nil }
}
