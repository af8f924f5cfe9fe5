import ForumRecords
public import ParallelExecution
import SearchIndex

/// Carries out the merges of the index that are too large for an update to wait for, so that the number of its segments
/// stays small.
///
/// The work is done beside updates and searches; only publication, some milliseconds, takes the workspace's lock. Killed
/// at any moment, the index is what it was.
public struct SettleIndex: Sendable {
  public let workspace: Workspace
  public var executor = ParallelExecutor.serial
  public var memoryByteCount = IndexMemory.usualByteCount

  public init(workspace: Workspace) { self.workspace = workspace }

  /// - Parameter mergeLimit: how many merges to carry out at most. Each update adds one segment or few, and a merge
  ///   takes several away: one for each update is enough.
  /// - Returns: how many were published; 0 too where another process is merging, or writing for a while.
  public func run(mergeLimit: Int = 1) throws -> Int {
    guard workspace.exists, let merging = try? WorkspaceLock(workspace: workspace.path, purpose: .merging) else {
      return 0
    }
    defer { withExtendedLifetime(merging) {} }
    let directory = IndexDirectory(existing: workspace.indexPath)
    var count = 0
    while count < mergeLimit,
      let merge = try IndexMerge.prepare(directory: directory, executor: executor, memoryByteCount: memoryByteCount)
    {
      guard let writing = try? WorkspaceLock(workspace: workspace.path, purpose: .publishingMerge) else {
        return count
      }
      defer { withExtendedLifetime(writing) {} }
      if try !merge.publish() { return count }
      count += 1
    }
    return count
  }

  /// Does the same on a thread of its own. What fails is tried again after the next update.
  @discardableResult
  public func runInBackground() -> BackgroundWork { BackgroundWork(isYielding: true) { _ = try? run() } }
}
