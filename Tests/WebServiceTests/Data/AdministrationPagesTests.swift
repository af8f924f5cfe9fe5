import ForumDesk
import ForumRecords
import Foundation
import PartnerDiscovery
import ResearchProfiles
import Testing

@testable import WebService

/// Users, rules, policies, the audit trail, and what is removed for good.
@Suite struct AdministrationPagesTests {
  @Test func `users are added, changed and shut out, and one administrator always stays`() async throws {
    let forum = try TestForum()
    let administrator = try await forum.browser(signedInAs: .administrator)
    _ = try await administrator.get("/desk/administration")
    let short = try await administrator.post(
      "/desk/administration/users", ["name": "kim", "display_name": "김담당", "role": "viewer", "password": "short"])
    #expect(short.status == 400 && short.text.contains("10자") && short.text.contains("value=\"김담당\""))
    _ = try await administrator.post(
      "/desk/administration/users",
      ["name": "kim", "display_name": "김담당", "role": "viewer", "password": "long enough 1"])
    _ = try await administrator.post("/desk/administration/users/kim", ["role": "officer"])
    #expect(try forum.desk.store.user(name: "kim")?.role == .officer)
    _ = try await administrator.post("/desk/administration/users/kim/active", ["active": "no"])
    #expect(try forum.desk.store.user(name: "kim")?.isActive == false)
    for address in ["test-administrator/active", "test-administrator"] {
      let last = try await administrator.post(
        "/desk/administration/users/\(address)", ["role": "viewer", "active": "no"])
      #expect(last.status == 400 && last.text.contains("마지막 관리자"))
    }
    let officer = try await forum.browser(signedInAs: .officer)
    for path in ["", "/tokens", "/audit", "/rules", "/policies", "/retention"] {
      #expect(try await officer.get("/desk/administration" + path).status == 403)
    }
  }

  @Test func `rules with mistakes show them all and change nothing, right ones hold from then on`() async throws {
    let forum = try TestForum()
    let administrator = try await forum.browser(signedInAs: .administrator)
    _ = try await administrator.get("/desk/administration/rules")
    let shipped = try await administrator.get("/desk/administration/rules/file?shipped=forum-default").text
    let wrong = try await administrator.post(
      "/desk/administration/rules", ["name": "call", "content": "nonsense: 1\nrules:\n  - id: a\n    whatever: 2\n"])
    #expect(wrong.status == 400 && wrong.all(matches: "<li>(<strong>\\d+번째 줄)").count >= 2)
    #expect(wrong.text.contains("‘nonsense’ 키는 없습니다") && !wrong.text.contains("there is no key"))
    #expect(try forum.desk.store.ruleFiles().isEmpty)
    let right = try await administrator.post("/desk/administration/rules", ["name": "call", "content": shipped])
    #expect(right.location == "/desk/administration/rules?done=1")
    #expect(try forum.desk.ruleBooks().contains { $0.name == "call" })
    #expect(try await administrator.get("/desk/administration/rules").text.contains("적용 중"))
  }

  @Test func `a policy is put in force, ranks at once, and the shipped one comes back`() async throws {
    let forum = try TestForum()
    let administrator = try await forum.browser(signedInAs: .administrator)
    _ = try await administrator.get("/desk/administration/policies")
    let wrong = try await administrator.post(
      "/desk/administration/policies", ["name": "x", "content": "{\"format\": 1}"])
    #expect(wrong.status == 400 && forum.desk.live?.policyHash == "shipped")
    #expect(wrong.text.contains("’ 키가 없습니다") && !wrong.text.contains("is missing"))
    let shipped = try ForumDesk.shippedPolicyText()
    _ = try await administrator.post("/desk/administration/policies", ["name": "spring", "content": shipped])
    #expect(forum.desk.live?.policyHash == (try forum.desk.store.policies().first?.hash))
    let back = try await administrator.post("/desk/administration/policies/restore", ["hash": "shipped"])
    #expect(back.status == 303)
    #expect(try forum.desk.store.policies().map(\.name) == ["shipped", "spring"])
  }

  @Test func `what has run out is shown, previewed, removed for good and reported`() async throws {
    let forum = try TestForum()
    let receipt = try submit(forum)
    let administrator = try await forum.browser(signedInAs: .administrator)
    #expect(try await administrator.get("/desk/administration/retention").text.contains("나타납니다"))
    forum.advance(seconds: 40 * 86_400)
    let again = try await forum.browser(signedInAs: .administrator)
    let list = try await again.get("/desk/administration/retention")
    #expect(list.text.contains("value=\"\(receipt)\""))
    let fields = ["receipt": receipt, "scope": "personal_data"]
    let preview = try await again.post("/desk/administration/retention/preview", fields)
    #expect(preview.status == 200 && preview.text.contains(receipt))
    #expect(try await again.post("/desk/administration/retention/purge", fields).status == 400, "not confirmed")
    #expect(try forum.desk.store.contact(receipt: receipt) != nil)
    let purged = try await again.post(
      "/desk/administration/retention/purge", fields.merging(["confirmed": "yes"]) { $1 })
    #expect(purged.location == "/desk/administration/retention?done=1")
    #expect(try await again.get("/desk/administration/retention").text.contains("연락처 1"))
    for path in try FileManager.default.subpathsOfDirectory(atPath: forum.desk.workspace.path) {
      let bytes = FileManager.default.contents(atPath: forum.desk.workspace.path + "/" + path) ?? Data()
      #expect(bytes.range(of: Data("홍가상".utf8)) == nil, "\(path)")
    }
  }

  @Test func `an application that is removed whole leaves no bytes of its words behind`() async throws {
    let forum = try TestForum()
    let receipt = try submit(forum)
    for _ in 0..<500 where forum.desk.live?.session.summary(of: OrganizationID("forum:" + receipt)) == nil {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(forum.desk.live?.session.summary(of: OrganizationID("forum:" + receipt)) != nil)
    _ = try await forum.desk.purge([receipt], scope: .wholeApplication, actor: "test")
    for _ in 0..<500 where forum.desk.isErasing { try await Task.sleep(for: .milliseconds(20)) }
    #expect(forum.desk.live?.session.summary(of: OrganizationID("forum:" + receipt)) == nil)
    for path in try FileManager.default.subpathsOfDirectory(atPath: forum.desk.workspace.path) {
      let bytes = FileManager.default.contents(atPath: forum.desk.workspace.path + "/" + path) ?? Data()
      #expect(bytes.range(of: Data("별빛분광계".utf8)) == nil, "\(path)")
    }
  }

  private func submit(_ forum: TestForum) throws -> String {
    let draft = ForumApplication(
      receipt: "",
      application: Application(
        id: "", title: "원자 자력계", needs: [Need(statement: "협대역 레이저")],
        offers: [Need(statement: "별빛분광계 시제품")], applicant: Applicant(name: "가상대학교", kind: .university, country: "KR")),
      submitted: forum.desk.now, updated: forum.desk.now, status: .received, wantsJointResearch: true)
    let consent = Consent(
      receipt: "", recipient: "forum", purpose: "포럼 운영", items: ["name"], validUntil: forum.desk.now.adding(days: 30),
      method: .web, given: forum.desk.now)
    return try forum.desk.submit(
      draft, contact: ContactDetails(receipt: "", personName: "홍가상"), consents: [consent], actor: "applicant"
    ).application.receipt
  }

  @Test func `the audit trail is filtered by who, what and when`() async throws {
    let forum = try TestForum()
    let administrator = try await forum.browser(signedInAs: .administrator)
    try forum.desk.store.recordAudit(action: "source.remove", subject: "a.csv", actor: "kim", time: forum.desk.now)
    func rows(_ query: String) async throws -> [String] {
      try await administrator.get("/desk/administration/audit?" + query).all(matches: "<code>([a-z_.]+)</code></th>")
    }
    #expect(try await rows("actor=kim") == ["source.remove"])
    #expect(try await rows("action=source.") == ["source.remove"])
    #expect(try await rows("from=2026-11-22").isEmpty)
    #expect(try await administrator.get("/desk/administration/audit?from=gestern").text.contains("2026-11-21처럼"))
  }
}
