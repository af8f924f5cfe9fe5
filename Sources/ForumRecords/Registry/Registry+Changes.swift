import GRDB
import ResearchProfiles

extension Registry {
  /// Streams all that has changed after a sequence, on one snapshot: deleted evidence, deleted organisations, changed
  /// organisations, merged ones, changed evidence, each in order of id bytes. After 0 it streams everything there is.
  ///
  /// Memory is bounded by the batch size, except for the row numbers of a small set of changes.
  ///
  /// - Parameters:
  ///   - batchByteCount: of evidence, at which a batch is closed before it has `batchSize` records.
  ///   - body: called with batches of at most `batchSize` records, never with an empty one.
  /// - Returns: the sequence to ask after the next time.
  /// - Throws: a ``RegistryError``, or what `body` throws.
  public func changes(
    after sequence: Int64, batchSize: Int = 1000, batchByteCount: Int = 64 << 20,
    _ body: (RegistryChangeBatch) throws -> Void
  ) throws -> Int64 {
    precondition(batchSize > 0)
    // An error of the caller's own passes as it is; only the database's are translated.
    var callerError: (any Error)?
    func deliver(_ batch: RegistryChangeBatch) throws {
      do {
        try body(batch)
      } catch {
        callerError = error
        throw error
      }
    }
    do {
      return try pool.read { database in
        var deletedEvidence = RecordBatch<EvidenceID>(size: batchSize)
        for id in try Self.tombstones(.evidence, after: sequence, in: database) {
          if let batch = deletedEvidence.append(EvidenceID(id)) { try deliver(.deletedEvidence(batch)) }
        }
        if let rest = deletedEvidence.takeRest() { try deliver(.deletedEvidence(rest)) }

        var deletedOrganizations = RecordBatch<OrganizationID>(size: batchSize)
        for id in try Self.tombstones(.organization, after: sequence, in: database) {
          if let batch = deletedOrganizations.append(OrganizationID(id)) { try deliver(.deletedOrganizations(batch)) }
        }
        if let rest = deletedOrganizations.takeRest() { try deliver(.deletedOrganizations(rest)) }

        var organizations = RecordBatch<OrganizationProfile>(size: batchSize)
        var merged: [MergedOrganization] = []
        let primaries = try BodyTable(in: database)
        try StoredOrganization.forEach(changedAfter: sequence, in: database) { organization in
          if let primary = primaries.primary(ofMember: organization.row) {
            merged.append(MergedOrganization(id: organization.profile.id, primary: primary))
            return
          }
          let profile =
            primaries.hasMembers(organization.row)
            ? try organization.withMembers(in: database) : organization.profile
          if let batch = organizations.append(profile) { try deliver(.organizations(batch)) }
        }
        if let rest = organizations.takeRest() { try deliver(.organizations(rest)) }
        if !merged.isEmpty { try deliver(.mergedOrganizations(merged)) }

        var evidence = RecordBatch<StoredEvidence>(size: batchSize, byteLimit: batchByteCount)
        try StoredEvidence.forEach(changedAfter: sequence, hasMergedBodies: !primaries.isEmpty, in: database) {
          stored in
          if let batch = evidence.append(stored, byteCount: stored.content.count) { try deliver(.evidence(batch)) }
        }
        if let rest = evidence.takeRest() { try deliver(.evidence(rest)) }
        return try RegistryWriter.sequence(in: database)
      }
    } catch {
      if let callerError { throw callerError }
      throw RegistryError(error, path: path)
    }
  }

  private static func tombstones(
    _ type: RegistryWriter.TombstoneType, after sequence: Int64, in database: Database
  ) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT id FROM tombstone WHERE type = ? AND change_sequence > ? ORDER BY id",
      arguments: [type.rawValue, sequence])
  }
}
