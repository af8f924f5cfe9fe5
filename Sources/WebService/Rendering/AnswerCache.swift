import ForumDesk
import Synchronization

/// Rendered answers to searches, as long as the workspace that was searched stays the same: many people at a forum ask the
/// same.
final class AnswerCache: Sendable {
  struct Key: Hashable, Sendable {
    var address: String
    var language: Language
  }

  private struct Answers {
    /// What was searched; held, so that its identity is not another's.
    var forum: LiveForum?
    var html: [Key: String] = [:]
  }

  private let capacity: Int
  private let answers = Mutex(Answers())

  /// - Parameter capacity: answers that are kept; all are dropped where there would be more.
  init(capacity: Int = 1000) { self.capacity = capacity }

  /// The answer that is known, else the one that is made now.
  func html(for key: Key, of forum: LiveForum?, make: () throws -> String) rethrows -> String {
    if let known = answers.withLock({ $0.forum === forum ? $0.html[key] : nil }) { return known }
    let made = try make()
    answers.withLock { answers in
      if answers.forum !== forum || answers.html.count >= capacity { answers = Answers(forum: forum) }
      answers.html[key] = made
    }
    return made
  }
}
