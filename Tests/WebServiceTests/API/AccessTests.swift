import ForumDesk
import ForumRecords
import HTTPTypes
import Testing

@testable import WebService

@Suite struct AccessTests {
  /// What a role may ask for, written down a second time: a change of a role in the description must be meant.
  private static let roles: [String: UserRole?] = [
    "search": .viewer, "getOrganization": .viewer, "match": .viewer, "listApplications": .viewer,
    "submitApplication": .officer, "getApplication": .viewer, "amendApplication": .officer, "getContact": .officer,
    "listSuggestions": .viewer, "rankPartners": .viewer, "explainPartner": .viewer, "proposeConsortia": .viewer,
    "listIntroductions": .viewer, "proposeIntroduction": .officer, "getIntroduction": .viewer,
    "recordOutcome": .officer, "listCounselling": .counsellor, "getStatistics": .viewer, "listAudit": .administrator,
    "getDescription": nil,
  ]

  @Test func `every operation lets in exactly the roles that it names`() async throws {
    let forum = try APIForum()
    try await forum.submit()
    #expect(Set(APIOperation.all.map(\.id)) == Set(Self.roles.keys))
    for operation in APIOperation.all {
      #expect(Self.roles[operation.id] == .some(operation.role), "\(operation.id)")
      for role in [nil] + UserRole.allCases.map(Optional.some) {
        // A body that is no JSON of the right shape: whoever is let in is told so, and nothing is changed.
        let body: JSONValue? = operation.body == nil ? nil : ["no such member": 1]
        let answer = try await forum.send(operation.method, APIForum.address(operation), as: role, body)
        let who = role?.rawValue ?? "nobody"
        switch (operation.role, role) {
        case (nil, _): #expect(answer.status == 200, "\(operation.id), \(who)")
        case (.some, nil):
          #expect(answer.status == 401, "\(operation.id), \(who)")
          #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
        case (.some(let least), .some(let role)) where role < least:
          #expect(answer.status == 403, "\(operation.id), \(who)")
        default: #expect(![401, 403, 405, 500].contains(answer.status), "\(operation.id), \(who): \(answer.status)")
        }
      }
    }
  }

  @Test func `tokens that are revoked, over, cut, changed or of another scheme admit nobody`() async throws {
    let forum = try APIForum()
    let (token, record) = try forum.clients.add("short", role: .viewer, days: 1, actor: "test")
    #expect(try await forum.send(.get, "/statistics", token: token).status == 200)
    for wrong in [
      String(token.dropLast()), token + "x", token.uppercased(), "", "moim_", String(repeating: "x", count: 48),
    ] {
      #expect(try await forum.send(.get, "/statistics", token: wrong).status == 401, "\(wrong.count)")
    }
    let basic = try await forum.forum.browser().send(
      .get, "/api/v1/statistics", headers: [.authorization: "Basic \(token)"])
    #expect(basic.status == 401)
    forum.forum.advance(seconds: 86_399)
    #expect(try await forum.send(.get, "/statistics", token: token).status == 200)
    forum.forum.advance(seconds: 1)
    #expect(try await forum.send(.get, "/statistics", token: token).status == 401)
    let (other, _) = try forum.clients.add("other", role: .viewer, days: nil, actor: "test")
    #expect(try await forum.send(.get, "/statistics", token: other).status == 200)
    let id = try #require(try forum.forum.desk.store.clientTokens().first { $0.name == "other" }?.id)
    try forum.forum.desk.store.revokeClientToken(id: id, actor: "test", time: forum.forum.desk.now)
    #expect(try await forum.send(.get, "/statistics", token: other).status == 401)
    #expect(record.expires == record.created.adding(days: 1))
  }

  @Test func `a session of the console opens nothing here`() async throws {
    let forum = try APIForum()
    let officer = try await forum.forum.browser(signedInAs: .administrator)
    #expect(try await officer.get("/api/v1/statistics").status == 401)
  }

  @Test func `tokens stand in no log, no audit entry and not in the store`() async throws {
    let forum = try APIForum()
    try await forum.submit()
    _ = try await forum.send(.get, "/audit")
    _ = try await forum.send(.get, "/statistics", token: "moim_" + String(repeating: "k", count: 43))
    let log = forum.forum.log.text
    #expect(log.contains("/api/v1/statistics"))
    #expect(!log.contains(String(repeating: "k", count: 43)))
    let audit = try forum.forum.desk.store.auditEntries().items.map { "\($0)" }.joined()
    for token in forum.tokens.values {
      #expect(!log.contains(token))
      #expect(!audit.contains(token))
      #expect(try forum.forum.desk.store.clientTokens().allSatisfy { $0.digest != token })
    }
  }

  @Test func `a token that asks too often is told to wait, others are not`() async throws {
    let forum = try APIForum(requestsPerMinute: 60)
    var statuses: [Int] = []
    for _ in 0..<25 { statuses.append(try await forum.send(.get, "/statistics", as: .viewer).status) }
    #expect(statuses.prefix(20).allSatisfy { $0 == 200 })
    #expect(statuses.last == 429)
    let refused = try await forum.send(.get, "/statistics", as: .viewer)
    #expect(refused.headers.contains { $0.name.canonicalName == "retry-after" })
    #expect(try await forum.send(.get, "/statistics", as: .officer).status == 200)
  }

  @Test func `guessing tokens is slowed down by address`() async throws {
    let forum = try APIForum(requestsPerMinute: 60)
    var statuses: Set<Int> = []
    for _ in 0..<40 { statuses.insert(try await forum.send(.get, "/statistics", as: nil).status) }
    #expect(statuses == [401, 429])
  }

  @Test func `the use of a token is noted, once a minute at most`() async throws {
    let forum = try APIForum()
    _ = try await forum.send(.get, "/statistics", as: .viewer)
    func lastUsed() throws -> ForumTime? {
      try forum.forum.desk.store.clientTokens().first { $0.role == .viewer }?.lastUsed
    }
    let first = try #require(try lastUsed())
    forum.forum.advance(seconds: 30)
    _ = try await forum.send(.get, "/statistics", as: .viewer)
    #expect(try lastUsed() == first)
    forum.forum.advance(seconds: 40)
    _ = try await forum.send(.get, "/statistics", as: .viewer)
    #expect(try lastUsed() == first.adding(seconds: 70))
  }

  @Test func `clients are named so that the audit trail can be read, and their tokens are all different`() throws {
    let forum = try APIForum()
    for name in ["", String(repeating: "x", count: 61), "a\nb", "<b>", "client:kim"] {
      #expect(throws: ClientDesk.Problem.malformedName(name)) {
        try forum.clients.add(name, role: .viewer, days: nil, actor: "test")
      }
    }
    let tokens = try (0..<50).map {
      try forum.clients.add("연구 포털 \($0)", role: .viewer, days: nil, actor: "test").token
    }
    #expect(Set(tokens).count == 50)
    #expect(tokens.allSatisfy { $0.hasPrefix(ClientDesk.prefix) && $0.utf8.count == 48 })
    #expect(try forum.clients.client(ofToken: tokens[7])?.name == "연구 포털 7")
  }
}
