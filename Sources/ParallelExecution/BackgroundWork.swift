import Dispatch
import Foundation
import Glibc

/// Work that has been begun on a thread of its own, after which nobody needs to wait.
public final class BackgroundWork: Sendable {
  private let group = DispatchGroup()

  /// Begins at once.
  ///
  /// - Parameter isYielding: whether the work leaves the cores to whatever somebody waits for, and takes a tenth of what
  ///   they have where all are busy. Not for work that holds what others wait for.
  public init(isYielding: Bool = false, _ body: @escaping @Sendable () -> Void) {
    guard isYielding else {
      DispatchQueue.global(qos: .utility).async(group: group, execute: DispatchWorkItem(block: body))
      return
    }
    group.enter()
    // The threads of a dispatch queue serve others afterwards, and a thread that is nice stays nice.
    Thread.detachNewThread { [group] in
      Self.yield()
      body()
      group.leave()
    }
  }

  /// Beside the 1024 shares of a thread of niceness 0 one of 10 has 110.
  private static let yieldingNiceness: Int32 = 10

  /// Lets the calling thread yield from now on.
  private static func yield() {
    // Linux keeps niceness by thread, and takes 0 for the calling one. Where it is refused, nothing is lost but time.
    let thread = __priority_which_t(PRIO_PROCESS.rawValue)
    if getpriority(thread, 0) < yieldingNiceness { _ = setpriority(thread, 0, yieldingNiceness) }
  }

  /// Returns when the work is done. Not for asynchronous code, whose threads it would hold up.
  public func wait() { group.wait() }
}
