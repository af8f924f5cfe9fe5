public import ForumRecords
import ParallelExecution
public import ResearchFields
import ResearchProfiles
import Synchronization

/// Counts what a registry's evidence shows, by field and region, and remembers the count until the registry changes.
///
/// Evidence counts to the surest field that its title, text and keywords tell; organisations that only pay for or publish
/// something do not count as supply. An organisation counts to every field that it has evidence of; its own summary and keywords
/// are evidence too.
public final class SupplySurvey: Sendable {
  private let list: FieldList
  private let classifier: FieldClassifier
  private let executor: ParallelExecutor
  private let latest = Mutex<SupplyCounts?>(nil)

  public init(_ list: FieldList = .standard, threadCount: Int? = nil) {
    self.list = list
    classifier = FieldClassifier(list)
    executor = ParallelExecutor(threadCount: threadCount)
  }

  /// The counts of the registry as it is now; those of the last call where it has not changed since.
  ///
  /// - Throws: a ``RegistryError``.
  /// - Complexity: linear in the texts of all evidence after a change, else one query. Memory: a thousand pieces of evidence and
  ///   a few words for each organisation.
  public func counts(of registry: Registry) throws -> SupplyCounts {
    let sequence = try registry.currentSequence()
    if let known = latest.withLock({ $0 }), known.sequence == sequence { return known }
    var tally = SupplyTally()
    let counted = try registry.changes(after: 0) { batch in
      switch batch {
      case .organizations(let profiles):
        let decisions = executor.map(count: profiles.count) { index, _ in decision(for: profiles[index]) }
        for (profile, decision) in zip(profiles, decisions) { tally.add(profile, decision) }
      case .evidence(let stored):
        let decisions = try executor.map(count: stored.count) { index, _ throws(RegistryError) in
          decision(for: try stored[index].decoded())
        }
        for (evidence, decision) in zip(stored, decisions) { tally.add(evidence, decision) }
      case .deletedEvidence, .deletedOrganizations, .mergedOrganizations: break
      }
    }
    let counts = tally.counts(sequence: counted)
    latest.withLock { $0 = counts }
    return counts
  }

  private func decision(for profile: OrganizationProfile) -> FieldDecision? {
    let texts = profile.summary.entries.map(\.text) + profile.keywords
    return texts.isEmpty ? nil : decision(texts)
  }

  private func decision(for evidence: Evidence) -> FieldDecision {
    decision(evidence.title.entries.map(\.text) + evidence.text.entries.map(\.text) + evidence.keywords)
  }

  private func decision(_ texts: [String]) -> FieldDecision {
    FieldDecision(code: nil, text: texts.joined(separator: " . "), classifier: classifier, list: list)
  }
}
