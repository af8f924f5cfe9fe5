import Dispatch

/// Work that has been begun on a thread of its own, after which nobody needs to wait.
public final class BackgroundWork: Sendable {
  private let group = DispatchGroup()

  /// Begins at once, with less claim to the cores than what somebody waits for.
  public init(_ body: @escaping @Sendable () -> Void) {
    DispatchQueue.global(qos: .utility).async(group: group, execute: DispatchWorkItem(block: body))
  }

  /// Returns when the work is done. Not for asynchronous code, whose threads it would hold up.
  public func wait() { group.wait() }
}
