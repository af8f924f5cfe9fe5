import GRDB
import Synchronization

extension Registry {
  /// Carries out changes in the given order in one transaction: all of them, or none where it throws.
  ///
  /// - Parameter origins: where each change comes from, one for each, or none.
  /// - Returns: one outcome for each change, in order.
  /// - Complexity: a few indexed look-ups and one row for each record. Call with hundreds to thousands of changes: each
  ///   call costs a transaction.
  public func apply(
    _ changes: [RegistryChange], origins: [RecordOrigin] = []
  ) throws(RegistryError) -> [RegistryOutcome] {
    precondition(origins.isEmpty || origins.count == changes.count, "an origin for each change")
    guard mode == .readWrite else { throw .openedForReading(path: path) }
    if changes.isEmpty { return [] }
    return try write { writer in
      var outcomes: [RegistryOutcome] = []
      outcomes.reserveCapacity(changes.count)
      for (index, change) in changes.enumerated() {
        try writer.setOrigin(origins.isEmpty ? .unnamed : origins[index])
        outcomes.append(try writer.apply(change))
      }
      return outcomes
    }
  }

  /// Carries out what the body does in one transaction, with a number of its own where anything changes.
  func write<Value: Sendable>(_ body: (RegistryWriter) throws -> Value) throws(RegistryError) -> Value {
    guard mode == .readWrite else { throw .openedForReading(path: path) }
    do {
      let value = try pool.write { database in
        try writerCache.withLock { cache in
          do {
            let writer = try RegistryWriter(database: database, cache: cache)
            cache = RegistryWriterCache()
            let value = try body(writer)
            try writer.finish()
            cache = writer.cache
            return value
          } catch {
            cache.removeAll()  // rolled back: rows it names may not exist
            throw error
          }
        }
      }
      try foldLongLog()
      return value
    } catch {
      writerCache.withLock { $0.removeAll() }
      throw RegistryError(error, path: path)
    }
  }

  /// The number of the last transaction that changed anything; 0 for an empty registry.
  public func currentSequence() throws(RegistryError) -> Int64 {
    try read { database in try RegistryWriter.sequence(in: database) }
  }
}
