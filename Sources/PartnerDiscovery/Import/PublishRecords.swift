import ForumRecords
public import ParallelExecution
public import ResearchProfiles
import SearchIndex
import TextAnalysis

/// Makes a few organisations and pieces of evidence searchable at once, outside an import: what applicants say of
/// themselves.
public struct PublishRecords: Sendable {
  public let workspace: Workspace
  public var executor = ParallelExecutor.serial
  public var memoryByteCount = IndexMemory.usualByteCount

  public init(workspace: Workspace) { self.workspace = workspace }

  /// What one source says: all of it replaces what the same source said before.
  public struct Statement: Hashable, Sendable {
    /// Under which it can be taken back by ``WorkspaceSources/remove(_:)``.
    public var source: String
    /// Become known where they are not; of known ones only what is missing is filled in.
    public var organizations: [OrganizationProfile]
    public var evidence: [Evidence]

    public init(source: String, organizations: [OrganizationProfile], evidence: [Evidence]) {
      self.source = source
      self.organizations = organizations
      self.evidence = evidence
    }
  }

  /// Stores, resolves and indexes the statements; a workspace is made where there is none.
  ///
  /// - Parameters:
  ///   - withdrawn: sources whose statements are taken back first.
  ///   - openSession: what its index has mapped is not mapped again.
  /// - Throws: where another process holds the workspace (an import): try again later.
  /// - Complexity: that of the statements, and some milliseconds for publication.
  public func run(
    _ statements: [Statement], withdrawn: [String] = [], openSession: DiscoverySession? = nil
  ) throws {
    try workspace.withWritableRegistry(
      prepare: { try workspace.analyzer() },
      body: { try store(statements, withdrawn: withdrawn, in: $0, analyzer: $1, openSession: openSession) })
  }

  private func store(
    _ statements: [Statement], withdrawn: [String], in registry: Registry, analyzer: any TextAnalyzer,
    openSession: DiscoverySession?
  ) throws {
    for source in withdrawn { _ = try registry.removeSource(named: source) }
    let date = CalendarDate.today
    for statement in statements {
      _ = try registry.removeSource(named: statement.source)
      let changes =
        statement.organizations.map(RegistryChange.mention)
        + statement.evidence.map { RegistryChange.evidence(EncodedEvidence($0), mentions: []) }
      let origin = RecordOrigin(source: statement.source, location: "", date: date)
      _ = try registry.apply(changes, origins: Array(repeating: origin, count: changes.count))
    }
    _ = try ResolveBodies(registry: registry, executor: executor, date: date).run()
    _ = try IndexFollower(
      registry: registry, directory: try IndexDirectory(path: workspace.indexPath), analyzer: analyzer,
      executor: executor, memoryByteCount: memoryByteCount
    ).update(reusing: openSession?.snapshot)
  }
}
