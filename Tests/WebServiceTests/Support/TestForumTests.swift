import ForumRecords
import HTTPTypes
import Testing

@testable import WebService

/// The support itself, and what every page keeps to.
@Suite struct TestForumTests {
  @Test func `staff sign in and out, and nobody else sees the console`() async throws {
    let forum = try TestForum()
    let stranger = try await forum.browser().get("/desk/search")
    #expect(stranger.location == "/login?next=%2Fdesk%2Fsearch")
    let officer = try await forum.browser(signedInAs: .officer)
    let page = try await officer.get("/desk/search?q=%EC%9E%90%EB%A0%A5%EA%B3%84")
    #expect(page.status == 200)
    #expect(page.text.contains("누리센서"))
    _ = try await officer.post("/logout")
    #expect(try await officer.get("/desk/search").location?.hasPrefix("/login") == true)
  }

  @Test func `a form without this visit's token changes nothing`() async throws {
    let forum = try TestForum()
    let browser = forum.browser()
    #expect(try await browser.post("/login", ["name": "x", "password": "y"]).status == 403)
    #expect(try await forum.browser().get("/").headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
  }
}
