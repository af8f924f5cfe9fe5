import ForumDesk
import Synchronization

/// Rendered answers to searches: many people at a forum ask the same.
///
/// An answer is shown again as long as the workspace that was searched stays the same. While a hall of people applies, the
/// workspace changes every second: then it is shown for ``grace`` after it was made all the same. Where something was taken
/// back, answers of before are not shown any more.
final class AnswerCache: Sendable {
  struct Key: Hashable, Sendable {
    var address: String
    var language: Language
  }

  /// With the time of a publication it stays below the second within which somebody who applies is to be found.
  static let grace = Duration.milliseconds(700)
  /// How soon after one change another makes a rush.
  static let rushInterval = Duration.seconds(2)
  /// An answer is 40 to 90 kB: room for some five hundred different searches, which a machine of 1 GiB does not feel.
  static let usualByteLimit = 32 << 20

  private let byteLimit: Int
  private let now: @Sendable () -> ContinuousClock.Instant
  private let kept = Mutex(KeptAnswers())

  /// - Parameter byteLimit: of all answers that are kept, with their addresses.
  init(
    byteLimit: Int = AnswerCache.usualByteLimit, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.byteLimit = byteLimit
    self.now = now
  }

  /// What all answers take that are kept.
  var byteCount: Int { kept.withLock { $0.byteCount } }

  /// The answer that is known, else the one that is made now.
  func html(for key: Key, of forum: LiveForum?, make: () throws -> String) rethrows -> String {
    let time = now()
    if let known = kept.withLock({ $0.html(for: key, of: forum, at: time, grace: Self.grace) }) { return known }
    let html = try make()
    kept.withLock { $0.keep(html, for: key, of: forum, made: time, byteLimit: byteLimit) }
    return html
  }
}
