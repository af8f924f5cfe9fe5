import Foundation
import GRDB
import ResearchProfiles

/// Carries out changes inside one transaction.
final class RegistryWriter {
  let database: Database
  var cache: RegistryWriterCache
  /// The number that everything changed in this transaction gets.
  let sequence: Int64
  /// Whether an id that is added may have been deleted before.
  var hasTombstones: Bool
  private(set) var hasChanged = false
  /// Whether the last evidence was new: then the next one probably is too, and it is not looked for first.
  private var expectsNewEvidence = true

  private let findEvidence: Statement
  private let insertEvidence: Statement
  private let updateEvidence: Statement
  private let insertParticipation: Statement
  private let deleteParticipations: Statement

  init(database: Database, cache: RegistryWriterCache) throws {
    self.database = database
    let current = try Self.sequence(in: database)
    self.cache = cache
    if cache.sequence != current { self.cache.removeAll() }
    sequence = current + 1
    hasTombstones = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM tombstone)") ?? false
    findEvidence = try database.cachedStatement(sql: "SELECT row, content_hash FROM evidence WHERE id = ?")
    insertEvidence = try database.cachedStatement(
      sql: """
        INSERT INTO evidence (id, kind, date, content_hash, change_sequence, content) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING
        """)
    updateEvidence = try database.cachedStatement(
      sql: "UPDATE evidence SET kind = ?, date = ?, content_hash = ?, change_sequence = ?, content = ? WHERE row = ?")
    insertParticipation = try database.cachedStatement(
      sql: "INSERT INTO participation (evidence, ordinal, organization, role) VALUES (?, ?, ?, ?)")
    deleteParticipations = try database.cachedStatement(sql: "DELETE FROM participation WHERE evidence = ?")
  }

  static func sequence(in database: Database) throws -> Int64 {
    try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT value FROM registry_state WHERE name = 'change_sequence'")) ?? 0
  }

  func apply(_ change: RegistryChange) throws -> RegistryOutcome {
    switch change {
    case .organization(let profile): try applyRecord(profile)
    case .mention(let profile): RegistryOutcome(try applyMention(profile))
    case .evidence(let evidence, let mentions): try apply(evidence, mentions: mentions)
    case .supporting(let record): try apply(record)
    case .deleteEvidence(let id): try deleteEvidence(id)
    case .deleteOrganization(let id): try deleteOrganization(id)
    }
  }

  /// Numbers the transaction if it changed anything, and leaves the cache right for the next one.
  func finish() throws {
    if hasChanged {
      try database.execute(
        sql: "UPDATE registry_state SET value = CASE name WHEN 'change_sequence' THEN ?1 ELSE ~?1 END",
        arguments: [sequence])
    }
    cache.sequence = hasChanged ? sequence : sequence - 1
  }

  func noteChange() { hasChanged = true }

  // MARK: Evidence

  private func apply(_ evidence: EncodedEvidence, mentions: [OrganizationProfile]) throws -> RegistryOutcome {
    var outcome = RegistryOutcome(.unchanged)
    for mention in mentions {
      switch try applyMention(mention) {
      case .added: outcome.mentionedOrganizationsAdded += 1
      case .updated: outcome.mentionedOrganizationsFilled += 1
      case .unchanged, .deleted, .absent: break
      }
    }
    let row: Int64
    var isInserted = false
    if expectsNewEvidence { isInserted = try insert(evidence) }
    if !isInserted, let stored = try Row.fetchOne(findEvidence, arguments: [evidence.id.rawValue]) {
      expectsNewEvidence = false
      if try stored.decode(Int64.self, atIndex: 1) == evidence.contentHash { return outcome }
      row = try stored.decode(atIndex: 0)
      try updateEvidence.execute(arguments: [
        evidence.kind.rawValue, evidence.date?.daysSinceEpoch, evidence.contentHash, sequence, evidence.content, row,
      ])
      try deleteParticipations.execute(arguments: [row])
      outcome.effect = .updated
    } else {
      if !isInserted { isInserted = try insert(evidence) }
      expectsNewEvidence = true
      row = database.lastInsertedRowID
      try removeTombstone(type: .evidence, id: evidence.id.rawValue)
      outcome.effect = .added
    }
    for (ordinal, participation) in evidence.participations.enumerated() {
      let (organizationRow, isNew) = try ensureOrganization(participation.organization)
      if isNew { outcome.mentionedOrganizationsAdded += 1 }
      try insertParticipation.execute(arguments: [row, ordinal, organizationRow, participation.role.rawValue])
    }
    noteChange()
    return outcome
  }

  /// - Returns: `false` where evidence of that id is there.
  private func insert(_ evidence: EncodedEvidence) throws -> Bool {
    try insertEvidence.execute(arguments: [
      evidence.id.rawValue, evidence.kind.rawValue, evidence.date?.daysSinceEpoch, evidence.contentHash, sequence,
      evidence.content,
    ])
    return database.changesCount > 0
  }

  // MARK: Supporting records

  private func apply(_ supporting: SupportingRecord) throws -> RegistryOutcome {
    let record = try SupportingRow(supporting)
    let hash = record.contentHash
    let stored = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT content_hash FROM supporting_record WHERE type = ? AND id = ?"),
      arguments: [record.type, record.id])
    if stored == hash { return RegistryOutcome(.unchanged) }
    try database.cachedStatement(
      sql: """
        INSERT INTO supporting_record (type, id, content_hash, content) VALUES (?, ?, ?, ?)
        ON CONFLICT (type, id) DO UPDATE SET content_hash = excluded.content_hash, content = excluded.content
        """
    ).execute(arguments: [record.type, record.id, hash, record.content])
    noteChange()
    return RegistryOutcome(stored == nil ? .added : .updated)
  }
}
