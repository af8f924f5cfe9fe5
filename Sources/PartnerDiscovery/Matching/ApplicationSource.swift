public import ProfileIngest
public import ResearchProfiles

/// Applications from a file, and what was wrong beside them.
public struct ApplicationSource: Sendable {
  public let applications: [Application]
  public let issues: [IngestIssue]

  /// - Throws: an `IngestError` where the file is none of applications.
  public init(path: String) throws {
    let file = try ApplicationReader().read(path: path)
    applications = file.applications
    issues = file.issues
  }
}
