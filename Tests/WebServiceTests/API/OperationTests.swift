import ForumDesk
import ForumRecords
import Foundation
import HTTPTypes
import ResearchProfiles
import Testing

@testable import WebService

@Suite struct OperationTests {
  @Test func `a client finds organisations and evidence, page by page`() async throws {
    let forum = try APIForum()
    let query = AddressText.encoded("자력계")
    let all = try await forum.send(.get, "/search?q=\(query)", as: .viewer)
    #expect(all.status == 200)
    let total = try #require(all.value["total"]?.integer)
    let ids = (all.value["results"]?.items ?? []).compactMap { $0["id"]?.text }
    #expect(ids.count == total && total > 2)
    #expect(all.headers[.link] == nil)
    let second = try await forum.send(.get, "/search?q=\(query)&limit=1&offset=1")
    #expect(second.value["results"]?.items?.first?["id"]?.text == ids[1])
    #expect(second.value["results"]?.items?.first?["rank"]?.integer == 2)
    let link = try #require(second.headers[.link])
    for relation in ["first", "prev", "next", "last"] { #expect(link.contains("rel=\"\(relation)\"")) }
    #expect(link.contains("</api/v1/search?q=\(query)&limit=1&offset=2>; rel=\"next\""))
    let companies = try await forum.send(.get, "/search?q=\(query)&kind=company&kind=university")
    #expect((companies.value["results"]?.items ?? []).allSatisfy { $0["organization"]?["kind"] != "institute" })
    let evidence = try await forum.send(.get, "/search?q=\(query)&level=evidence&from=2025&to=2025")
    let found = evidence.value["results"]?.items ?? []
    #expect(found.contains { $0["id"] == "e1" })
    #expect(found.allSatisfy { $0["evidence"]?["date"]?.text?.hasPrefix("2025") == true })
    let detail = try await forum.send(.get, "/organizations/hospital-univ?evidence=2")
    #expect(detail.value["evidence_count"]?.integer == 3)
    #expect(detail.value["evidence"]?.items?.map { $0["id"] } == ["e6", "e1"])
    #expect(try await forum.send(.get, "/organizations/nobody").status == 404)
  }

  @Test func `an application in a body is matched and not kept`() async throws {
    let forum = try APIForum()
    let answer = try await forum.send(
      .post, "/match?limit=2", as: .viewer,
      [
        "id": "x1", "title": "착용형 뇌자도", "needs": [["statement": "광펌핑 자력계 센서 30채널"]],
        "applicant": ["id": "hospital-univ"],
      ])
    #expect(answer.status == 200)
    let application = answer.value["applications"]?.items?.first
    #expect(application?["id"] == "x1")
    let partners = application?["partners"]?.items ?? []
    #expect(partners.count == 2)
    #expect(!partners.contains { $0["id"] == "hospital-univ" })
    for partner in partners {
      let parts = partner["parts"]?.members?.values.compactMap { part -> Double? in
        guard case .number(let number) = part else { return nil }
        return number
      }
      guard case .number(let score)? = partner["score"] else {
        Issue.record("no score")
        continue
      }
      #expect(abs((parts ?? []).reduce(0, +) - score) < 1e-9)
    }
    #expect(try forum.forum.desk.store.applications().total == 0)
    #expect(try await forum.send(.post, "/match", as: .viewer, [:]).status == 422)
  }

  @Test func `an application is handed in, read, changed and listed`() async throws {
    let forum = try APIForum()
    let submitted = try await forum.submit([
      "title": "착용형 뇌자도", "needs": ["광펌핑 자력계 센서 30채널 공급"], "need_urgencies": ["required"],
    ])
    #expect(submitted["effect"] == "added")
    let receipt = try #require(submitted["application"]?["receipt"]?.text)
    #expect(receipt == "2026-0001")
    #expect(submitted["application"]?["channel"] == "api")
    let suggestions = try await forum.send(.get, "/applications/\(receipt)/suggestions", as: .viewer)
    #expect(suggestions.value["suggestions"]?.items?.isEmpty == false)
    #expect(suggestions.value["suggestions"]?.items?.first?["reasons"]?.items?.isEmpty == false)
    let partners = try await forum.send(.get, "/applications/\(receipt)/partners?limit=3", as: .viewer)
    let best = try #require(partners.value["applications"]?.items?.first?["partners"]?.items?.first?["id"]?.text)
    let explanation = try await forum.send(.get, "/applications/\(receipt)/explanations/\(best)", as: .viewer)
    #expect(explanation.value["rank"]?.integer == 1)
    #expect(try await forum.send(.get, "/applications/\(receipt)/explanations/nobody").status == 404)
    let proposals = try await forum.send(
      .post, "/applications/\(receipt)/proposals", as: .viewer, ["size": ["least": 2, "most": 4], "limit": 1])
    #expect(proposals.status == 200)
    #expect(proposals.value["proposals"]?.items?.isEmpty == false || proposals.value["conflict"] != nil)

    let patch = try await forum.send(
      .patch, "/applications/\(receipt)", as: .officer,
      ["revision": 1, "title": "바꾼 제목", "readiness_level": .null, "status": "published"])
    #expect(patch.status == 200)
    #expect(patch.value["application"]?["title"] == "바꾼 제목")
    #expect(patch.value["application"]?["status"] == "published")
    #expect(patch.value["application"]?["readiness_level"] == nil)
    #expect(patch.value["application"]?["summary"] == IntakeRequest.example["summary"])
    let stale = try await forum.send(.patch, "/applications/\(receipt)", ["revision": 1, "title": "다시"])
    #expect(stale.status == 409)
    let wrong = try await forum.send(.patch, "/applications/\(receipt)", ["purposes": []])
    #expect(wrong.status == 422)
    #expect(wrong.value["errors"]?.items?.first?["pointer"] == "/purposes")
    #expect(try await forum.send(.patch, "/applications/\(receipt)", [:]).status == 422)
    #expect(try await forum.send(.patch, "/applications/\(receipt)", ["person_name": "x"]).status == 422)

    for number in 2...5 {
      try await forum.submit(["title": .string("둘째 \(number)"), "organization_kind": "institute"])
    }
    let list = try await forum.send(.get, "/applications?kind=institute&limit=3&offset=1", as: .viewer)
    #expect(list.value["total"]?.integer == 4)
    #expect(list.value["items"]?.items?.count == 3)
    let found = try await forum.send(.get, "/applications?q=\(AddressText.encoded("바꾼 제목"))&status=published")
    #expect((found.value["items"]?.items ?? []).map { $0["receipt"] } == [.string(receipt)])
    let audit = try await forum.send(.get, "/audit?action=application.&from=2026-11-21&to=2026-11-21")
    #expect(audit.value["items"]?.items?.contains { $0["actor"] == "client:client officer" } == true)
    #expect(try await forum.send(.get, "/audit?from=2026-02-30").status == 400)
    let statistics = try await forum.send(.get, "/statistics", as: .viewer)
    #expect(statistics.value["applications"]?["total"]?.integer == 5)
  }

  @Test func `the same key adds nothing again`() async throws {
    let forum = try APIForum()
    #expect(try await forum.submit(key: "row-1")["effect"] == "added")
    #expect(try await forum.submit(key: "row-1")["effect"] == "unchanged")
    let revised = try await forum.submit(["title": "새 제목"], key: "row-1")
    #expect(revised["effect"] == "revised")
    #expect(revised["application"]?["receipt"] == "2026-0001")
    #expect(try await forum.submit(key: "row-2")["effect"] == "added")
    #expect(try forum.forum.desk.store.applications().total == 2)
    let blank = try await forum.send(
      .post, "/applications", IntakeRequest.example, headers: [.idempotencyKey: "with blank"])
    #expect(blank.status == 400)
  }

  @Test func `answers that the form refuses are said by member, in both languages`() async throws {
    let forum = try APIForum()
    var members = IntakeRequest.example.members ?? [:]
    members["consent_forum"] = nil
    members["email"] = "no address"
    let answer = try await forum.send(.post, "/applications", as: .officer, .object(members))
    #expect(answer.status == 422)
    let errors = answer.value["errors"]?.items ?? []
    #expect(errors.map { $0["pointer"] } == ["/email", "/consent_forum"])
    #expect(errors.allSatisfy { $0["detail_ko"]?.text?.isEmpty == false })
    members["no such question"] = "x"
    #expect(try await forum.send(.post, "/applications", .object(members)).status == 422)
    #expect(try forum.forum.desk.store.applications().total == 0)
  }

  @Test func `introductions are proposed once and lead to outcomes`() async throws {
    let forum = try APIForum()
    try await forum.submit()
    let body: JSONValue = ["receipt": "2026-0001", "organization": "sensor-firm"]
    let made = try await forum.send(.post, "/introductions", as: .officer, body)
    #expect(made.status == 201)
    #expect(made.headers[.location] == "/api/v1/introductions/1")
    #expect(try await forum.send(.post, "/introductions", as: .officer, body).status == 409)
    #expect(
      try await forum.send(.post, "/introductions", ["receipt": "2026-0001", "organization": "nobody"]).status == 422)
    #expect(
      try await forum.send(.post, "/introductions", ["receipt": "2026-0099", "organization": "sensor-firm"]).status
        == 422)
    let outcome = try await forum.send(
      .post, "/introductions/1/outcomes", as: .officer, ["stage": "ended", "reason": "no_time", "note": "비밀 메모"])
    #expect(outcome.status == 201)
    let read = try await forum.send(.get, "/introductions/1", as: .viewer)
    #expect(read.value["outcomes"]?.items?.map { $0["stage"] } == ["ended"])
    #expect(!"\(read.value)".contains("비밀 메모"))
    #expect(try await forum.send(.get, "/introductions?state=proposed&receipt=2026-0001").value["total"]?.integer == 1)
    #expect(try await forum.send(.get, "/introductions/2").status == 404)
    #expect(try await forum.send(.get, "/introductions/x").status == 404)
  }

  @Test func `counselling is listed without its notes`() async throws {
    let forum = try APIForum()
    try await forum.submit()
    let store = forum.forum.desk.store
    let session = try store.queueCounselling(receipt: "2026-0001", actor: "test", time: forum.forum.desk.now)
    _ = try store.beginCounselling(id: session.id, counsellor: "kim", actor: "kim", time: forum.forum.desk.now)
    _ = try store.finishCounselling(
      id: session.id, notes: "비밀 상담 기록", nextStep: "비밀 다음 단계", referral: .industry, actor: "kim",
      time: forum.forum.desk.now)
    let list = try await forum.send(.get, "/counselling?status=done&counsellor=kim", as: .counsellor)
    #expect(list.value["total"]?.integer == 1)
    #expect(list.value["items"]?.items?.first?["referral"] == "industry")
    #expect(!"\(list.value)".contains("비밀"))
  }

  @Test func `consortia are proposed by shipped rules and by rules in force`() async throws {
    let forum = try APIForum()
    try await forum.submit(["needs": ["광펌핑 자력계 센서 30채널 공급", "경량 자기차폐실"], "need_urgencies": ["required", "wished"]])
    let address = "/applications/2026-0001/proposals"
    let rules = "name: house\nrules: [{id: size, size: {at_least: 2, at_most: 3}}]"
    try forum.forum.desk.store.putInForce(
      RuleFileRecord(hash: "h", name: "house", content: rules, since: forum.forum.desk.now, by: "test"), actor: "test")
    let own = try await forum.send(.post, address, as: .viewer, ["rules": "house", "pinned": ["laser-firm"]])
    #expect(own.status == 200)
    #expect(own.value["rules"] == "house")
    let members = own.value["proposals"]?.items?.first?["members"]?.items ?? []
    #expect((2...3).contains(members.count))
    #expect(members.contains { $0["organization"]?["id"] == "laser-firm" })
    let vetoed = try await forum.send(.post, address, ["rules": "house", "vetoed": ["laser-firm"]])
    for proposal in vetoed.value["proposals"]?.items ?? [] {
      #expect(proposal["members"]?.items?.contains { $0["organization"]?["id"] == "laser-firm" } == false)
    }
    for body: JSONValue in [
      ["rules": "no such"], ["pinned": ["nobody"]], ["size": ["least": 4, "most": 3]],
      ["size": ["least": 0, "most": 3]],
    ] {
      #expect(try await forum.send(.post, address, body).status == 422)
    }
  }
}
