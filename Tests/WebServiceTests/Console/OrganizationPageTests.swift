import ForumRecords
import Testing

@testable import WebService

/// What is known of an organisation, under whatever id its source gives it.
@Suite struct OrganizationPageTests {
  @Test(arguments: ["name:가온 연구원", "KR/가온/1", "a+b&c%25"])
  func `the page of an organisation is found by its address`(id: String) async throws {
    let forum = try TestForum(
      organizations: """
        {"type":"organization","id":"\(id)","kind":"institute","names":{"ko":"가온양자연구원"},"country":"KR"}
        {"type":"evidence","id":"e1","kind":"project","title":"원자 자력계","organizations":[{"id":"\(id)","role":"coordinator"}]}
        """)
    let viewer = try await forum.browser(signedInAs: .viewer)
    let page = try await viewer.get("/desk/organizations/" + AddressText.encoded(id))
    #expect(page.status == 200 && page.text.contains("가온양자연구원"))
  }
}
