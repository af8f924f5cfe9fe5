import IndexStorage
import SearchIndex
import TextAnalysis

/// Builds the index anew from the registry.
public struct ReindexWorkspace {
  public let workspace: Workspace
  /// What inverted documents may take before they are written.
  public var memoryByteCount = IndexMemory.usualByteCount

  public init(workspace: Workspace) { self.workspace = workspace }

  /// Derives the index again, with the workspace's analyser; the old one, if it can be read, serves until then.
  ///
  /// - Returns: how many pieces of evidence (with statements) and organisations it now holds.
  public func run() throws -> (evidenceCount: Int, organizationCount: Int) {
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    let snapshot = try workspace.withWritableRegistry(
      prepare: { try workspace.analyzer() },
      body: { registry, analyzer in
        try IndexFollower(
          registry: registry, directory: try IndexDirectory(path: workspace.indexPath), analyzer: analyzer,
          memoryByteCount: memoryByteCount
        ).rebuild()
      })
    return (
      snapshot.collection(IndexContents.evidence)?.liveCount ?? 0,
      snapshot.collection(IndexContents.organizations)?.liveCount ?? 0
    )
  }
}
