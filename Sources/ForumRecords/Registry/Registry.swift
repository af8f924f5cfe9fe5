import Foundation
import GRDB
import Synchronization

/// The record of truth of a workspace: organisations, evidence, who takes part in what, and supporting records, in one
/// SQLite file. The search index is derived from it and follows it by ``changes(after:batchSize:_:)``.
///
/// Readers and the writer work at the same time, each reader on a snapshot (write-ahead log). A transaction that was
/// not finished when its process died has never happened. One process writes at a time: take the ``WorkspaceLock``.
public final class Registry: Sendable {
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
  let writerCache = Mutex(RegistryWriterCache())
  /// Encloses whatever changes the file itself.
  let folding: Folding

  /// Called where the write-ahead log is about to be folded into the file: it must call what it is given, once. Nothing
  /// else changes the file.
  public typealias Folding = @Sendable (_ fold: () throws -> Void) throws -> Void

  /// The log is folded once it is as long as this: a longer one slows readers down.
  private static let longestLogByteCount = 256 << 20

  /// Opens the registry.
  ///
  /// - Parameters:
  ///   - busyTimeoutSeconds: how long a write waits for another process's write.
  ///   - folding: of a writer, for whoever must know when the file changes, which is then only while it is closed or
  ///     has gathered a long log. Such a writer must be closed, also after an error.
  public init(
    path: String, mode: Mode, busyTimeoutSeconds: Double = 5, folding: @escaping Folding = { try $0() }
  ) throws(RegistryError) {
    if mode == .readOnly, !FileManager.default.fileExists(atPath: path) { throw .missing(path: path) }
    self.path = path
    self.mode = mode
    self.folding = folding
    do {
      var configuration = Configuration()
      configuration.readonly = mode == .readOnly
      configuration.busyMode = .timeout(busyTimeoutSeconds)
      configuration.prepareDatabase { database in
        // NORMAL: a power cut may undo the last transactions but leaves no half of one; a killed process loses nothing.
        // The log is folded by ``foldLongLog()`` alone.
        try database.execute(
          sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 0")
      }
      pool = try DatabasePool(path: path, configuration: configuration)
      try Self.prepareSchema(of: pool, path: path, mode: mode)
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// Closes all connections; the registry is unusable afterwards. Also done when the last reference goes.
  public func close() throws(RegistryError) {
    do {
      // The last connection to close folds the write-ahead log into the file, and a reader cannot: the writer must be last.
      pool.invalidateReadOnlyConnections()
      if mode == .readWrite {
        try folding { try pool.close() }
      } else {
        try pool.close()
      }
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// Folds the log into the file, which waits for the disk: worth doing beside something else before ``close()``.
  /// Readers go on; what they still need is left for the next time. There must be no write until it returns.
  public func fold() throws(RegistryError) {
    guard mode == .readWrite else { throw .openedForReading(path: path) }
    do {
      try folding { try pool.writeWithoutTransaction { database in _ = try database.checkpoint(.passive) } }
    } catch {
      throw RegistryError(error, path: path)
    }
  }

  /// Folds the log if it has become long.
  func foldLongLog() throws(RegistryError) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    guard let byteCount = attributes?[.size] as? Int, byteCount > Self.longestLogByteCount else { return }
    try fold()
  }

  private static func prepareSchema(of pool: DatabasePool, path: String, mode: Mode) throws {
    let known = RegistrySchema.migrator.migrations
    let (applied, isForeign) = try pool.read { database in
      (
        try RegistrySchema.migrator.appliedIdentifiers(database),
        try Int32.fetchOne(database, sql: "PRAGMA application_id") != RegistrySchema.applicationID
          && Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations')") == true
      )
    }
    if isForeign { throw RegistryError.notARegistry(path: path) }
    let unknown = applied.subtracting(known).sorted()
    if !unknown.isEmpty { throw RegistryError.newerSchema(path: path, unknownMigrations: unknown) }
    let missing = known.filter { !applied.contains($0) }
    if missing.isEmpty { return }
    guard mode == .readWrite else {
      if applied.isEmpty { throw RegistryError.blank(path: path) }
      throw RegistryError.olderSchema(path: path, missingMigrations: missing)
    }
    try RegistrySchema.migrator.migrate(pool)
  }

  /// Runs a read on one snapshot and translates its errors.
  func read<Value>(_ body: (Database) throws -> Value) throws(RegistryError) -> Value {
    do { return try pool.read(body) } catch { throw RegistryError(error, path: path) }
  }
}
