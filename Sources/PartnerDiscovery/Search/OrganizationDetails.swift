import PartnerRanking
public import ResearchProfiles
import Retrieval
import SearchIndex

/// An organisation with what it has done and with whom.
public struct OrganizationDetails: Hashable, Sendable {
  public struct Partner: Hashable, Sendable {
    public var organization: OrganizationSummary
    /// Pieces of evidence that both take part in.
    public var sharedCount: Int
  }

  public var organization: OrganizationSummary
  public var names: LocalizedText
  public var aliases: [String]
  public var city: String?
  public var parent: OrganizationSummary?
  /// Newest first; what has no date last.
  public var evidence: [EvidenceResult]
  public var evidenceCount: Int
  /// Most shared work first, ties by id.
  public var partners: [Partner]
}

extension DiscoverySession {
  /// What is known of an organisation.
  ///
  /// - Returns: `nil` where nobody answers to the id.
  /// - Complexity: linear in its evidence and the members of that.
  public func details(
    of id: OrganizationID, evidenceOffset: Int = 0, evidenceLimit: Int, partnerLimit: Int = 12
  ) -> OrganizationDetails? {
    guard let number = directory.number(of: id) else { return nil }
    let own = graph.evidence(of: number).sorted { left, right in
      let (leftDay, rightDay) = (graph.day(of: left) ?? .min, graph.day(of: right) ?? .min)
      return leftDay != rightDay ? leftDay > rightDay : left < right
    }
    var shared: [UInt32: Int] = [:]
    for evidence in own {
      for member in Set(graph.members(of: evidence).map(\.organization)) where member != number {
        shared[member, default: 0] += 1
      }
    }
    let nearest = shared.sorted { left, right in
      left.value != right.value ? left.value > right.value : directory.precedes(left.key, right.key)
    }
    var description = EvidenceDescription(self, for: queryBuilder.query(text: ""))
    let card = directory.card(number)
    return OrganizationDetails(
      organization: summary(of: number), names: card?.names ?? LocalizedText(), aliases: card?.aliases ?? [],
      city: card?.city, parent: card?.parent.flatMap { summary(of: $0) },
      evidence: own.dropFirst(evidenceOffset).prefix(evidenceLimit).map {
        description.result(for: Hit(document: Int($0), score: 0))
      }, evidenceCount: own.count,
      partners: nearest.prefix(partnerLimit).map { .init(organization: summary(of: $0.key), sharedCount: $0.value) })
  }
}
