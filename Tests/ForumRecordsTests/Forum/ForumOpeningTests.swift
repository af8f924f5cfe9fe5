import ForumRecords
import Foundation
import ResearchProfiles
import Synchronization
import TestCorpora
import Testing

@Suite struct ForumOpeningTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("forum.sqlite")
  }

  @Test func `reading needs a store`() throws {
    #expect(throws: ForumStoreError.missing(path: path)) { try ForumStore(path: path, mode: .readOnly) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [ForumStore.Mode.readOnly, .readWrite])
  func `a file of another sort is refused`(mode: ForumStore.Mode) throws {
    try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: path))
    #expect(throws: ForumStoreError.notAForumStore(path: path)) { try ForumStore(path: path, mode: mode) }
  }

  @Test func `a registry is no store of the forum, nor the other way round`() throws {
    try Registry(path: path, mode: .readWrite).close()
    #expect(throws: ForumStoreError.notAForumStore(path: path)) { try ForumStore(path: path, mode: .readWrite) }
    let other = folder.file("other.sqlite")
    try ForumStore(path: other, mode: .readWrite).close()
    #expect(throws: RegistryError.notARegistry(path: other)) { try Registry(path: other, mode: .readWrite) }
  }

  @Test func `a newer schema is refused with what to do`() throws {
    try ForumStore(path: path, mode: .readWrite).close()
    try RawDatabase(path: path).execute("INSERT INTO grdb_migrations VALUES ('99 telepathy')")
    let expected = ForumStoreError.newerSchema(path: path, unknownMigrations: ["99 telepathy"])
    #expect(throws: expected) { try ForumStore(path: path, mode: .readOnly) }
    #expect(throws: expected) { try ForumStore(path: path, mode: .readWrite) }
    #expect(expected.description.hasSuffix("update this one"))
  }

  @Test func `an older schema cannot be read until something writes`() throws {
    try RawDatabase(path: path).execute(forumStoreOfVersion1)
    #expect(throws: ForumStoreError.olderSchema(path: path, missingMigrations: ["2 purges"])) {
      try ForumStore(path: path, mode: .readOnly)
    }
    try ForumStore(path: path, mode: .readWrite).close()
    #expect(try ForumStore(path: path, mode: .readOnly).applications().total == 2)
  }

  /// The file is written by the tables of the first version as they were then, not by the code under test.
  @Test func `a store of the first version opens with all it holds`() throws {
    try RawDatabase(path: path).execute(forumStoreOfVersion1)
    let store = try ForumStore(path: path, mode: .readWrite)
    let expected = ForumApplication(
      receipt: "2026-0001",
      application: Application(
        id: "2026-0001", submitted: CalendarDate("2026-11-21"), title: "검출기", keywords: ["양자"],
        needs: [Need(statement: "냉각기", urgency: .wished)],
        applicant: Applicant(id: "kist", kind: .company, country: "KR")),
      submitted: noon, updated: noon, wantedKinds: [.institute], field: "PHYS", readinessLevel: 4, region: "대전",
      courses: [.commercialisation], revision: 2)
    #expect(try store.application(receipt: "2026-0001") == expected)
    #expect(
      try store.contact(receipt: "2026-0001")
        == ContactDetails(receipt: "2026-0001", personName: "홍길동", email: "hong@example.kr", position: "책임"))
    let consent = try #require(try store.consents(receipt: "2026-0001").first)
    #expect(consent.proof == "wording 3")
    #expect(consent.isLive(at: noon))
    #expect(try store.provisions().items.map(\.consentID) == [1])
    #expect(try store.users().map(\.role) == [.administrator])
    #expect(try store.suggestions(receipt: "2026-0001", releasedOnly: true).map(\.level) == [.good])
    #expect(try store.marks(receipt: "2026-0001").map(\.kind) == [.pin])
    #expect(try store.interests(organization: "snu").map(\.answer) == [.yes])
    #expect(try store.introduction(id: 1)?.applicantAnswer?.means == .link)
    #expect(try store.outcomes(introduction: 1).map(\.stage) == [.introduced])
    #expect(try store.counsellingSessions().items.map(\.status) == [.queued])
    #expect(try store.auditEntries().items.map(\.subject) == ["2026-0001"])
    #expect(try store.secret("links") == [1, 2])
    #expect(try store.jobs().items.map(\.state) == [.running])
    #expect(try store.purgeTime(receipt: "2026-0002") == ForumTime(secondsSinceEpoch: 1_795_262_500))
    #expect(try store.purgeReports().total == 0)
    #expect(try store.submitSample() == "2026-0003")
    #expect(try store.purge(receipts: ["2026-0001"], actor: "kim", time: noon).contactCount == 1)
  }

  @Test func `a store of the first version and a new one have the same tables`() throws {
    try RawDatabase(path: path).execute(forumStoreOfVersion1)
    try ForumStore(path: path, mode: .readWrite).close()
    let fresh = folder.file("fresh.sqlite")
    try ForumStore(path: fresh, mode: .readWrite).close()
    let tables = "SELECT name, replace(replace(sql, char(10), ''), ' ', '') FROM sqlite_schema ORDER BY name"
    #expect(try rawRows(path, tables) == rawRows(fresh, tables))
    #expect(try rawRows(path, "PRAGMA integrity_check") == ["ok"])
  }

  @Test func `a store opened for reading cannot be changed`() throws {
    let writer = try ForumStore(path: path, mode: .readWrite)
    let reader = try ForumStore(path: path, mode: .readOnly)
    #expect(throws: ForumStoreError.openedForReading(path: path)) { try reader.submitSample() }
    #expect(throws: ForumStoreError.openedForReading(path: path)) { try reader.eraseRemains() }
    let receipt = try writer.submitSample()
    #expect(try reader.application(receipt: receipt) != nil)
  }

  @Test func `another process's write is waited for and then named`() throws {
    let store = try ForumStore(path: path, mode: .readWrite, busyTimeoutSeconds: 0.05)
    try RawDatabase(path: path).whileWriting { () throws in
      #expect(throws: ForumStoreError.locked(path: path)) { try store.submitSample() }
      #expect(try store.applications().total == 0)
    }
    #expect(try store.submitSample() == "2026-0001")
  }

  @Test func `many may make the same new store at once`() throws {
    for round in 0..<8 {
      let path = folder.file("new\(round).sqlite")
      let failures = Mutex<[String]>([])
      Concurrently.run(count: 6) { _ in
        do {
          try ForumStore(path: path, mode: .readWrite).submitSample()
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
      #expect(failures.withLock { $0 } == [])
      #expect(try ForumStore(path: path, mode: .readOnly).applications().total == 6)
    }
  }

  @Test func `the writer waits for the disk at each commit`() throws {
    #expect(try ForumStore(path: path, mode: .readWrite).writerSynchronousLevel() == 2)
    #expect(try ForumStore(path: path, mode: .readWrite).writerSynchronousLevel() == 2)
  }

  @Test func `only its owner can read the file`() throws {
    let store = try ForumStore(path: path, mode: .readWrite)
    try store.submitSample()
    for suffix in ["", "-wal", "-shm"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(suffix)")
    }
  }

  @Test func `a closed store is one file`() throws {
    let store = try ForumStore(path: path, mode: .readWrite)
    try store.submitSample()
    try store.close()
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    #expect(try ForumStore(path: path, mode: .readOnly).applications().total == 1)
  }

  @Test func `a folder that is not there is an input error`() {
    let path = folder.file("missing/forum.sqlite")
    #expect {
      try ForumStore(path: path, mode: .readWrite)
    } throws: { error in
      guard case .inputOutput(path, _) = error as? ForumStoreError else { return false }
      return true
    }
  }

  @Test func `every error says what to do`() {
    let errors: [ForumStoreError] = [
      .missing(path: "/w/f"), .notAForumStore(path: "/w/f"), .newerSchema(path: "/w/f", unknownMigrations: ["9 x"]),
      .olderSchema(path: "/w/f", missingMigrations: ["2 y"]), .locked(path: "/w/f"), .openedForReading(path: "/w/f"),
      .damaged(path: "/w/f", detail: "x"), .diskFull(path: "/w/f"), .inputOutput(path: "/w/f", detail: "no"),
      .unknown(kind: "application", id: "/w/f"), .exists(kind: "user", id: "/w/f"),
      .invalid(field: "/w/f", reason: "it is empty"), .staleRevision(receipt: "/w/f", expected: 1, found: 2),
      .purged(receipt: "/w/f"), .wrongState(kind: "job", id: "/w/f", state: "done"),
      .notConsented(receipt: "/w/f", recipient: "kist", purpose: "joint_research", missingItems: ["phone"]),
      .lastAdministrator(name: "/w/f"), .targetNotEmpty(path: "/w/f"), .notABackup(path: "/w/f", detail: "x"),
      .damagedBackup(path: "/w/f", file: "forum.sqlite"),
    ]
    for error in errors {
      #expect(error.description.contains("/w/f"))
      #expect(error.description.contains(": "))
    }
    #expect(
      ForumStoreError.notConsented(
        receipt: "2026-0001", recipient: "kist", purpose: "joint_research", missingItems: ["phone", "email"]
      ).description
        == "no live consent of application 2026-0001 lets kist have phone, email for joint_research: "
        + "ask the applicant for it")
  }
}
