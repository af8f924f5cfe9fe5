import ForumDesk
import ForumRecords
import HTTPTypes
import Testing

@testable import WebService

@Suite struct ContactTests {
  private static let purpose = IntakeForm.standard[.forumConsent]?.consent?.purpose.korean ?? ""

  private func address(_ purpose: String = purpose, _ rest: String = "") -> String {
    "/applications/2026-0001/contact?purpose=" + AddressText.encoded(purpose) + rest
  }

  @Test func `contact details are given under a live consent, and the ledger says so`() async throws {
    let forum = try APIForum()
    try await forum.submit(["phone": "010-1234-5678"])
    let answer = try await forum.send(.get, address(), as: .officer)
    #expect(answer.status == 200)
    #expect(answer.value["name"] == "김하늘")
    #expect(answer.value["email"] == "haneul@example.org")
    #expect(answer.headers[.cacheControl] == "no-store")
    let ledger = try forum.forum.desk.store.provisions(receipt: "2026-0001").items
    #expect(ledger.count == 1)
    #expect(ledger.first?.actor == "client:client officer")
    #expect(ledger.first?.purpose == Self.purpose)
    #expect(ledger.first.map { Int($0.id) } == answer.value["provision"]?.integer)
    let part = try await forum.send(.get, address(Self.purpose, "&item=email"), as: .officer)
    #expect(part.value["email"] == "haneul@example.org")
    #expect(part.value["name"] == nil && part.value["phone"] == nil)
  }

  @Test func `without a consent that covers it nothing is given and nothing is written`() async throws {
    let forum = try APIForum()
    try await forum.submit()
    #expect(try await forum.send(.get, address("advertising"), as: .officer).status == 403)
    #expect(try await forum.send(.get, address(Self.purpose, "&recipient=training"), as: .officer).status == 403)
    #expect(try await forum.send(.get, "/applications/2026-0001/contact", as: .officer).status == 400)
    #expect(try await forum.send(.get, address(), as: .counsellor).status == 403)
    #expect(try forum.forum.desk.store.provisions().total == 0)
    _ = try forum.forum.desk.store.withdrawConsents(
      receipt: "2026-0001", actor: "applicant", time: forum.forum.desk.now)
    forum.forum.advance(seconds: 1)
    #expect(try await forum.send(.get, address(), as: .officer).status == 403)
    #expect(try forum.forum.desk.store.provisions().total == 0)
  }

  @Test func `a consent that is over gives nothing`() async throws {
    let forum = try APIForum()
    try await forum.submit()
    let (token, _) = try forum.clients.add("lasting", role: .officer, days: nil, actor: "test")
    forum.forum.advance(seconds: 366 * 86_400)
    #expect(try await forum.send(.get, address(), token: token).status == 403)
  }

  @Test func `no other answer, no log and no audit entry holds personal data`() async throws {
    let forum = try APIForum()
    try await forum.submit(["phone": "010-1234-5678", "position": "수석연구원", "department": "센서개발실"])
    _ = try await forum.send(.post, "/introductions", ["receipt": "2026-0001", "organization": "sensor-firm"])
    _ = try await forum.send(.get, address())
    let personal = ["김하늘", "haneul", "1234-5678", "수석연구원", "센서개발실"]
    for operation in APIOperation.all where operation.method == .get && operation.id != "getContact" {
      let answer = try await forum.send(.get, APIForum.address(operation))
      // The document's example is an invented person.
      if operation.id == "getDescription" { continue }
      for word in personal { #expect(!"\(answer.value)".contains(word), "\(operation.id)") }
    }
    let log = forum.forum.log.text
    for word in personal { #expect(!log.contains(word)) }
  }
}
