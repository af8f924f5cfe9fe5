public import ResearchProfiles

/// The applications of one file and what was wrong beside them.
public struct ApplicationFile: Sendable {
  /// In the file's order; ids are unique, and each has text to match by.
  public var applications: [Application]
  public var issues: [IngestIssue]
  /// Applications met: those above and the rejected ones.
  public var recordsRead: Int

  public init(applications: [Application] = [], issues: [IngestIssue] = [], recordsRead: Int = 0) {
    self.applications = applications
    self.issues = issues
    self.recordsRead = recordsRead
  }
}
