import ForumRecords
import TestCorpora
import Testing

@Suite struct ForumAccountsTests {
  let forum: ForumFolder
  var store: ForumStore { forum.store }

  init() throws {
    forum = try ForumFolder()
    try forum.store.addUser(
      UserAccount(name: "kim", displayName: "김", role: .administrator, passwordHash: "h1", created: noon),
      actor: "setup", time: noon)
  }

  func session(_ digest: String, user: String = "kim", days: Int = 1) -> WebSession {
    WebSession(tokenDigest: digest, user: user, created: noon, expires: noon.adding(days: days), lastSeen: noon)
  }

  @Test func `a login is given once`() throws {
    let again = UserAccount(name: "kim", displayName: "다른 김", role: .viewer, passwordHash: "h2", created: noon)
    #expect(throws: ForumStoreError.exists(kind: "user", id: "kim")) {
      try store.addUser(again, actor: "kim", time: noon)
    }
    #expect(throws: ForumStoreError.invalid(field: "name", reason: "it is empty")) {
      var nameless = again
      nameless.name = ""
      try store.addUser(nameless, actor: "kim", time: noon)
    }
    #expect(try store.user(name: "kim")?.displayName == "김")
    #expect(try store.user(name: "KIM") == nil)
  }

  @Test func `there is always an administrator`() throws {
    for change in [
      { try store.updateUser(name: "kim", role: .officer, actor: "kim", time: noon) },
      { try store.updateUser(name: "kim", isActive: false, actor: "kim", time: noon) },
    ] {
      #expect(throws: ForumStoreError.lastAdministrator(name: "kim")) { _ = try change() }
    }
    try store.addUser(
      UserAccount(name: "lee", displayName: "이", role: .officer, passwordHash: "h", created: noon), actor: "kim",
      time: noon)
    try store.updateUser(name: "lee", role: .administrator, actor: "kim", time: noon)
    let kim = try store.updateUser(name: "kim", displayName: "김 2", role: .viewer, actor: "lee", time: noon)
    #expect(kim.role == .viewer)
    #expect(try store.users().map(\.name) == ["kim", "lee"])
    #expect(throws: ForumStoreError.lastAdministrator(name: "lee")) {
      try store.updateUser(name: "lee", isActive: false, actor: "kim", time: noon)
    }
  }

  @Test func `a session ends with its time, its password or its user`() throws {
    try store.addSession(session("d1"))
    #expect(throws: ForumStoreError.exists(kind: "session", id: "of kim")) { try store.addSession(session("d1")) }
    #expect(throws: ForumStoreError.unknown(kind: "active user", id: "nobody")) {
      try store.addSession(session("d2", user: "nobody"))
    }
    let found = try #require(try store.session(tokenDigest: "d1", at: noon))
    #expect(found.session == session("d1"))
    #expect(found.user.name == "kim")
    #expect(try store.session(tokenDigest: "d1", at: noon.adding(days: 1)) == nil)
    try store.touchSession(tokenDigest: "d1", lastSeen: noon.adding(seconds: 5), expires: noon.adding(days: 3))
    #expect(try store.session(tokenDigest: "d1", at: noon.adding(days: 2))?.session.lastSeen == noon.adding(seconds: 5))
    #expect(try store.removeExpiredSessions(at: noon.adding(days: 2)) == 0)
    try store.setPassword(hash: "h9", user: "kim", actor: "kim", time: noon)
    #expect(try store.session(tokenDigest: "d1", at: noon) == nil)
    #expect(try store.user(name: "kim")?.passwordHash == "h9")
    try store.addSession(session("d3"))
    try store.addSession(session("d4", days: 5))
    try store.endSession(tokenDigest: "d3")
    #expect(try store.session(tokenDigest: "d3", at: noon) == nil)
    #expect(try store.endSessions(user: "kim", actor: "kim", time: noon) == 1)
    try store.addUser(
      UserAccount(name: "lee", displayName: "이", role: .viewer, passwordHash: "h", created: noon), actor: "kim",
      time: noon)
    try store.addSession(session("d5", user: "lee"))
    try store.updateUser(name: "lee", isActive: false, actor: "kim", time: noon)
    #expect(try store.session(tokenDigest: "d5", at: noon) == nil)
    try store.updateUser(name: "lee", isActive: true, actor: "kim", time: noon)
    #expect(try store.session(tokenDigest: "d5", at: noon) == nil)
    try store.addSession(session("d6", days: 2))
    #expect(try store.removeExpiredSessions(at: noon.adding(days: 2)) == 1)
  }

  @Test func `signing in is noted`() throws {
    try store.recordLogin(user: "kim", time: noon.adding(days: 1))
    #expect(try store.user(name: "kim")?.lastLogin == noon.adding(days: 1))
    #expect(throws: ForumStoreError.unknown(kind: "user", id: "lee")) { try store.recordLogin(user: "lee", time: noon) }
  }

  @Test func `a client's token holds until it is revoked or over`() throws {
    let token = try store.addClientToken(
      ClientToken(name: "kiosk", role: .viewer, digest: "x", created: noon, expires: noon.adding(days: 9)),
      actor: "kim", time: noon)
    #expect(throws: ForumStoreError.exists(kind: "token", id: "kiosk")) {
      try store.addClientToken(token, actor: "kim", time: noon)
    }
    #expect(try store.clientToken(digest: "x") == token)
    #expect(token.isLive(at: noon))
    #expect(!token.isLive(at: noon.adding(days: 9)))
    try store.touchClientToken(id: token.id, time: noon.adding(seconds: 3))
    try store.revokeClientToken(id: token.id, actor: "kim", time: noon.adding(days: 1))
    try store.revokeClientToken(id: token.id, actor: "kim", time: noon.adding(days: 2))
    let revoked = try #require(try store.clientTokens().first)
    #expect(revoked.revoked == noon.adding(days: 1))
    #expect(revoked.lastUsed == noon.adding(seconds: 3))
    #expect(!revoked.isLive(at: noon.adding(days: 1)))
    #expect(revoked.isLive(at: noon))
    #expect(try store.actions().suffix(2) == ["token.add", "token.revoke"])
  }

  @Test func `roles are ordered by what they may do`() {
    #expect(UserRole.allCases.sorted() == [.viewer, .counsellor, .officer, .administrator])
  }
}
