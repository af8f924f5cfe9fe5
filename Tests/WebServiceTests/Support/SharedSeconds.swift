import Synchronization

/// A number of seconds that several may read while one moves it.
final class SharedSeconds: Sendable {
  private let seconds: Mutex<Int64>

  init(_ value: Int64) { seconds = Mutex(value) }

  var value: Int64 { seconds.withLock { $0 } }

  func add(_ count: Int64) { seconds.withLock { $0 += count } }
}
