public import ForumRecords
import ParallelExecution

/// When partners are ranked: at once where somebody at the desk changes an application, behind the answer where a hall of
/// people applies, and by whoever asks for suggestions that are not made yet.
extension ForumDesk {
  /// Ranks partners anew and keeps them with their reasons; answers and marks of staff stay.
  ///
  /// - Throws: errors of the store.
  public func refreshSuggestions(of receipt: String, actor: String) throws {
    rankingQueue.takeOut(receipt)
    while let application = try store.application(receipt: receipt) {
      let ranked = live
      try store.replaceSuggestions(try suggestions(for: application), receipt: receipt, actor: actor, time: now)
      if try isCurrent(application, ranked) { return }
    }
  }

  /// Suggestions of an application, best first; made now where they were still to be made.
  ///
  /// - Throws: errors of the store.
  public func suggestions(of receipt: String, releasedOnly: Bool = false) throws -> [Suggestion] {
    // What cannot be made now is no reason to hide what there is.
    if rankingQueue.isPending(receipt) { try? refreshSuggestions(of: receipt, actor: Self.rankingActor) }
    return try store.suggestions(receipt: receipt, releasedOnly: releasedOnly)
  }

  /// Has partners ranked soon, in the order of the calls, on a core that nobody else needs.
  func rankInBackground(_ receipts: [String]) {
    guard rankingQueue.add(receipts), worksInBackground else { return }
    Task {
      while let receipt = rankingQueue.next() { await rank(receipt) }
    }
  }

  private func rank(_ receipt: String) async {
    do {
      while let application = try store.application(receipt: receipt), application.status != .withdrawn {
        let ranked = live
        let suggestions = try await BackgroundWork.value(isYielding: true) { try self.suggestions(for: application) }
        if suggestions.isEmpty, try store.suggestions(receipt: receipt).isEmpty { return }
        // Not by the thread that ranked: while a thread that yields writes, everybody who writes would wait for it.
        try await store.replaceSuggestionsSuspending(
          suggestions, receipt: receipt, actor: Self.rankingActor, time: now)
        if try isCurrent(application, ranked) { return }
      }
    } catch {
      // The application is kept, and so are suggestions of before. Where there are none, partners are ranked when the desk is
      // next opened or something is imported; else when the application is next changed.
    }
  }

  /// Whether what was ranked is still what there is: a text that was revised or erased meanwhile must not come back.
  private func isCurrent(_ application: ForumApplication, _ ranked: LiveForum?) throws -> Bool {
    guard ranked === live else { return false }
    return try store.application(receipt: application.receipt)?.revision == application.revision
  }

  private static let rankingActor = "system"
}
