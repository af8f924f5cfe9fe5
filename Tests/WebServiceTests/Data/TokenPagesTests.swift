import ForumDesk
import ForumRecords
import HTTPTypes
import Testing

@testable import WebService

/// Tokens of programs, made and revoked by the browser.
@Suite struct TokenPagesTests {
  private static let address = "/desk/administration/tokens"

  private static func token(in page: TestPage) -> String? { page.first(match: "(moim_[A-Za-z0-9_-]{43})") }

  /// What a program with a token is answered.
  private func ask(_ forum: TestForum, _ token: String) async throws -> Int {
    let program = forum.browser()
    let answer = try await program.get(
      "/api/v1/organizations/sensor-firm", headers: [.authorization: "Bearer " + token])
    return answer.status
  }

  @Test func `a token is made, shown once, used, and revoked at once`() async throws {
    let forum = try TestForum()
    let administrator = try await forum.browser(signedInAs: .administrator)
    #expect(try await administrator.get("/desk/administration").links.contains(Self.address))
    #expect(try await administrator.get(Self.address).text.contains("아직 토큰이 없습니다"))
    let made = try await administrator.post(
      Self.address, ["name": "매칭 서비스", "role": "viewer", "days": "30"])
    let token = try #require(Self.token(in: made))
    #expect(made.status == 200 && made.headers[.cacheControl] == "no-store")
    let kept = try #require(try forum.desk.store.clientTokens().first)
    #expect(kept.name == "매칭 서비스" && kept.role == .viewer && kept.expires == forum.desk.now.adding(days: 30))

    #expect(try await ask(forum, token) == 200)
    let list = try await administrator.get(Self.address)
    #expect(Self.token(in: list) == nil && !list.text.contains(kept.digest), "it is shown once")
    #expect(list.text.contains("매칭 서비스") && list.text.contains("사용 가능"))
    #expect(list.text.contains("2026-12-21") && list.all(matches: "<td class=\"nowrap\">(2026-11-21)").count == 2)

    let revoked = try await administrator.post(Self.address + "/\(kept.id)/revoke")
    #expect(revoked.location == Self.address + "?done=revoked")
    #expect(try await ask(forum, token) == 401)
    let after = try await administrator.get(Self.address + "?done=revoked")
    #expect(after.text.contains("취소했습니다") && !after.links.contains(Self.address + "/\(kept.id)/revoke"))
    let audit = try forum.desk.store.auditEntries(AuditFilter(action: "token.")).items
    #expect(audit.map(\.action).sorted() == ["token.add", "token.revoke"])
    #expect(audit.allSatisfy { $0.actor == "test-administrator" && !"\($0)".contains(token) })
    #expect(!administrator.addresses.joined().contains(token) && !forum.log.text.contains(token))
  }

  @Test func `a token that cannot be is explained, and what was filled in stays`() async throws {
    let forum = try TestForum()
    let administrator = try await forum.browser(signedInAs: .administrator, language: "en")
    _ = try await administrator.get(Self.address)
    let badName = try await administrator.post(
      Self.address, ["name": "a/b", "role": "officer", "days": "365"])
    #expect(badName.status == 400 && badName.text.contains("1 to 60 letters") && badName.text.contains("value=\"a/b\""))
    #expect(badName.text.contains("value=\"officer\" selected") && badName.text.contains("value=\"365\" selected"))
    for days in ["0", "40000", "soon"] {
      let page = try await administrator.post(Self.address, ["name": "a", "role": "viewer", "days": days])
      #expect(page.status == 400 && page.text.contains("1 to 36500 days"))
    }
    #expect(try await administrator.post(Self.address, ["name": "a", "role": "king"]).status == 400)
    #expect(try forum.desk.store.clientTokens().isEmpty)
    // No period means no end.
    _ = try await administrator.post(Self.address, ["name": "a", "role": "viewer", "days": ""])
    #expect(try forum.desk.store.clientTokens().map(\.expires) == [nil])
    #expect(try await administrator.post(Self.address + "/77/revoke").status == 404)
    forum.advance(seconds: 86_400)
    #expect(try forum.desk.store.clientTokens().first?.isLive(at: forum.desk.now) == true)
  }

  @Test func `only administrators and only forms of ours make tokens`() async throws {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer)
    #expect(try await officer.get(Self.address).status == 403)
    _ = try await officer.get("/desk/applications")
    #expect(try await officer.post(Self.address, ["name": "a", "role": "viewer"]).status == 403)
    #expect(try await forum.browser().get(Self.address).location?.hasPrefix("/login") == true)
    let administrator = try await forum.browser(signedInAs: .administrator)
    let foreign = try await administrator.send(
      .post, Self.address, headers: [.contentType: "application/x-www-form-urlencoded"],
      body: Array("name=a&role=administrator&form_token=wrong".utf8))
    #expect(foreign.status == 403)
    #expect(try forum.desk.store.clientTokens().isEmpty)
  }
}
