import Foundation
import GRDB
package import ResearchProfiles

/// An organisation as its row holds it.
package struct StoredOrganization {
  /// The columns in the order in which ``init(_:)`` expects them. They are read by `decode`, which throws where damage
  /// has put another type; the subscripts of a row would end the process.
  static let columns =
    "row, id, kind, country, region, city, size_class, homepage, parent, is_full, content_hash, profile, body"

  let row: Int64
  let profile: OrganizationProfile
  let isFull: Bool
  let contentHash: Int64
  /// The row of the first organisation of its body, where that is another one.
  let body: Int64?

  init(_ columns: Row) throws {
    let content = try ProfileContent([UInt8](columns.decode(Data.self, atIndex: 11)))
    row = try columns.decode(atIndex: 0)
    profile = OrganizationProfile(
      id: OrganizationID(try columns.decode(String.self, atIndex: 1)),
      kind: try columns.decode(String?.self, atIndex: 2).flatMap(OrganizationKind.init(rawValue:)),
      names: content.names, aliases: content.aliases, identifiers: content.identifiers,
      country: try columns.decode(atIndex: 3), region: try columns.decode(atIndex: 4),
      city: try columns.decode(atIndex: 5), sizeClass: try columns.decode(atIndex: 6),
      homepage: try columns.decode(atIndex: 7), summary: content.summary, keywords: content.keywords,
      classifications: content.classifications,
      parent: try columns.decode(String?.self, atIndex: 8).map { OrganizationID($0) })
    isFull = try columns.decode(atIndex: 9)
    contentHash = try columns.decode(atIndex: 10)
    body = try columns.decode(atIndex: 12)
  }

  /// The hash of everything a profile says except its id.
  package static func contentHash(of profile: OrganizationProfile, isFull: Bool, content: [UInt8]) -> Int64 {
    var hash = ContentHash()
    hash.combine(isFull ? 1 : 0)
    hash.combine(profile.kind?.rawValue)
    hash.combine(profile.country)
    hash.combine(profile.region)
    hash.combine(profile.city)
    hash.combine(profile.sizeClass)
    hash.combine(profile.homepage)
    hash.combine(profile.parent?.rawValue)
    hash.combine(content)
    return hash.storedValue
  }
}

extension StoredOrganization {
  /// Calls `body` with every organisation changed after a sequence, in order of id bytes, one in memory at a time.
  static func forEach(
    changedAfter sequence: Int64, in database: Database, _ body: (StoredOrganization) throws -> Void
  ) throws {
    let changedCount = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM organization WHERE change_sequence > ?", arguments: [sequence])
    // About how many there are: counting them would read a whole index.
    let count = try Int.fetchOne(database, sql: "SELECT max(row) FROM organization")
    // SQLite cannot know which is better: the index by sequence and a sort, or everything in order of id.
    let source =
      (changedCount ?? 0) * 4 < count ?? 0
      ? "organization INDEXED BY organization_by_change WHERE change_sequence > ?"
      : "organization WHERE +change_sequence > ?"
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT \(columns) FROM \(source) ORDER BY id", arguments: [sequence])
    while let columns = try cursor.next() { try body(StoredOrganization(columns)) }
  }

  static func fetch(row: Int64, in database: Database) throws -> StoredOrganization? {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT \(columns) FROM organization WHERE row = ?"), arguments: [row]
    ).map(StoredOrganization.init)
  }

  /// The other organisations of a body, in order of id bytes.
  static func members(ofBody row: Int64, in database: Database) throws -> [StoredOrganization] {
    try Row.fetchAll(
      database.cachedStatement(sql: "SELECT \(columns) FROM organization WHERE body = ? ORDER BY id"), arguments: [row]
    ).map(StoredOrganization.init)
  }

  /// The body that answers to an id, with what all of its organisations say.
  static func body(id: OrganizationID, in database: Database) throws -> OrganizationProfile? {
    guard var stored = try fetch(id: id, in: database) else { return nil }
    if let row = stored.body, let first = try fetch(row: row, in: database) { stored = first }
    return try stored.withMembers(in: database)
  }

  func withMembers(in database: Database) throws -> OrganizationProfile {
    profile.joined(by: try Self.members(ofBody: row, in: database).map(\.profile))
  }

  static func fetch(id: OrganizationID, in database: Database) throws -> StoredOrganization? {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT \(columns) FROM organization WHERE id = ?"), arguments: [id.rawValue]
    ).map(StoredOrganization.init)
  }
}
