import ForumRecords
import ParallelExecution
import ResearchProfiles
import Retrieval
import SearchIndex
import TextAnalysis

/// Brings the index up to what the registry says.
///
/// The index remembers the registry's sequence that it has seen; whatever came after is read, replaced and published
/// at once. An import that was killed between storing and indexing is made good by the next run.
struct IndexFollower {
  let registry: Registry
  let directory: IndexDirectory
  let analyzer: any TextAnalyzer
  var executor = ParallelExecutor()
  /// For inverted documents, before they are written to a segment.
  var memoryByteCount = IndexMemory.usualByteCount

  private static let batchSize = 2048

  /// Follows what the index has not seen yet.
  ///
  /// - Parameter opened: a snapshot of the index, an older one too: what it has mapped is not mapped again.
  /// - Returns: the published snapshot.
  func update(reusing opened: IndexSnapshot? = nil) throws -> IndexSnapshot {
    try follow(reusing: opened, startsAnew: false)
  }

  /// Derives everything again and replaces the index by it, whatever state that is in.
  ///
  /// - Returns: the published snapshot.
  func rebuild() throws -> IndexSnapshot { try follow(reusing: nil, startsAnew: true) }

  private func follow(reusing opened: IndexSnapshot?, startsAnew: Bool) throws -> IndexSnapshot {
    let update = try IndexUpdate(
      directory: directory, configuration: RankingDefaults.configuration(analyzer: analyzer.identity),
      analyzers: FieldAnalyzers(analyzer), executor: executor, memoryByteCount: memoryByteCount, reusing: opened,
      startsAnew: startsAnew)
    let seen = update.seenSequence
    let hasAliases = try seen > 0 && directory.open(reusing: opened).collection(IndexContents.aliases) != nil
    let sequence = try registry.changes(
      after: Int64(seen), batchSize: Self.batchSize, batchByteCount: memoryByteCount / 8
    ) { batch in
      switch batch {
      case .deletedEvidence(let ids):
        for id in ids { update.delete(id: id.rawValue, from: IndexContents.evidence) }
      case .deletedOrganizations(let ids):
        for id in ids {
          if hasAliases { update.delete(id: id.rawValue, from: IndexContents.aliases) }
          update.delete(id: id.rawValue, from: IndexContents.organizations)
          update.delete(id: IndexContents.statementID(of: id), from: IndexContents.evidence)
        }
      case .organizations(let profiles):
        for profile in profiles {
          if hasAliases { update.delete(id: profile.id.rawValue, from: IndexContents.aliases) }
          try update.add(DocumentFactory.document(of: profile), to: IndexContents.organizations)
          if let statement = DocumentFactory.statement(of: profile) {
            try update.add(statement, to: IndexContents.evidence)
          } else if seen > 0 {
            update.delete(id: IndexContents.statementID(of: profile.id), from: IndexContents.evidence)
          }
        }
      case .mergedOrganizations(let merged):
        for organization in merged {
          try update.add(DocumentFactory.document(of: organization), to: IndexContents.aliases)
          update.delete(id: organization.id.rawValue, from: IndexContents.organizations)
          update.delete(id: IndexContents.statementID(of: organization.id), from: IndexContents.evidence)
        }
      case .evidence(let stored):
        let documents = try executor.map(count: stored.count) { index, _ in
          try DocumentFactory.document(of: stored[index])
        }
        for document in documents { try update.add(document, to: IndexContents.evidence) }
      }
    }
    return try update.publish(sequence: UInt64(sequence))
  }
}
