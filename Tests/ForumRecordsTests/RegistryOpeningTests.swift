import ForumRecords
import Foundation
import ResearchProfiles
import TestCorpora
import Testing

@Suite struct RegistryOpeningTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("registry.sqlite")
  }

  @Test func `reading needs a registry`() throws {
    #expect(throws: RegistryError.missing(path: path)) { try Registry(path: path, mode: .readOnly) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [Registry.Mode.readOnly, .readWrite])
  func `a file of another sort is refused`(mode: Registry.Mode) throws {
    try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: path))
    #expect(throws: RegistryError.notARegistry(path: path)) { try Registry(path: path, mode: mode) }
  }

  @Test(arguments: [Registry.Mode.readOnly, .readWrite])
  func `another program's database is refused and not changed`(mode: Registry.Mode) throws {
    try RawDatabase(path: path).execute("PRAGMA journal_mode = WAL; CREATE TABLE evidence (x)")
    #expect(throws: RegistryError.notARegistry(path: path)) { try Registry(path: path, mode: mode) }
    try RawDatabase(path: path).execute("INSERT INTO evidence VALUES (1)")
  }

  @Test func `a newer schema is refused with what to do`() throws {
    try Registry(path: path, mode: .readWrite).close()
    try RawDatabase(path: path).execute("INSERT INTO grdb_migrations VALUES ('99 quantum leaps')")
    let expected = RegistryError.newerSchema(path: path, unknownMigrations: ["99 quantum leaps"])
    #expect(throws: expected) { try Registry(path: path, mode: .readOnly) }
    #expect(throws: expected) { try Registry(path: path, mode: .readWrite) }
    #expect(expected.description.contains("99 quantum leaps"))
    #expect(expected.description.hasSuffix("update this one"))
  }

  @Test func `an older schema cannot be read until something writes`() throws {
    try RawDatabase(path: path).execute(registryOfVersion1)
    #expect(
      throws: RegistryError.olderSchema(
        path: path, missingMigrations: ["2 applications", "3 bodies", "4 sources", "5 classifications"])
    ) {
      try Registry(path: path, mode: .readOnly)
    }
    try Registry(path: path, mode: .readWrite).close()
    #expect(try Registry(path: path, mode: .readOnly).application(id: "a1") == nil)
  }

  @Test func `a registry from before classifications keeps its hashes, and is shown to the index once more`() throws {
    do {
      let registry = try Registry(path: path, mode: .readWrite)
      _ = try registry.apply([.organization(kist), storing(project("p1", participants: [("kist", .owner)]))])
      try registry.close()
    }
    let raw = try RawDatabase(path: path)
    try raw.execute("DELETE FROM grdb_migrations WHERE identifier = '5 classifications'")
    let registry = try Registry(path: path, mode: .readWrite)
    #expect(try registry.currentSequence() == 2)
    var shown: [EvidenceID] = []
    _ = try registry.changes(after: 1) { batch in
      if case .evidence(let stored) = batch { shown += stored.map(\.id) }
    }
    #expect(shown == ["p1"])
    let outcomes = try registry.apply([
      .organization(kist), storing(project("p1", participants: [("kist", .owner)])),
    ])
    #expect(outcomes.map(\.effect) == [.unchanged, .unchanged])
    #expect(try registry.verify() == [])
    var coded = project("p1", participants: [("kist", .owner)])
    coded.classifications = [ClassificationCode(scheme: .patents, code: "G06N 10/40")]
    #expect(try registry.apply([storing(coded)]).map(\.effect) == [.updated])
    #expect(try registry.evidence(["p1"]) == [coded])
  }

  @Test func `a file that was made and never written into says so`() throws {
    try RawDatabase(path: path).execute("PRAGMA journal_mode = WAL")
    #expect(throws: RegistryError.blank(path: path)) { try Registry(path: path, mode: .readOnly) }
  }

  @Test func `a folder that is not there is an input error`() {
    let path = folder.file("missing/registry.sqlite")
    #expect {
      try Registry(path: path, mode: .readWrite)
    } throws: { error in
      guard case .inputOutput(path, _) = error as? RegistryError else { return false }
      return true
    }
  }

  @Test func `a registry opened for reading cannot be changed`() throws {
    let writer = try Registry(path: path, mode: .readWrite)
    _ = try writer.apply([.organization(kist)])
    let reader = try Registry(path: path, mode: .readOnly)
    #expect(throws: RegistryError.openedForReading(path: path)) { try reader.apply([.organization(kist)]) }
    #expect(try reader.organizations(["kist"]) == [kist])
    _ = try writer.apply([storing(project("p1"))])
    #expect(try reader.counts().evidenceCount == 1)
  }

  @Test func `a closed registry is one file and opens for reading`() throws {
    let writer = try Registry(path: path, mode: .readWrite)
    _ = try writer.apply([.organization(kist)])
    _ = try writer.counts()
    try writer.close()
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    #expect(try Registry(path: path, mode: .readOnly).organizations(["kist"]) == [kist])
  }

  @Test func `another process's write is waited for and then named`() throws {
    let registry = try Registry(path: path, mode: .readWrite, busyTimeoutSeconds: 0.05)
    try RawDatabase(path: path).whileWriting { () throws in
      #expect(throws: RegistryError.locked(path: path)) { try registry.apply([.organization(kist)]) }
      #expect(try registry.counts().organizationCount == 0)
    }
    #expect(try registry.apply([.organization(kist)]).map(\.effect) == [.added])
  }

  /// The file is written by the tables of the first release as they were then, not by the code under test.
  @Test func `a registry of the first version opens with all it holds`() throws {
    try RawDatabase(path: path).execute(registryOfVersion1)
    let registry = try Registry(path: path, mode: .readWrite)
    #expect(try registry.verify() == [])
    #expect(try registry.organizations(["o1"]) == [OrganizationProfile(id: "o1", kind: .institute, country: "KR")])
    #expect(
      try registry.evidence(["e1"]) == [
        Evidence(
          id: "e1", kind: .patent, title: LocalizedText("Qubit", language: "en"), keywords: ["Q"],
          date: CalendarDate("1970-01-02"), participations: [Participation(organization: "o1", role: .owner)])
      ])
    // The one that its records were stored in, and the one in which they were shown to the index again.
    #expect(try registry.currentSequence() == 2)
  }

  @Test func `every error says what to do`() {
    let errors: [RegistryError] = [
      .missing(path: "/w/registry.sqlite"), .notARegistry(path: "/w/registry.sqlite"),
      .newerSchema(path: "/w/registry.sqlite", unknownMigrations: ["9 x"]),
      .olderSchema(path: "/w/registry.sqlite", missingMigrations: ["2 y"]), .locked(path: "/w/registry.sqlite"),
      .workspaceInUse(workspace: "/w", processID: 42), .openedForReading(path: "/w/registry.sqlite"),
      .damaged(path: "/w/registry.sqlite", detail: "malformed"), .diskFull(path: "/w/registry.sqlite"),
      .inputOutput(path: "/w/registry.sqlite", detail: "no"),
    ]
    for error in errors {
      #expect(error.description.contains("/w"))
      #expect(error.description.contains(": "))
    }
    #expect(
      RegistryError.workspaceInUse(workspace: "/w", processID: 42).description
        == "the workspace /w is being changed by another process (number 42): wait until it is done")
  }

  @Test func `a file whose making was killed half-way holds nothing yet, and the next import makes it`() throws {
    // A transaction too large for the cache writes the file beside its journal: copies of both are what a kill leaves.
    let making = folder.file("making.sqlite")
    let database = try RawDatabase(path: making)
    try database.execute("PRAGMA cache_size = 2")
    try database.whileWriting(
      "CREATE TABLE t (x); INSERT INTO t SELECT hex(zeroblob(2000)) FROM "
        + "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT i FROM n)"
    ) {
      for suffix in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: making + suffix, toPath: path + suffix)
      }
    }
    #expect(throws: RegistryError.blank(path: path)) { try Registry(path: path, mode: .readOnly) }
    try Registry(path: path, mode: .readWrite).close()
    #expect(try Registry(path: path, mode: .readOnly).counts().evidenceCount == 0)
  }
}
