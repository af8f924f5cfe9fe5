import ForumRecords
import Foundation
import TestCorpora
import Testing

/// Whatever stands in the file, reading it gives a value or an error and never ends the process.
@Suite struct ForumDamageTests {
  /// Reads everything there is; errors are fine.
  static func readEverything(_ store: ForumStore) {
    let receipt = "2026-0001"
    _ = try? store.applications()
    _ = try? store.application(receipt: receipt)
    _ = try? store.revisions(of: receipt)
    _ = try? store.contact(receipt: receipt)
    _ = try? store.consents(receipt: receipt)
    _ = try? store.provisions()
    _ = try? store.counsellingSessions()
    _ = try? store.suggestions(receipt: receipt)
    _ = try? store.marks(receipt: receipt)
    _ = try? store.notes(receipt: receipt)
    _ = try? store.interests(receipt: receipt)
    _ = try? store.introductions()
    _ = try? store.outcomes(introduction: 1)
    _ = try? store.users()
    _ = try? store.session(tokenDigest: "d", at: noon)
    _ = try? store.clientTokens()
    _ = try? store.auditEntries()
    _ = try? store.ruleFiles()
    _ = try? store.policies()
    _ = try? store.formMappings()
    _ = try? store.secret("links")
    _ = try? store.jobs()
    _ = try? store.purgeReports()
    _ = try? store.applicationStatistics()
    _ = try? store.outcomeStatistics()
    _ = try? store.expiredReceipts(at: noon)
  }

  @Test(arguments: [
    ("UPDATE application SET content = '{'", "a record's content cannot be decoded"),
    ("UPDATE application SET content = '[]'", "a record's content cannot be decoded"),
    ("UPDATE application SET status = 'lost'", "\"lost\" is no name that this version knows"),
    ("UPDATE application SET channel = ''", "\"\" is no name that this version knows"),
  ])
  func `a damaged application is named`(change: String, detail: String) throws {
    let forum = try ForumFolder()
    let receipt = try forum.store.submitSample()
    try RawDatabase(path: forum.path).execute(change)
    #expect(throws: ForumStoreError.damaged(path: forum.path, detail: detail)) {
      try forum.store.application(receipt: receipt)
    }
    #expect(throws: ForumStoreError.damaged(path: forum.path, detail: detail)) { try forum.store.applications() }
  }

  @Test func `a revision number at the end of counting is named`() throws {
    let forum = try ForumFolder()
    let receipt = try forum.store.submitSample()
    try RawDatabase(path: forum.path).execute("UPDATE application SET revision = \(Int64.max)")
    let application = try #require(try forum.store.application(receipt: receipt))
    #expect(
      throws: ForumStoreError.damaged(path: forum.path, detail: "revision \(Int64.max) cannot be followed by another")
    ) { try forum.store.revise(application, actor: "kim", time: noon) }
  }

  /// Tables that were rebuilt by another program hold anything anywhere: here a blob, a text or NULL in each column.
  @Test(arguments: ["x'FF00'", "'nonsense'", "NULL", "9223372036854775807"])
  func `values of another type are errors`(value: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("forum.sqlite")
    try RawDatabase(path: path).execute(forumStoreOfVersion1)
    try ForumStore(path: path, mode: .readWrite).close()
    let raw = try RawDatabase(path: path)
    try raw.execute("PRAGMA synchronous = OFF")
    // The tables lose their types, so that any value fits.
    let tables = try rawRows(
      path,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'")
    for table in tables {
      try raw.execute(
        """
        PRAGMA foreign_keys = OFF;
        CREATE TABLE copy AS SELECT * FROM \(table); DROP TABLE \(table); ALTER TABLE copy RENAME TO \(table)
        """)
    }
    for table in tables { try raw.execute("CREATE TABLE kept_\(table) AS SELECT * FROM \(table)") }
    let columns = try tables.map { table in
      (table: table, names: try rawRows(path, "SELECT name FROM pragma_table_info('\(table)')"))
    }
    #expect(columns.reduce(0) { $0 + $1.names.count } > 100)
    let store = try ForumStore(path: path, mode: .readOnly)
    // One column of each table at a time.
    for index in 0..<(columns.map(\.names.count).max() ?? 0) {
      let damaged = columns.filter { index < $0.names.count }
      try raw.execute(
        damaged.map { "UPDATE \($0.table) SET \($0.names[index]) = \(value);" }.joined())
      Self.readEverything(store)
      try raw.execute(
        damaged.map { "DELETE FROM \($0.table); INSERT INTO \($0.table) SELECT * FROM kept_\($0.table);" }.joined())
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `flipped bytes are errors or other values`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let folder = try TemporaryFolder()
    let path = folder.file("forum.sqlite")
    try RawDatabase(path: path).execute(forumStoreOfVersion1)
    try ForumStore(path: path, mode: .readWrite).close()
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    for _ in 0..<200 {
      bytes[Int.random(in: 100..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    guard let store = try? ForumStore(path: path, mode: .readWrite) else { return }
    Self.readEverything(store)
    _ = try? store.submitSample()
    _ = try? store.purge(receipts: ["2026-0001"], actor: "kim", time: noon)
  }
}
