import ForumDesk
import ForumRecords
import HTTPTypes
import ResearchProfiles
import Testing

@testable import WebService

/// What an applicant says is found by others without anything being started anew, and goes when it is erased.
@Suite struct PublicationTests {
  private static let offer = "다이아몬드 질소빈자리 현미경"
  private static let fields = ApplyTests.fields.map { $0.0 == "offers" ? ("offers", offer) : $0 }
  private static let search = "/desk/search?q=" + AddressText.encoded("질소빈자리")

  /// Asks again and again until the organisation is found, or is not.
  private func settled(_ officer: TestBrowser, isFound: Bool) async throws -> Bool {
    for _ in 0..<500 {
      if try await officer.get(Self.search).text.contains("한빛양자") == isFound { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }

  @Test func `who applies by the web is found by the officer's search and has suggestions, without a restart`()
    async throws
  {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer)
    #expect(try await !officer.get(Self.search).text.contains("한빛양자"))
    let my = try await ApplyTests.apply(forum.browser(), Self.fields)
    #expect(try await settled(officer, isFound: true))
    // Nobody has asked for them: they are made behind the answer.
    for _ in 0..<500 where try forum.desk.store.suggestions(receipt: "2026-0001").isEmpty {
      try await Task.sleep(for: .milliseconds(20))
    }
    let suggested = try forum.desk.store.suggestions(receipt: "2026-0001")
    #expect(suggested.contains { $0.organization.rawValue == "sensor-firm" } && suggested.contains(where: \.isReleased))
    #expect(try await forum.browser().get(my).text.contains("누리센서"))
    #expect(try await officer.get("/desk/applications?q=" + AddressText.encoded("질소빈자리")).text.contains("2026-0001"))
    #expect(try await officer.get("/desk/applications/2026-0001/partners").text.contains("누리센서"))
  }

  @Test func `who applies later finds who applied before`() async throws {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer)
    _ = try await ApplyTests.apply(forum.browser(), Self.fields)
    #expect(try await settled(officer, isFound: true))
    let seeker = ApplyTests.fields.map {
      switch $0.0 {
      case "organization_name": ("organization_name", "달빛센서")
      case "needs": ("needs", Self.offer)
      case "title": ("title", "세포를 보는 질소빈자리 현미경을 찾습니다")
      default: $0
      }
    }
    let my = try await ApplyTests.apply(forum.browser(), seeker)
    #expect(try await forum.browser().get(my).text.contains("한빛양자"))
  }

  @Test func `what was erased leaves the search with the answers that were kept of it`() async throws {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer)
    let applicant = forum.browser()
    let my = try await ApplyTests.apply(applicant, Self.fields)
    #expect(try await settled(officer, isFound: true))
    _ = try await applicant.get(my + "/erase")
    #expect(try await applicant.post(my + "/erase", ["confirmed": "yes"]).location == "/erased")
    // Whatever was answered last, nothing of it is shown any more from the moment at which the index is rid of it.
    for _ in 0..<1000 {
      let isGone = forum.desk.live.map { $0.withdrawalCount > 0 } ?? false
      let isShown = try await officer.get(Self.search).text.contains("한빛양자")
      #expect(!isGone || !isShown)
      if isGone { break }
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(try #require(forum.desk.live).withdrawalCount > 0)
    #expect(try await !officer.get("/desk/applications").text.contains("한빛양자"))
  }
}
