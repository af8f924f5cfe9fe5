import ForumRecords
import Foundation
import Synchronization
import TestCorpora
import Testing

@Suite struct WorkspaceLockTests {
  @Test func `a second writer is told at once who holds the workspace`() throws {
    let folder = try TemporaryFolder()
    let lock = try WorkspaceLock(workspace: folder.path)
    let processID = ProcessInfo.processInfo.processIdentifier
    #expect(throws: RegistryError.workspaceInUse(workspace: folder.path, processID: processID)) {
      try WorkspaceLock(workspace: folder.path)
    }
    withExtendedLifetime(lock) {}
  }

  @Test func `a lock goes with its holder`() throws {
    let folder = try TemporaryFolder()
    for _ in 0..<3 { #expect(throws: Never.self) { _ = try WorkspaceLock(workspace: folder.path) } }
  }

  @Test func `two workspaces are locked independently`() throws {
    let (one, other) = (try TemporaryFolder(), try TemporaryFolder())
    let locks = [try WorkspaceLock(workspace: one.path), try WorkspaceLock(workspace: other.path)]
    #expect(locks.count == 2)
  }

  @Test func `a killed holder leaves no lock`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let lock = try WorkspaceLock(workspace: path)
      _ = withExtendedLifetime(lock) { kill(getpid(), SIGKILL) }
    }
    #expect(throws: Never.self) { _ = try WorkspaceLock(workspace: path) }
  }

  @Test func `a missing folder is an input error`() {
    #expect(throws: RegistryError.inputOutput(path: "/nowhere/at/all/.lock", detail: "No such file or directory")) {
      try WorkspaceLock(workspace: "/nowhere/at/all")
    }
  }
}

@Suite struct MergeLockTests {
  @Test func `a merge hinders no writer, and one merges at a time`() throws {
    let folder = try TemporaryFolder()
    let merging = try WorkspaceLock(workspace: folder.path, purpose: .merging)
    #expect(throws: RegistryError.self) { _ = try WorkspaceLock(workspace: folder.path, purpose: .merging) }
    #expect(throws: Never.self) { _ = try WorkspaceLock(workspace: folder.path) }
    withExtendedLifetime(merging) {}
  }

  @Test func `a writer waits for a merge that is being published, and not for another writer`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    let publishing = Mutex<WorkspaceLock?>(try WorkspaceLock(workspace: path, purpose: .publishingMerge))
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.06)
      publishing.withLock { $0 = nil }
    }
    let start = ContinuousClock.now
    let writer = try WorkspaceLock(workspace: path)
    #expect(ContinuousClock.now - start > .milliseconds(20))
    let refused = ContinuousClock.now
    #expect(throws: RegistryError.self) { _ = try WorkspaceLock(workspace: path) }
    #expect(ContinuousClock.now - refused < .milliseconds(300))
    withExtendedLifetime((writer, folder)) {}
  }
}
