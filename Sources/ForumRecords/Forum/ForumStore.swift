import Foundation
import GRDB

/// The record of truth of the forum's desk: applications, people, consents, decisions and accounts, in one SQLite file
/// of its own, so that personal data share no page with what is indexed.
///
/// What a call has returned is on the disk (write-ahead log, `synchronous` FULL): it survives the end of the process and
/// of the power. Readers and the writer work at the same time, each reader on a snapshot; writers of several processes
/// wait for one another. Every change takes who makes it and when, and writes the audit trail in its transaction.
///
/// All calls may be made from any thread, and block it, except ``submitSuspending(_:contact:consents:actor:time:)``.
public final class ForumStore: Sendable {
  public enum Mode: Hashable, Sendable {
    /// Creates the file where there is none and brings an older schema up to date.
    case readWrite
    /// Changes nothing; the file must exist with this build's schema.
    case readOnly
  }

  /// Where the file is, as it was given.
  public let path: String
  let mode: Mode
  let pool: DatabasePool
  private let changes = ChangeQueue()

  /// Opens the store.
  ///
  /// - Parameter busyTimeoutSeconds: how long a write waits for another process's write.
  public init(path: String, mode: Mode, busyTimeoutSeconds: Double = 5) throws(ForumStoreError) {
    if mode == .readOnly, !FileManager.default.fileExists(atPath: path) { throw .missing(path: path) }
    self.path = path
    self.mode = mode
    do {
      var configuration = Configuration()
      configuration.readonly = mode == .readOnly
      configuration.busyMode = .timeout(busyTimeoutSeconds)
      configuration.maximumReaderCount = 8
      configuration.prepareDatabase { database in
        // What is deleted is overwritten at once; what is sorted or rebuilt on the way stays in memory.
        try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
      }
      if mode == .readWrite { Self.makePrivateFile(path) }
      pool = try Self.openPool(path: path, configuration: configuration)
      if mode == .readWrite {
        // A pool sets its writer to NORMAL after the preparation above. With FULL each commit waits for the disk.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      }
      try Self.prepareSchema(of: pool, path: path, mode: mode)
    } catch {
      throw ForumStoreError(error, path: path)
    }
    // A purge whose process was stopped, or which another process held up.
    if mode == .readWrite, try hasRemains() { _ = try eraseRemains() }
  }

  /// Closes all connections; the store is unusable afterwards. Also done when the last reference goes.
  public func close() throws(ForumStoreError) {
    do {
      // The last connection to close folds the write-ahead log into the file, and a reader cannot: the writer is last.
      pool.invalidateReadOnlyConnections()
      try pool.close()
    } catch {
      throw ForumStoreError(error, path: path)
    }
  }

  /// Makes an empty file that only its owner can read, where there is none: SQLite gives its log the same permissions.
  /// Where that fails, opening the database says why.
  private static func makePrivateFile(_ path: String) {
    guard (try? Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)) != nil else { return }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  /// Several processes that make the same new file at once hold one another up in a way that SQLite does not wait for.
  private static func openPool(path: String, configuration: Configuration) throws -> DatabasePool {
    var attemptsLeft = 8
    while true {
      do {
        return try DatabasePool(path: path, configuration: configuration)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && attemptsLeft > 0 {
        attemptsLeft -= 1
        Thread.sleep(forTimeInterval: 0.03)
      }
    }
  }

  /// What `PRAGMA synchronous` says of the connection that writes: 2 for FULL.
  package func writerSynchronousLevel() throws -> Int? {
    try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
  }

  /// Lets the file grow by a few pages at most, as if the disk were full then. Returns the limit.
  package func limitPageCount(growth: Int = 4) throws -> Int {
    try pool.writeWithoutTransaction { database in
      let count = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      return try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(count + growth)") ?? 0
    }
  }

  private static func prepareSchema(of pool: DatabasePool, path: String, mode: Mode) throws {
    let known = ForumSchema.migrator.migrations
    let (applied, isForeign) = try pool.read { database in
      (
        try ForumSchema.migrator.appliedIdentifiers(database),
        try Int32.fetchOne(database, sql: "PRAGMA application_id") != ForumSchema.applicationID
          && Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations')") == true
      )
    }
    if isForeign { throw ForumStoreError.notAForumStore(path: path) }
    let unknown = applied.subtracting(known).sorted()
    if !unknown.isEmpty { throw ForumStoreError.newerSchema(path: path, unknownMigrations: unknown) }
    let missing = known.filter { !applied.contains($0) }
    if missing.isEmpty { return }
    guard mode == .readWrite else { throw ForumStoreError.olderSchema(path: path, missingMigrations: missing) }
    try migrate(pool, lacking: missing.count)
  }

  private static func migrate(_ pool: DatabasePool, lacking missingCount: Int) throws {
    do {
      try ForumSchema.migrator.migrate(pool)
    } catch {
      // Another process that opened it at the same time may have made a step first: then the rest is left to do.
      let applied = try pool.read { try ForumSchema.migrator.appliedIdentifiers($0) }
      let leftCount = ForumSchema.migrator.migrations.count { !applied.contains($0) }
      guard leftCount < missingCount else { throw error }
      if leftCount > 0 { try migrate(pool, lacking: leftCount) }
    }
  }

  /// Runs a read on one snapshot and translates its errors.
  func read<Value>(_ body: (Database) throws -> Value) throws(ForumStoreError) -> Value {
    do { return try pool.read(body) } catch { throw ForumStoreError(error, path: path) }
  }

  /// Runs a change in one transaction, which waits for other writers before it reads anything. It may be run more than
  /// once: it changes nothing but the database.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) throws(ForumStoreError) -> Value {
    guard mode == .readWrite else { throw .openedForReading(path: path) }
    do { return try changes.run(in: pool, body) } catch { throw ForumStoreError(error, path: path) }
  }

  /// The same without holding up the thread that asks.
  func writeSuspending<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(ForumStoreError) -> Value {
    guard mode == .readWrite else { throw .openedForReading(path: path) }
    do { return try await changes.runSuspending(in: pool, body) } catch { throw ForumStoreError(error, path: path) }
  }
}
