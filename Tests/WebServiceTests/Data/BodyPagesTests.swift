import ForumDesk
import ForumRecords
import PartnerDiscovery
import ResearchProfiles
import Testing

@testable import WebService

/// Pairs that may be one body are decided by a person, and decisions are undone.
@Suite struct BodyPagesTests {
  private static let organizations = """
    {"type":"organization","id":"a","kind":"company","names":{"ko":"㈜한빛나노양자"},"country":"KR","city":"서울"}
    {"type":"evidence","id":"p1","kind":"project","title":"양자 자력계","organizations":[{"id":"a"}]}
    {"type":"organization","id":"c","kind":"company","names":{"ko":"한빛나노양자"},"country":"KR","city":"부산"}
    {"type":"evidence","id":"p3","kind":"project","title":"양자 자력계","organizations":[{"id":"c"}]}
    """

  @Test func `a held pair is merged, undone and kept apart, each time audited and searched by`() async throws {
    let forum = try TestForum(organizations: Self.organizations)
    let officer = try await forum.browser(signedInAs: .officer)
    let page = try await officer.get("/desk/bodies")
    #expect(page.text.contains("부산") && page.text.contains("서울"))
    let (primary, other) = (
      try #require(page.value(ofHidden: "primary")), try #require(page.value(ofHidden: "other"))
    )
    let merged = try await officer.post(
      "/desk/bodies", ["primary": primary, "other": other, "keep": other, "verdict": "merge", "reason": "같은 번호"])
    #expect(merged.location == "/desk/bodies?done=1")
    #expect(
      forum.desk.live?.session.details(of: OrganizationID("a"), evidenceOffset: 0, evidenceLimit: 9)?.evidenceCount == 2
    )
    let decided = try await officer.get("/desk/bodies")
    #expect(decided.text.contains("같은 번호") && decided.value(ofHidden: "primary") == nil)

    let undo = try #require(decided.value(ofHidden: "id"))
    #expect(try await officer.post("/desk/bodies/split", ["id": undo]).status == 303)
    #expect(
      forum.desk.live?.session.details(of: OrganizationID("a"), evidenceOffset: 0, evidenceLimit: 9)?.evidenceCount == 1
    )
    let actions = try forum.desk.store.auditEntries(AuditFilter(action: "body.")).items.map(\.action)
    #expect(actions == ["body.split", "body.merge"])
  }

  @Test func `whoever is no officer decides nothing, and nonsense is explained`() async throws {
    let forum = try TestForum(organizations: Self.organizations)
    let counsellor = try await forum.browser(signedInAs: .counsellor)
    #expect(try await counsellor.get("/desk/bodies").status == 403)
    #expect(
      try await counsellor.post("/desk/bodies", ["primary": "a", "other": "c", "verdict": "merge"]).status == 403)
    let officer = try await forum.browser(signedInAs: .officer)
    _ = try await officer.get("/desk/bodies")
    let unknown = try await officer.post("/desk/bodies", ["primary": "a", "other": "zz", "verdict": "merge"])
    #expect(unknown.status == 400 && unknown.text.contains("zz"))
  }
}
