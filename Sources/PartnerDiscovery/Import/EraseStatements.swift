import ForumRecords
import Foundation
import IndexStorage
import ParallelExecution
import ResearchProfiles
import SearchIndex

/// Takes back what some sources say so that nothing of it is left in the bytes of the workspace: the registry's file is
/// rebuilt, and the index is derived anew.
///
/// It is announced before anything is done and called done at the end: one that was killed is found by ``isPending`` and
/// made good by running it again.
public struct EraseStatements: Sendable {
  public let workspace: Workspace
  public var memoryByteCount = IndexMemory.usualByteCount

  public init(workspace: Workspace) { self.workspace = workspace }

  private static let markPrefix = "erasure-pending-"

  /// Each announcement is a file of its own: a run settles those that it found when it began, and no later one.
  private func marks() throws -> [String] {
    guard FileSystem.exists(workspace.path) else { return [] }
    return try FileSystem.names(in: workspace.path).filter { $0.hasPrefix(Self.markPrefix) }
  }

  /// Whether one was announced and is not done.
  public var isPending: Bool { (try? marks().isEmpty) == false }

  /// Makes sure that remains are erased, even if the process ends now. To be called once what is to go can be told from
  /// what stays: a run that has begun before does not count.
  public func announce() throws {
    try workspace.create()
    try FileSystem.replaceFile(
      at: workspace.path + "/" + Self.markPrefix + UUID().uuidString.lowercased(), with: Array("erase\n".utf8))
  }

  /// - Parameter sources: asked once it is known which announcements are settled. Those that are still there are taken
  ///   back; what was taken back before is erased in any case.
  /// - Throws: where another process holds the workspace (an import), and then nothing was done: try again later.
  /// - Complexity: linear in the registry, which is rebuilt and indexed.
  public func run(_ sources: () throws -> [String] = { [] }) throws {
    if try marks().isEmpty { try announce() }
    let settled = try marks()
    if workspace.exists { try erase(sources()) }
    for name in settled { try FileSystem.removeFile(workspace.path + "/" + name) }
  }

  private func erase(_ sources: [String]) throws {
    try workspace.withWritableRegistry(
      prepare: { try workspace.analyzer() },
      body: { registry, analyzer in
        for source in sources { _ = try registry.removeSource(named: source) }
        _ = try ResolveBodies(registry: registry, executor: .serial, date: .today).run()
        try registry.eraseRemains()
        _ = try IndexFollower(
          registry: registry, directory: try IndexDirectory(path: workspace.indexPath), analyzer: analyzer,
          executor: .serial, memoryByteCount: memoryByteCount
        ).rebuild()
      })
    // A merge that was begun before has written what is erased here; looking for the next one removes its file.
    _ = try SettleIndex(workspace: workspace).run()
  }
}
