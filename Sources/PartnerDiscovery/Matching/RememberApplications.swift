import ForumRecords
public import ResearchProfiles

/// Keeps the applications that were matched, so that they can be named by their ids afterwards.
public struct RememberApplications {
  public let workspace: Workspace

  public init(workspace: Workspace) { self.workspace = workspace }

  /// - Throws: where the workspace cannot be written, or another process is writing to it.
  public func run(_ applications: [Application]) throws {
    let lock = try workspace.lock()
    defer { withExtendedLifetime(lock) {} }
    let registry = try Registry(path: workspace.registryPath, mode: .readWrite)
    try registry.store(applications)
    try registry.close()
  }
}
