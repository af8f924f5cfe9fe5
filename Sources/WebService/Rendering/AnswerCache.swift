import ForumDesk
import Synchronization

/// Rendered answers to searches: many people at a forum ask the same.
///
/// An answer is shown again as long as the workspace that was searched stays the same, and for ``grace`` after it was made
/// in any case: while a hall of people applies, the workspace changes every second.
final class AnswerCache: Sendable {
  struct Key: Hashable, Sendable {
    var address: String
    var language: Language
  }

  private struct Answer {
    /// What was searched; held, so that its identity is not another's.
    var forum: LiveForum?
    var made: ContinuousClock.Instant
    var html: String
  }

  static let grace = Duration.seconds(2)

  private let capacity: Int
  private let now: @Sendable () -> ContinuousClock.Instant
  private let answers = Mutex<[Key: Answer]>([:])

  /// - Parameter capacity: answers that are kept; those that are out of date are dropped where there would be more, else all.
  init(capacity: Int = 1000, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
    self.capacity = capacity
    self.now = now
  }

  /// The answer that is known, else the one that is made now.
  func html(for key: Key, of forum: LiveForum?, make: () throws -> String) rethrows -> String {
    let time = now()
    func holds(_ answer: Answer) -> Bool { answer.forum === forum || time - answer.made < Self.grace }
    if let known = answers.withLock({ $0[key] }), holds(known) { return known.html }
    let html = try make()
    answers.withLock { answers in
      if answers.count >= capacity {
        answers = answers.filter { holds($0.value) }
        if answers.count >= capacity { answers.removeAll() }
      }
      answers[key] = Answer(forum: forum, made: time, html: html)
    }
    return html
  }
}
