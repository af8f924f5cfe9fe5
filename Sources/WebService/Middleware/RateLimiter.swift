import Synchronization

/// Lets each address do something so often and no more: a token bucket for each, forgotten once it is full again.
final class RateLimiter: Sendable {
  private struct Bucket {
    var tokens: Double
    var time: ContinuousClock.Instant
  }

  private let capacity: Double
  private let tokensPerSecond: Double
  private let buckets = Mutex<[String: Bucket]>([:])
  /// Beyond so many addresses the full ones are forgotten.
  private static let addressLimit = 10_000

  /// - Parameters:
  ///   - burst: how often at once.
  ///   - perMinute: how often in the long run.
  init(burst: Int, perMinute: Double) {
    capacity = Double(burst)
    tokensPerSecond = perMinute / 60
  }

  /// Takes one turn; `false` where there is none left.
  func admits(_ address: String, now: ContinuousClock.Instant = .now) -> Bool {
    buckets.withLock { buckets in
      var bucket = refilled(buckets[address], now)
      defer { buckets[address] = bucket }
      if buckets.count > Self.addressLimit { buckets = buckets.filter { refilled($0.value, now).tokens < capacity } }
      guard bucket.tokens >= 1 else { return false }
      bucket.tokens -= 1
      return true
    }
  }

  private func refilled(_ bucket: Bucket?, _ now: ContinuousClock.Instant) -> Bucket {
    guard let bucket else { return Bucket(tokens: capacity, time: now) }
    let elapsed = bucket.time.duration(to: now)
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    return Bucket(tokens: min(capacity, bucket.tokens + seconds * tokensPerSecond), time: now)
  }
}
