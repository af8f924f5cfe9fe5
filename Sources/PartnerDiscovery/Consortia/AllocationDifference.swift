public import ResearchProfiles

/// What differs between two allocations.
public struct AllocationDifference: Codable, Hashable, Sendable {
  public struct Change: Codable, Hashable, Sendable {
    public var application: String
    public var added: [OrganizationID]
    public var removed: [OrganizationID]
  }

  /// Applications whose suggestions differ, in the order of the second run, those of the first only behind.
  public var changes: [Change]
  /// Introductions that both have.
  public var keptCount: Int
  public var sumChange: Int
  public var smallestBestChange: Int
  public var servedChange: Int

  enum CodingKeys: String, CodingKey {
    case changes
    case keptCount = "kept"
    case sumChange = "sum_change"
    case smallestBestChange = "smallest_best_change"
    case servedChange = "served_change"
  }

  public init(from first: AllocationRun, to second: AllocationRun) {
    let before = Dictionary(
      uniqueKeysWithValues: first.applications.map { ($0.id, $0.introductions.map(\.organization)) })
    let after = Dictionary(
      uniqueKeysWithValues: second.applications.map { ($0.id, $0.introductions.map(\.organization)) })
    let ids = second.applications.map(\.id) + first.applications.map(\.id).filter { after[$0] == nil }
    changes = []
    keptCount = 0
    for id in ids {
      let (old, new) = (before[id] ?? [], after[id] ?? [])
      keptCount += new.count(where: old.contains)
      let change = Change(
        application: id, added: new.filter { !old.contains($0) }, removed: old.filter { !new.contains($0) })
      if !change.added.isEmpty || !change.removed.isEmpty { changes.append(change) }
    }
    sumChange = second.outcome.sum - first.outcome.sum
    smallestBestChange = second.outcome.smallestBest - first.outcome.smallestBest
    servedChange = second.outcome.served - first.outcome.served
  }
}
