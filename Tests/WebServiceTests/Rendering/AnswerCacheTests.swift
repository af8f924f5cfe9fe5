import ForumDesk
import PartnerDiscovery
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

  @Test func `after a change of the workspace an answer is shown no longer than the grace after it was made`() throws {
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

  @Test func `a failure is not kept, and no more is kept than there is room for`() throws {
    struct Failure: Error {}
    let (forum, other) = try openings(try TemporaryFolder())
    let clock = Clock()
    let cache = AnswerCache(capacity: 2, now: { clock.now })
    #expect(throws: Failure.self) { try cache.html(for: key("/a"), of: forum) { throw Failure() } }
    #expect(cache.html(for: key("/a"), of: forum) { "a" } == "a")
    clock.advance(.seconds(60))
    // The one of the workspace as it was goes first.
    #expect(cache.html(for: key("/b"), of: other) { "b" } == "b")
    #expect(cache.html(for: key("/c"), of: other) { "c" } == "c")
    #expect(cache.html(for: key("/b"), of: other) { "b again" } == "b")
    #expect(cache.html(for: key("/a"), of: forum) { "a again" } == "a again")
  }
}
