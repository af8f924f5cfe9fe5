import ForumRecords
import Synchronization

/// A clock that stands still until it is moved.
final class ForumClock: Sendable {
  private let seconds = Mutex<Int64>(1_795_222_800)

  var time: ForumTime { ForumTime(secondsSinceEpoch: seconds.withLock { $0 }) }

  func advance(days: Int) { seconds.withLock { $0 += Int64(days) * 86_400 } }
}
