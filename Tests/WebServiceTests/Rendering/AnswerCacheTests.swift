import ForumDesk
import ForumRecords
import PartnerDiscovery
import ResearchProfiles
import Synchronization
import TestCorpora
import Testing

@testable import WebService

@Suite struct AnswerCacheTests {
  private final class Clock: Sendable {
    private let time = Mutex(ContinuousClock.now)
    var now: ContinuousClock.Instant { time.withLock { $0 } }
    func advance(_ duration: Duration) { time.withLock { $0 += duration } }
  }

  /// The same workspace opened twice, as before and after a change.
  private func openings(_ folder: TemporaryFolder) throws -> (LiveForum, LiveForum) {
    let workspace = Workspace(path: folder.file("workspace"))
    let records = """
      {"type":"organization","id":"a","kind":"company","names":{"en":"Alpha"},"country":"KR"}
      {"type":"evidence","id":"e","kind":"project","title":"Beta","organizations":[{"id":"a","role":"coordinator"}]}
      """
    let source = try folder.write("records.jsonl", records)
    _ = try ImportSources(workspace: workspace, sources: [source]).run()
    let desk = try ForumDesk(workspace: workspace, passwordRoundExponent: 4, worksInBackground: false)
    let first = try #require(desk.live)
    try desk.reopen()
    return (first, try #require(desk.live))
  }

  /// The workspace with what applicants say by now.
  private func published(_ desk: ForumDesk) throws -> LiveForum {
    try desk.publish()
    return try #require(desk.live)
  }

  private func key(_ address: String, _ language: Language = .korean) -> AnswerCache.Key {
    AnswerCache.Key(address: address, language: language)
  }

  @Test func `an answer is made once for each address and language as long as the workspace stays`() throws {
    let (forum, _) = try openings(try TemporaryFolder())
    let clock = Clock()
    let cache = AnswerCache(now: { clock.now })
    #expect(cache.html(for: key("/a"), of: forum) { "first" } == "first")
    clock.advance(.seconds(3600))
    #expect(cache.html(for: key("/a"), of: forum) { "second" } == "first")
    #expect(cache.html(for: key("/a", .english), of: forum) { "english" } == "english")
    #expect(cache.html(for: key("/b"), of: forum) { "other" } == "other")
  }

  @Test func `who comes alone is found at once, and only a rush is answered as a moment ago`() throws {
    let (quiet, changed) = try openings(try TemporaryFolder())
    let clock = Clock()
    let cache = AnswerCache(now: { clock.now })
    _ = cache.html(for: key("/a"), of: quiet) { "a" }
    clock.advance(.seconds(60))
    #expect(cache.html(for: key("/b"), of: quiet) { "b" } == "b")
    clock.advance(.milliseconds(100))
    #expect(cache.html(for: key("/b"), of: changed) { "b changed" } == "b changed")
    clock.advance(AnswerCache.grace / 2)
    // Another change, soon after.
    #expect(cache.html(for: key("/b"), of: quiet) { "b again" } == "b changed")
    clock.advance(.seconds(1))
    #expect(cache.html(for: key("/b"), of: quiet) { "b again" } == "b again")
  }

  @Test func `in a rush an answer of before is shown no longer than the grace after it was made`() throws {
    let (before, after) = try openings(try TemporaryFolder())
    let clock = Clock()
    let cache = AnswerCache(now: { clock.now })
    _ = cache.html(for: key("/a"), of: before) { "before" }
    clock.advance(AnswerCache.grace - .milliseconds(1))
    #expect(cache.html(for: key("/a"), of: after) { "after" } == "before")
    clock.advance(.milliseconds(1))
    #expect(cache.html(for: key("/a"), of: after) { "after" } == "after")
    #expect(cache.html(for: key("/b"), of: after) { "new" } == "new")
  }

  @Test func `a failure is not kept`() throws {
    struct Failure: Error {}
    let cache = AnswerCache()
    #expect(throws: Failure.self) { try cache.html(for: key("/a"), of: nil) { throw Failure() } }
    #expect(cache.html(for: key("/a"), of: nil) { "a" } == "a")
    #expect(cache.html(for: key("/a"), of: nil) { "again" } == "a")
  }

  @Test func `an answer to nothing is none to a workspace that came later`() throws {
    let (forum, _) = try openings(try TemporaryFolder())
    let clock = Clock()
    let cache = AnswerCache(now: { clock.now })
    #expect(cache.html(for: key("/a"), of: nil) { "nothing" } == "nothing")
    clock.advance(.seconds(60))
    #expect(cache.html(for: key("/a"), of: forum) { "something" } == "something")
    clock.advance(.seconds(60))
    #expect(cache.html(for: key("/a"), of: nil) { "nothing again" } == "nothing again")
  }

  @Test func `a workspace that is not searched any more is let go, and its answers are no others'`() throws {
    let folder = try TemporaryFolder()
    let clock = Clock()
    let cache = AnswerCache(now: { clock.now })
    weak var old: LiveForum?
    do {
      let (before, _) = try openings(folder)
      old = before
      #expect(cache.html(for: key("/a"), of: before) { "before" } == "before")
    }
    #expect(old == nil)
    let (after, _) = try openings(folder)
    // Within the grace the answer is shown all the same.
    #expect(cache.html(for: key("/a"), of: after) { "after" } == "before")
    clock.advance(AnswerCache.grace)
    #expect(cache.html(for: key("/a"), of: after) { "after" } == "after")
  }

  @Test func `what was taken back is in no answer from then on`() throws {
    let folder = try TemporaryFolder()
    _ = try openings(folder)
    let desk = try ForumDesk(
      workspace: Workspace(path: folder.file("workspace")), passwordRoundExponent: 4, worksInBackground: false)
    func apply(_ id: String) throws {
      let application = Application(
        id: id, title: "Gamma", offers: [Need(statement: "delta")], applicant: Applicant(name: "Firm \(id)"))
      _ = try desk.takeIn(application, actor: "test")
    }
    let cache = AnswerCache()
    try apply("one")
    let one = try published(desk)
    #expect(cache.html(for: key("/a"), of: one) { "one" } == "one")
    try apply("two")
    let two = try published(desk)
    #expect(two !== one && two.withdrawalCount == one.withdrawalCount)
    #expect(cache.html(for: key("/a"), of: two) { "two" } == "one", "somebody came: within the grace")
    let receipt = try #require(try desk.store.applications().items.first).receipt
    _ = try desk.setStatus(.withdrawn, of: receipt, actor: "test")
    let fewer = try published(desk)
    #expect(cache.html(for: key("/a"), of: fewer) { "fewer" } == "fewer", "somebody went: at once")
    #expect(cache.html(for: key("/a"), of: nil) { "none" } == "none")
  }

  @Test func `no more bytes are kept than there is room for, and what is asked for stays`() throws {
    let cache = AnswerCache(byteLimit: 1000)
    let text = String(repeating: "가", count: 30)
    func ask(_ number: Int) -> Bool {
      var isMade = false
      _ = cache.html(for: key("/\(number)"), of: nil) {
        isMade = true
        return text
      }
      return !isMade
    }
    for number in 0..<1000 {
      _ = ask(number)
      #expect(cache.byteCount <= 1000)
      #expect(ask(0))
    }
    #expect(ask(0) && ask(999) && !ask(1))
    #expect(cache.byteCount > 500)
    let long = String(repeating: "x", count: 1000)
    #expect(cache.html(for: key("/long"), of: nil) { long } == long)
    #expect(cache.html(for: key("/long"), of: nil) { "made again" } == "made again")
    #expect(ask(0) && cache.byteCount <= 1000)
  }
}
