import ForumRecords
public import ResearchProfiles

/// Keeps the applications that were matched, so that they can be named by their ids afterwards.
public struct RememberApplications {
  public let workspace: Workspace

  public init(workspace: Workspace) { self.workspace = workspace }

  /// - Throws: where the workspace cannot be written, or another process is writing to it.
  public func run(_ applications: [Application]) throws {
    try workspace.withWritableRegistry(prepare: {}, body: { registry, _ in try registry.store(applications) })
  }
}
