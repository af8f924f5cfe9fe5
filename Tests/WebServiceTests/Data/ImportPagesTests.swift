import ForumDesk
import ForumRecords
import Foundation
import HTTPTypes
import PartnerDiscovery
import ResearchProfiles
import Testing

@testable import WebService

/// Files come in by the browser, are looked at, and are imported as a job that is kept.
@Suite struct ImportPagesTests {
  /// One record that can be read and one that cannot.
  private static let lines = """
    {"type":"organization","id":"new-firm","kind":"company","names":{"ko":"새빛계측"},"country":"KR"}
    {"type":"organization","id":}
    {"type":"evidence","id":"n1","kind":"product","title":"극저온 증폭기 모듈","organizations":[{"id":"new-firm","role":"owner"}]}
    """

  private func upload(
    _ browser: TestBrowser, _ files: [(name: String, text: String)], token: String? = nil
  ) async throws -> TestPage {
    _ = try await browser.get("/desk/data")
    var body = "--XyZ\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n\(token ?? browser.formToken)\r\n"
    for file in files {
      body += "--XyZ\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n"
      body += "Content-Type: application/octet-stream\r\n\r\n\(file.text)\r\n"
    }
    return try await browser.send(
      .post, "/desk/data/uploads", headers: [.contentType: "multipart/form-data; boundary=XyZ"],
      body: Array((body + "--XyZ--\r\n").utf8))
  }

  /// Looks at a page again until it says that nothing is going on.
  private func settled(_ browser: TestBrowser, _ address: String) async throws -> TestPage {
    for _ in 0..<500 {
      if try await browser.get(address + "/state").text.contains("\"isRunning\":false") { break }
      try await Task.sleep(for: .milliseconds(20))
    }
    return try await browser.get(address)
  }

  @Test func `an upload is rehearsed first, then imported, searched and reported with every rejection`() async throws {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer)
    let uploaded = try await upload(officer, [("../새 기관.jsonl", Self.lines)])
    let address = try #require(uploaded.location)
    let rehearsal = try await settled(officer, address)
    #expect(rehearsal.text.contains("새 기관.jsonl") && rehearsal.text.contains("거부"))
    #expect(forum.desk.live?.session.summary(of: OrganizationID("new-firm")) == nil, "a rehearsal stores nothing")

    let begun = try await officer.post(address + "/import")
    let job = try await settled(officer, try #require(begun.location))
    #expect(job.text.contains("마침"))
    #expect(job.text.contains("JSON이 아닙니다: 값은 ‘}’(으)로 시작할 수 없습니다 (줄의 "), "the reason in the page's language")
    #expect(job.text.contains("한 줄에 온전한 JSON 객체 하나씩 UTF-8로 적으십시오") && !job.text.contains("no JSON"))
    #expect(job.text.contains("새 기관.jsonl</th><td class=\"number\">2</td><td>"), "the rejected line's number")
    #expect(forum.desk.live?.session.summary(of: OrganizationID("new-firm"))?.name == "새빛계측")
    let issues = try await officer.get(try #require(begun.location) + "/issues.csv")
    #expect(issues.text.contains("새 기관.jsonl") && issues.headers[.contentDisposition]?.hasPrefix("attachment") == true)
    let folders = try FileManager.default.contentsOfDirectory(atPath: forum.desk.workspace.path + "/uploads")
    #expect(folders.isEmpty, "uploaded files go after the import")
    let audit = try forum.desk.store.auditEntries(AuditFilter(actor: "test-officer")).items.map(\.action)
    #expect(audit.contains("import.upload") && audit.contains("job.end"))
  }

  @Test func `an upload without this visit's token is refused before a file is laid down`() async throws {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer)
    #expect(try await upload(officer, [("a.jsonl", Self.lines)], token: "wrong").status == 403)
    let uploads = forum.desk.workspace.path + "/uploads"
    #expect((try? FileManager.default.contentsOfDirectory(atPath: uploads))?.isEmpty != false)
    let counsellor = try await forum.browser(signedInAs: .counsellor)
    #expect(try await counsellor.get("/desk/data").status == 403)
  }

  @Test func `an import that the end of the process cut off is shown as interrupted`() async throws {
    let forum = try TestForum()
    let job = try forum.desk.store.beginJob(kind: ImportDesk.jobKind, actor: "officer", time: forum.desk.now)
    try ImportDesk(desk: forum.desk).recover()
    let officer = try await forum.browser(signedInAs: .officer)
    let page = try await officer.get("/desk/data/jobs/\(job.id)")
    #expect(page.text.contains("중단됨") && page.text.contains("다시 가져오면"))
  }

  @Test func `a source is removed only where it is confirmed, and its organisations are gone then`() async throws {
    let forum = try TestForum()
    let officer = try await forum.browser(signedInAs: .officer, language: "en")
    let page = try await officer.get("/desk/data/source?name=organizations.jsonl")
    #expect(page.text.contains("6 pieces of evidence"))
    #expect(try await officer.post("/desk/data/source/remove", ["name": "organizations.jsonl"]).status == 400)
    let removed = try await officer.post(
      "/desk/data/source/remove", ["name": "organizations.jsonl", "confirmed": "yes"])
    #expect(removed.location == "/desk/data?done=removed")
    #expect(forum.desk.live?.session.summary(of: OrganizationID("sensor-firm")) == nil)
  }
}
