import ForumDesk

/// The answers of an ``AnswerCache``, with what they take; those that were not asked for longest go first.
struct KeptAnswers {
  private struct Answer {
    /// What was searched. Not kept alive: an index that nobody searches any more is memory.
    weak var forum: LiveForum?
    /// Of the forum; `nil` where there was nothing to search.
    let withdrawalCount: Int?
    let made: ContinuousClock.Instant
    let html: String
    /// Among all uses of all answers.
    var lastUse: UInt64

    func isOf(_ current: LiveForum?) -> Bool {
      if let current { forum === current } else { withdrawalCount == nil }
    }
  }

  private var answers: [AnswerCache.Key: Answer] = [:]
  private var useCount: UInt64 = 0
  /// What was searched last, since when, and whether what was searched before that had just come too.
  private weak var current: LiveForum?
  private var currentSince: ContinuousClock.Instant?
  private var isRush = false
  /// Of all answers and their addresses.
  private(set) var byteCount = 0

  /// The answer, where it is of this forum; in a rush also where it was made just now, and nothing was taken back since.
  mutating func html(
    for key: AnswerCache.Key, of forum: LiveForum?, at time: ContinuousClock.Instant, grace: Duration
  ) -> String? {
    if forum !== current || currentSince == nil {
      isRush = currentSince.map { time - $0 < AnswerCache.rushInterval } ?? false
      (current, currentSince) = (forum, time)
    }
    guard let known = answers[key],
      known.isOf(forum)
        || (isRush && time - known.made < grace && known.withdrawalCount == forum?.withdrawalCount)
    else { return nil }
    useCount += 1
    answers[key]?.lastUse = useCount
    return known.html
  }

  /// Keeps an answer, and lets others go where all together would take more than the limit.
  ///
  /// - Complexity: O(n log n) where others must go, then for a quarter of the limit at once; else O(1).
  mutating func keep(
    _ html: String, for key: AnswerCache.Key, of forum: LiveForum?, made: ContinuousClock.Instant, byteLimit: Int
  ) {
    remove(key)
    let size = Self.byteCount(of: html, for: key)
    guard size <= byteLimit else { return }
    if byteCount + size > byteLimit {
      let target = byteLimit - max(size, byteLimit / 4)
      for (oldest, _) in answers.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
        if byteCount <= target { break }
        remove(oldest)
      }
    }
    useCount += 1
    answers[key] = Answer(
      forum: forum, withdrawalCount: forum?.withdrawalCount, made: made, html: html, lastUse: useCount)
    byteCount += size
  }

  private mutating func remove(_ key: AnswerCache.Key) {
    if let answer = answers.removeValue(forKey: key) { byteCount -= Self.byteCount(of: answer.html, for: key) }
  }

  private static func byteCount(of html: String, for key: AnswerCache.Key) -> Int {
    html.utf8.count + key.address.utf8.count
  }
}
