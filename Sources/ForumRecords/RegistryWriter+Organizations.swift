import Foundation
import GRDB
import ResearchProfiles

extension RegistryWriter {
  func applyRecord(_ record: OrganizationProfile) throws -> RegistryOutcome {
    guard let stored = try storedOrganization(record.id) else {
      _ = try insertOrganization(record, isFull: true)
      return RegistryOutcome(.added)
    }
    let merged = stored.profile.updated(byFullRecord: record)
    return RegistryOutcome(try replace(stored, by: merged, isFull: true) ? .updated : .unchanged)
  }

  func applyMention(_ mention: OrganizationProfile) throws -> RegistryOutcome.Effect {
    guard let known = try knownOrganization(mention.id) else {
      _ = try insertOrganization(mention, isFull: false)
      return .added
    }
    if mention.statedFields.isSubset(of: known.filledFields) { return .unchanged }
    guard let stored = try storedOrganization(mention.id) else { return .unchanged }
    let merged = stored.profile.filled(byMention: mention)
    return try replace(stored, by: merged, isFull: stored.isFull) ? .updated : .unchanged
  }

  /// The row of an organisation, which becomes known by its id alone where it is new.
  func ensureOrganization(_ id: OrganizationID) throws -> (row: Int64, isNew: Bool) {
    if let known = try knownOrganization(id) { return (known.row, false) }
    return (try insertOrganization(OrganizationProfile(id: id), isFull: false), true)
  }

  func storedOrganization(_ id: OrganizationID) throws -> StoredOrganization? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(StoredOrganization.columns) FROM organization WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id.rawValue]).map(StoredOrganization.init)
  }

  func knownRow(of id: OrganizationID) throws -> Int64? { try knownOrganization(id)?.row }

  private func knownOrganization(_ id: OrganizationID) throws -> RegistryWriterCache.Organization? {
    if let known = cache[id.rawValue] { return known }
    guard let stored = try storedOrganization(id) else { return nil }
    let known = RegistryWriterCache.Organization(row: stored.row, filledFields: stored.profile.statedFields)
    cache[id.rawValue] = known
    return known
  }

  private func insertOrganization(_ profile: OrganizationProfile, isFull: Bool) throws -> Int64 {
    let content = ProfileContent.bytes(of: profile)
    try database.cachedStatement(
      sql: """
        INSERT INTO organization (id, kind, country, region, city, size_class, homepage, parent, is_full, content_hash,
          change_sequence, profile) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      profile.id.rawValue, profile.kind?.rawValue, profile.country, profile.region, profile.city, profile.sizeClass,
      profile.homepage, profile.parent?.rawValue, isFull,
      StoredOrganization.contentHash(of: profile, isFull: isFull, content: content), sequence, Data(content),
    ])
    let row = database.lastInsertedRowID
    cache[profile.id.rawValue] = RegistryWriterCache.Organization(row: row, filledFields: profile.statedFields)
    try removeTombstone(type: .organization, id: profile.id.rawValue)
    noteChange()
    return row
  }

  /// Writes the merged profile unless it says what the stored one says.
  ///
  /// - Returns: whether anything changed.
  private func replace(_ stored: StoredOrganization, by merged: OrganizationProfile, isFull: Bool) throws -> Bool {
    let content = ProfileContent.bytes(of: merged)
    let hash = StoredOrganization.contentHash(of: merged, isFull: isFull, content: content)
    if hash == stored.contentHash { return false }
    try database.cachedStatement(
      sql: """
        UPDATE organization SET kind = ?, country = ?, region = ?, city = ?, size_class = ?, homepage = ?, parent = ?,
          is_full = ?, content_hash = ?, change_sequence = ?, profile = ? WHERE row = ?
        """
    ).execute(arguments: [
      merged.kind?.rawValue, merged.country, merged.region, merged.city, merged.sizeClass, merged.homepage,
      merged.parent?.rawValue, isFull, hash, sequence, Data(content), stored.row,
    ])
    let known = stored.profile
    if merged.kind != known.kind || merged.country != known.country || merged.region != known.region {
      try touchEvidence(ofOrganizationRow: stored.row)
    }
    cache[merged.id.rawValue] = RegistryWriterCache.Organization(row: stored.row, filledFields: merged.statedFields)
    noteChange()
    return true
  }

  /// Filters on evidence look at its organisations, so the index must see that evidence again.
  func touchEvidence(ofOrganizationRow row: Int64) throws {
    try database.cachedStatement(
      sql: """
        UPDATE evidence SET change_sequence = ?1 WHERE change_sequence < ?1
          AND row IN (SELECT evidence FROM participation WHERE organization = ?2)
        """
    ).execute(arguments: [sequence, row])
  }
}
