import Foundation
import GRDB
import ResearchProfiles

extension RegistryWriter {
  func applyRecord(_ record: OrganizationProfile) throws -> RegistryOutcome {
    guard let stored = try storedOrganization(record.id) else {
      _ = try insertOrganization(record, isFull: true)
      return RegistryOutcome(.added)
    }
    return RegistryOutcome(try tell(stored, record, isFull: true) ? .updated : .unchanged)
  }

  func applyMention(_ mention: OrganizationProfile) throws -> RegistryOutcome.Effect {
    guard let known = try knownOrganization(mention.id) else {
      _ = try insertOrganization(mention, isFull: false)
      return .added
    }
    if known.source == source, mention.statedFields.isSubset(of: known.filledFields) { return .unchanged }
    guard let stored = try storedOrganization(mention.id) else { return .unchanged }
    return try tell(stored, mention, isFull: false) ? .updated : .unchanged
  }

  /// The row of an organisation, which becomes known by its id alone where it is new.
  func ensureOrganization(_ id: OrganizationID) throws -> (row: Int64, isNew: Bool) {
    guard let known = try knownOrganization(id) else {
      return (try insertOrganization(OrganizationProfile(id: id), isFull: false), true)
    }
    // A source that only names an organisation speaks of it too: it must stay when other sources go.
    if known.source != source, let stored = try storedOrganization(id) {
      _ = try tell(stored, OrganizationProfile(id: id), isFull: false)
    }
    return (known.row, false)
  }

  /// Adds what the present source says of a stored organisation to what it has said before, and shows what follows.
  ///
  /// - Returns: whether what is shown has changed.
  private func tell(_ stored: StoredOrganization, _ profile: OrganizationProfile, isFull: Bool) throws -> Bool {
    var claims = try OrganizationClaim.fetch(of: stored, in: database)
    let earlier = cache.sources[RecordOrigin.earlierName] ?? 1
    // What no source was kept for belongs to the first one that names it.
    if source != earlier, let index = claims.firstIndex(where: { $0.source == earlier }),
      !claims.contains(where: { $0.source == source })
    {
      claims[index].source = source
      try database.cachedStatement(
        sql: "UPDATE organization_claim SET source = ? WHERE organization = ? AND source = ?"
      ).execute(arguments: [source, stored.row, earlier])
    }
    var mine =
      claims.first { $0.source == source }
      ?? OrganizationClaim(
        source: source, fullFields: [], date: origin.date, location: origin.location, sequence: -1,
        profile: OrganizationProfile(id: stored.profile.id))
    let told = isFull ? mine.profile.updated(byFullRecord: profile) : mine.profile.filled(byMention: profile)
    let fullFields = isFull ? mine.fullFields.union(profile.statedFields) : mine.fullFields
    let isUnchanged = mine.sequence >= 0 && told == mine.profile && fullFields == mine.fullFields
    mine.profile = told
    mine.fullFields = fullFields
    let others = claims.filter { $0.source != source }
    if !isUnchanged {
      mine.date = origin.date
      mine.location = origin.location
      mine.sequence = sequence
      try keep(mine, of: stored.row, asShown: others.isEmpty)
      if others.count == 1 { try keep(others[0], of: stored.row, asShown: false) }
    }
    let shown = others.isEmpty ? told : OrganizationClaim.shown(others + [mine], id: stored.profile.id)
    let hasChanged = try replace(stored, by: shown, isFull: stored.isFull || isFull)
    cache[stored.profile.id.rawValue] = RegistryWriterCache.Organization(
      row: stored.row, source: source, filledFields: told.statedFields)
    if !isUnchanged { noteChange() }
    return hasChanged
  }

  func keep(_ claim: OrganizationClaim, of row: Int64, asShown isShown: Bool) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO organization_claim
          (organization, source, full_fields, date, location, change_sequence, profile) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      row, claim.source, claim.fullFields.rawValue, claim.date.daysSinceEpoch, claim.location, claim.sequence,
      isShown ? nil : OrganizationClaim.bytes(of: claim.profile),
    ])
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
    // What the present source has said itself: where it is not known, it is looked at before anything is added.
    let isOnly = try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT profile IS NULL FROM organization_claim WHERE organization = ? AND source = ?"),
      arguments: [stored.row, source])
    let known = RegistryWriterCache.Organization(
      row: stored.row, source: isOnly == nil ? 0 : source,
      filledFields: isOnly == true ? stored.profile.statedFields : [])
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
    try insertClaim.execute(arguments: [
      row, source, isFull ? profile.statedFields.rawValue : 0, origin.date.daysSinceEpoch, origin.location, sequence,
    ])
    cache[profile.id.rawValue] = RegistryWriterCache.Organization(
      row: row, source: source, filledFields: profile.statedFields)
    try removeTombstone(type: .organization, id: profile.id.rawValue)
    noteChange()
    return row
  }

  /// Writes the merged profile unless it says what the stored one says.
  ///
  /// - Returns: whether anything changed.
  func replace(_ stored: StoredOrganization, by merged: OrganizationProfile, isFull: Bool) throws -> Bool {
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
