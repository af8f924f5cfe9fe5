import ForumDesk
import ForumRecords
import HTTPTypes
import PartnerDiscovery
import ResearchProfiles
import Testing

@testable import WebService

/// What the columns of a table hold is corrected in the browser and remembered.
@Suite struct TableMappingPagesTests {
  private static let table = "갑,을,병\n새빛계측,극저온 증폭기,kim@example.kr\n"

  private func upload(_ browser: TestBrowser, _ text: String, name: String = "명단.csv") async throws -> String {
    _ = try await browser.get("/desk/data")
    let body =
      "--XyZ\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n\(browser.formToken)\r\n"
      + "--XyZ\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n\r\n\(text)\r\n--XyZ--\r\n"
    let page = try await browser.send(
      .post, "/desk/data/uploads", headers: [.contentType: "multipart/form-data; boundary=XyZ"],
      body: Array(body.utf8))
    let address = try #require(page.location)
    try await settle(browser, address)
    return address
  }

  private func settle(_ browser: TestBrowser, _ address: String) async throws {
    for _ in 0..<500 {
      if try await browser.get(address + "/state").text.contains("\"isRunning\":false") { return }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  @Test func `a table of which nothing is known is explained by a person, imported, and known from then on`()
    async throws
  {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer)
    let address = try await upload(officer, Self.table)
    let rehearsal = try await officer.get(address)
    #expect(rehearsal.text.contains("읽지 않음") && !rehearsal.links.contains(address + "/import"))
    let link = try #require(rehearsal.links.first { $0 == address + "/tables/0" })
    let page = try await officer.get(link)
    #expect(page.all(matches: "<select name=\"(column\\d)\"") == ["column0", "column1", "column2"])
    #expect(page.text.contains("<optgroup label=\"기관 목록\">") && page.text.contains("명단.csv"))

    let corrected = try await officer.post(
      link, ["records": "organization", "column0": "name", "column1": "keywords", "column2": "personal"])
    #expect(corrected.location == address + "?done=mapping")
    try await settle(officer, address)
    let again = try await officer.get(address + "?done=mapping")
    #expect(again.text.contains("기억했습니다") && again.text.contains("고친 대로 읽음"))
    let begun = try await officer.post(address + "/import")
    try await settle(officer, try #require(begun.location))
    let live = try #require(forum.desk.live)
    #expect(live.session.summary(of: OrganizationID("name:새빛계측"))?.name == "새빛계측")
    let organization = try await officer.get("/desk/organizations/" + AddressText.encoded("name:새빛계측"))
    #expect(organization.text.contains("극저온 증폭기") && !organization.text.contains("kim@example.kr"))

    // SHA-256 of the headings: what earlier versions kept is found by it too.
    #expect(
      try forum.desk.store.formMappings().map(\.fingerprint) == [
        "table:137572e2f88ee4ae1c1bea6ec41fee690ce0117c0c0b2d9f33e2b73e871a92e0"
      ])

    // Another file with the same headings is read like this at once.
    let later = try await upload(officer, "갑,을,병\n한별광학,레이저,lee@example.kr\n", name: "더.csv")
    let known = try await officer.get(later)
    #expect(known.text.contains("고친 대로 읽음") && known.links.contains(later + "/import"))
    let form = try await officer.get(later + "/tables/0")
    #expect(form.text.contains("전에 고쳐 두신 대로") && form.text.contains("value=\"keywords\" selected"))
    let file = try await officer.get(later + "/tables/0/mapping.json")
    #expect(
      file.text.contains("\"keywords\": [\"을\"]") && file.headers[.contentDisposition]?.contains("mapping.json") == true
    )

    _ = try await officer.post(later + "/tables/0/forget")
    try await settle(officer, later)
    #expect(try await officer.get(later).text.contains("badge bad\">읽지 않음"))
    let audit = try forum.desk.store.auditEntries(AuditFilter(action: "mapping.")).items
    #expect(audit.map(\.detail).sorted() == ["table of organization", "table to be guessed"])
    #expect(audit.allSatisfy { $0.actor == "test-officer" })
  }

  @Test func `a wrong guess is corrected`() async throws {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer, language: "en")
    let address = try await upload(officer, "기업명,비고,국가\n새빛계측,극저온 증폭기,KR\n", name: "list.csv")
    let page = try await officer.get(address + "/tables/0")
    #expect(page.text.contains("value=\"organization\" selected") && page.text.contains("value=\"country\" selected"))
    #expect(page.text.contains("Correct a table’s columns") && page.text.contains("unknown"))
    _ = try await officer.post(
      address + "/tables/0", ["records": "organization", "column0": "name", "column1": "summary", "column2": "country"])
    try await settle(officer, address)
    let begun = try await officer.post(address + "/import")
    try await settle(officer, try #require(begun.location))
    #expect(forum.desk.live?.session.summary(of: OrganizationID("name:새빛계측"))?.country == "KR")
    let organization = try await officer.get("/desk/organizations/" + AddressText.encoded("name:새빛계측"))
    #expect(organization.text.contains("극저온 증폭기"))
  }

  @Test func `a correction that cannot be is explained beside what was chosen`() async throws {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer)
    let address = try await upload(officer, Self.table) + "/tables/0"
    _ = try await officer.get(address)
    let noName = try await officer.post(
      address, ["records": "organization", "column0": "alias", "column1": "summary", "column2": "personal"])
    #expect(noName.status == 400 && noName.text.contains("기관의 이름이 담긴 열"))
    #expect(noName.text.contains("value=\"alias\" selected") && noName.text.contains("value=\"personal\" selected"))
    let foreign = try await officer.post(
      address, ["records": "organization", "column0": "name", "column1": "date", "column2": "personal"])
    #expect(foreign.status == 400 && foreign.text.contains("‘을’ 열의 뜻 ‘날짜’는 이런 표에 없습니다"))
    let partial = try await officer.post(address, ["records": "organization", "column0": "name"])
    #expect(partial.status == 400 && partial.text.contains("열마다 뜻을 골라"))
    #expect(try await officer.post(address, ["records": "king", "column0": "name"]).status == 400)
    // A table without headings: its first row must not be kept beyond the import.
    let bare = try await upload(officer, "새빛계측,kim@example.kr,서울\n한별광학,lee@example.kr,대전\n") + "/tables/0"
    let personal = try await officer.post(
      bare, ["records": "organization", "column0": "name", "column1": "personal", "column2": "region"])
    #expect(personal.status == 400 && personal.text.contains("열의 제목을 적은 표"))
    #expect(try forum.desk.store.formMappings().isEmpty)
  }

  @Test func `only officers, only forms of ours, only tables that are there, and not too wide ones`() async throws {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer)
    let upload = try await upload(officer, Self.table)
    #expect(try await officer.get(upload + "/tables/1").status == 404)
    #expect(try await officer.get(upload + "/tables/x").status == 404)
    #expect(try await officer.get("/desk/data/uploads/none/tables/0").status == 404)
    let counsellor = try await forum.browser(signedInAs: .counsellor)
    #expect(try await counsellor.get(upload + "/tables/0").status == 403)
    #expect(try await counsellor.get(upload + "/tables/0/mapping.json").status == 403)
    let foreign = try await officer.send(
      .post, upload + "/tables/0", headers: [.contentType: "application/x-www-form-urlencoded"],
      body: Array("records=organization&column0=name&column1=ignored&column2=ignored&form_token=wrong".utf8))
    #expect(foreign.status == 403)
    #expect(try forum.desk.store.formMappings().isEmpty)
    let wide = (0..<201).map { "열\($0)" }.joined(separator: ",")
    let page = try await officer.get(try await self.upload(officer, wide + "\n" + wide + "\n") + "/tables/0")
    #expect(page.status == 400 && page.text.contains("moim import --map"))
  }
}
