import GRDB

extension Registry {
  /// Removes from the bytes of the files what was deleted: the file is rebuilt without gaps and the log emptied.
  ///
  /// - Throws: ``RegistryError/locked(path:)`` while another process still reads what was there before.
  /// - Complexity: linear in the size of the file, which is written anew beside it.
  public func eraseRemains() throws(RegistryError) {
    guard mode == .readWrite else { throw .openedForReading(path: path) }
    do {
      pool.invalidateReadOnlyConnections()
      try pool.writeWithoutTransaction { database in try database.execute(sql: "VACUUM") }
      try folding { try pool.writeWithoutTransaction { database in _ = try database.checkpoint(.truncate) } }
    } catch {
      throw RegistryError(error, path: path)
    }
  }
}
