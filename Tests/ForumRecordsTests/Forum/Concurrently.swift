import Foundation
import Synchronization

/// Runs something on several threads at once and waits for all of them.
enum Concurrently {
  static func run(count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let running = Mutex(count)
    for worker in 0..<count {
      Thread.detachNewThread {
        body(worker)
        running.withLock { $0 -= 1 }
      }
    }
    while running.withLock({ $0 }) > 0 { Thread.sleep(forTimeInterval: 0.002) }
  }

  /// Holds up this thread.
  static func pause(milliseconds: Int) { Thread.sleep(forTimeInterval: Double(milliseconds) / 1000) }
}
