import ForumDesk
import ForumRecords
import PartnerDiscovery
import ResearchProfiles
import Synchronization
import TestCorpora
import Testing

/// The landscape is counted beside what people wait for, once for each change.
@Suite struct LandscapeDeskTests {
  /// A forum whose clock moves a second with every look at it.
  private final class Clock: Sendable {
    private let seconds = Mutex<Int64>(1_795_222_800)

    var next: ForumTime {
      seconds.withLock { seconds in
        seconds += 1
        return ForumTime(secondsSinceEpoch: seconds)
      }
    }
  }

  private func settled(_ landscapes: LandscapeDesk) async throws -> LandscapeDesk.Content {
    for _ in 0..<500 {
      let answer = try await landscapes.answer(waitingMilliseconds: 100)
      if !answer.isCounting, let content = answer.content { return content }
    }
    throw CancellationError()
  }

  private func application(_ id: String, _ need: String) -> Application {
    Application(
      id: id, title: "원자 자력계", needs: [Need(statement: need)],
      applicant: Applicant(id: OrganizationID("u"), name: "가상대학교", kind: .university, country: "KR"))
  }

  /// A university and a firm.
  private func forum(_ folder: TemporaryFolder) throws -> ForumDesk {
    let source = try folder.write(
      "a.jsonl",
      """
      {"type":"organization","id":"u","kind":"university","names":{"ko":"가상대학교"},"country":"KR","region":"서울"}
      {"type":"organization","id":"f","kind":"company","names":{"ko":"누리센서"},"country":"KR","region":"서울"}
      {"type":"evidence","id":"e","kind":"patent","title":"소형 양자 자력계","text":"광펌핑 원자 자력계 센서","organizations":[{"id":"f","role":"owner"}]}
      """)
    let workspace = Workspace(path: folder.file("workspace"))
    _ = try ImportSources(workspace: workspace, sources: [source]).run()
    let clock = Clock()
    return try ForumDesk(workspace: workspace, passwordRoundExponent: 4, worksInBackground: false) { clock.next }
  }

  @Test func `it is counted once for each change, and the count before is shown meanwhile`() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let desk = try forum(folder)
    let landscapes = LandscapeDesk(desk: desk)
    _ = try desk.takeIn(application("one", "광펌핑 원자 자력계 센서"), actor: "test")

    #expect(try landscapes.answer().isCounting, "nobody waits for a count")
    let first = try await settled(landscapes)
    #expect(first.areas.applicationCount == 1 && first.needs?.needCount == 1)
    #expect(try await settled(landscapes).made == first.made, "nothing has changed: nothing is counted")

    _ = try desk.takeIn(application("two", "달 표토 시료 채취 장비"), actor: "test")
    let meanwhile = try landscapes.answer()
    #expect(meanwhile.isCounting && meanwhile.content?.made == first.made)
    let second = try await settled(landscapes)
    #expect(second.areas.applicationCount == 2)
    #expect(second.needs?.unmet.map(\.statement) == ["달 표토 시료 채취 장비"])
  }

  @Test func `what somebody has withdrawn is not shown while it is counted anew`() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let desk = try forum(folder)
    let landscapes = LandscapeDesk(desk: desk)
    let stays = try desk.takeIn(application("one", "광펌핑 원자 자력계 센서"), actor: "test").application
    let goes = try desk.takeIn(application("two", "달 표토 시료 채취 장비"), actor: "test").application
    #expect(try await settled(landscapes).needs?.unmet.map(\.receipt) == [goes.receipt])
    try desk.erase([goes.receipt], actor: "test")
    #expect(try landscapes.answer().content == nil)
    let after = try await settled(landscapes)
    #expect(after.areas.applicationCount == 1 && after.needs?.unmet.isEmpty == true)
    #expect(try desk.store.application(receipt: stays.receipt)?.status == .received)
  }
}
