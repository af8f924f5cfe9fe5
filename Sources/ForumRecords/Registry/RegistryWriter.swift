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

  /// Where what is applied comes from, and the row of its source.
  private(set) var origin = RecordOrigin.unnamed
  private(set) var source: Int64 = 0
  private(set) var hasSource = false

  let insertClaim: Statement
  private let insertEvidenceClaim: Statement
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
    insertClaim = try database.cachedStatement(
      sql: """
        INSERT INTO organization_claim (organization, source, full_fields, date, location, change_sequence)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    insertEvidenceClaim = try database.cachedStatement(
      sql: """
        INSERT INTO evidence_claim (evidence, source, date, location, change_sequence) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET date = excluded.date, location = excluded.location,
          change_sequence = excluded.change_sequence, content = NULL
        """)
    findEvidence = try database.cachedStatement(sql: "SELECT row, content_hash, kind FROM evidence WHERE id = ?")
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
    var id = evidence.id.rawValue
    var isInserted = false
    if expectsNewEvidence { isInserted = try insert(evidence, id: id) }
    var stored = isInserted ? nil : try Row.fetchOne(findEvidence, arguments: [id])
    if let other = stored, try other.decode(String.self, atIndex: 2) != evidence.kind.rawValue {
      // A project and a publication of one number are two things: the second one's id says what it is.
      id += "#" + evidence.kind.rawValue
      stored = try Row.fetchOne(findEvidence, arguments: [id])
    }
    if let stored {
      expectsNewEvidence = false
      row = try stored.decode(atIndex: 0)
      if try stored.decode(Int64.self, atIndex: 1) == evidence.contentHash {
        try tellAgain(row)
        for participation in evidence.participations { _ = try ensureOrganization(participation.organization) }
        return outcome
      }
      try keepOtherClaims(ofEvidence: row)
      try updateEvidence.execute(arguments: [
        evidence.kind.rawValue, evidence.date?.daysSinceEpoch, evidence.contentHash, sequence, evidence.content, row,
      ])
      try deleteParticipations.execute(arguments: [row])
      outcome.effect = .updated
    } else {
      if !isInserted { _ = try insert(evidence, id: id) }
      expectsNewEvidence = true
      row = database.lastInsertedRowID
      try removeTombstone(type: .evidence, id: id)
      outcome.effect = .added
    }
    try insertEvidenceClaim.execute(arguments: [
      row, source, origin.date.daysSinceEpoch, origin.location, sequence,
    ])
    for (ordinal, participation) in evidence.participations.enumerated() {
      let (organizationRow, isNew) = try ensureOrganization(participation.organization)
      if isNew { outcome.mentionedOrganizationsAdded += 1 }
      try insertParticipation.execute(arguments: [row, ordinal, organizationRow, participation.role.rawValue])
    }
    noteChange()
    return outcome
  }

  /// - Returns: `false` where evidence of that id is there.
  private func insert(_ evidence: EncodedEvidence, id: String) throws -> Bool {
    try insertEvidence.execute(arguments: [
      id, evidence.kind.rawValue, evidence.date?.daysSinceEpoch, evidence.contentHash, sequence, evidence.content,
    ])
    return database.changesCount > 0
  }

  /// Where the next changes come from.
  func setOrigin(_ origin: RecordOrigin) throws {
    let isSame = hasSource && origin.source == self.origin.source && origin.date == self.origin.date
    self.origin = origin
    if isSame { return }
    hasSource = true
    if let known = cache.sources[origin.source] {
      source = known
      return
    }
    let statement = try database.cachedStatement(sql: "SELECT row FROM source WHERE name = ?")
    if let known = try Int64.fetchOne(statement, arguments: [origin.source]) {
      source = known
    } else {
      try database.execute(
        sql: "INSERT INTO source (name, date) VALUES (?, ?)", arguments: [origin.source, origin.date.daysSinceEpoch])
      source = database.lastInsertedRowID
    }
    cache.sources[origin.source] = source
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
        INSERT INTO supporting_record (type, id, content_hash, content, source) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (type, id) DO UPDATE SET content_hash = excluded.content_hash, content = excluded.content,
          source = excluded.source
        """
    ).execute(arguments: [record.type, record.id, hash, record.content, source])
    noteChange()
    return RegistryOutcome(stored == nil ? .added : .updated)
  }
}
