import ForumRecords
import Foundation
import ParallelExecution
public import ResearchProfiles
import SearchIndex

/// A person's decisions about which organisations are one body.
public struct DecideBodies {
  public let workspace: Workspace
  public var memoryByteCount = IndexMemory.usualByteCount

  public init(workspace: Workspace) { self.workspace = workspace }

  /// What waits for a decision, the surest first.
  public func waiting() throws -> [HeldBodies] {
    let registry = try reading()
    let pairs = try registry.heldPairs()
    let bodies = try registry.organizations(pairs.flatMap { [$0.primary, $0.other] })
    return pairs.enumerated().compactMap { index, pair in
      guard let primary = bodies[index * 2], let other = bodies[index * 2 + 1], primary.id != other.id else {
        return nil
      }
      return HeldBodies(
        primary: primary, other: other, points: pair.points, reasons: pair.reasons.map(DecisionReason.init))
    }
  }

  /// The audit trail, in order.
  public func decisions() throws -> [PastDecision] { try reading().decisions().map(PastDecision.init) }

  /// Joins two bodies: the first one's primary id stays.
  ///
  /// - Returns: all ids that the body now answers to, the primary one first.
  /// - Throws: ``DiscoveryError/unknownOrganization(id:)``; ``DiscoveryError/sameBody(ids:)`` where they are one already.
  public func merge(
    _ primary: OrganizationID, _ other: OrganizationID, reason: String?
  ) throws -> [OrganizationID] {
    try decide(.merged, primary, other, reason) { ids in DiscoveryError.sameBody(ids: ids.map(\.rawValue)) }
  }

  /// Takes an organisation out of its body, or the body apart where it gives its id to it.
  ///
  /// - Returns: the ids that it answers to afterwards.
  /// - Throws: ``DiscoveryError/unknownOrganization(id:)``; ``DiscoveryError/notMerged(id:)``.
  public func split(_ id: OrganizationID, reason: String?) throws -> [OrganizationID] {
    try decide(.split, id, id, reason) { _ in DiscoveryError.notMerged(id: id.rawValue) }
  }

  /// Says that two bodies are two, so that they neither wait for a decision nor are merged by rules.
  ///
  /// - Returns: the ids that the second one answers to.
  /// - Throws: ``DiscoveryError/unknownOrganization(id:)``; ``DiscoveryError/notMerged(id:)`` where that was said before.
  public func keepApart(
    _ primary: OrganizationID, _ other: OrganizationID, reason: String?
  ) throws -> [OrganizationID] {
    try decide(.split, primary, other, reason) { _ in DiscoveryError.notMerged(id: other.rawValue) }
  }

  private func decide(
    _ kind: BodyDecision.Kind, _ primary: OrganizationID, _ other: OrganizationID, _ reason: String?,
    failure: ([OrganizationID]) -> DiscoveryError
  ) throws -> [OrganizationID] {
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    return try workspace.withWritableRegistry(
      prepare: { try workspace.analyzer() },
      body: { registry, analyzer in
        for id in [primary, other] where try registry.ids(ofBody: id).isEmpty {
          throw DiscoveryError.unknownOrganization(id: id.rawValue)
        }
        let decision = BodyDecision(
          kind: kind, primary: primary, other: other, decider: .officer, date: .today,
          reasons: reason.map { [.init(kind: "decision", detail: $0, points: 0)] } ?? [])
        guard try registry.decide([decision]) == [true] else { throw failure(try registry.ids(ofBody: primary)) }
        _ = try IndexFollower(
          registry: registry, directory: try IndexDirectory(path: workspace.indexPath), analyzer: analyzer,
          memoryByteCount: memoryByteCount
        ).update()
        return try registry.ids(ofBody: kind == .split ? other : primary)
      })
  }

  private func reading() throws -> Registry {
    guard workspace.exists else { throw DiscoveryError.noWorkspace(path: workspace.path) }
    return try Registry(path: workspace.registryPath, mode: .readOnly)
  }
}

extension CalendarDate {
  /// In Coordinated Universal Time.
  static var today: CalendarDate {
    CalendarDate(daysSinceEpoch: Int32(clamping: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))))
  }
}
