import PartnerRanking
public import ResearchProfiles
import SearchIndex

/// Everything that a search needs to know of an organisation, as JSON.
public struct OrganizationDetailDocument: Encodable, Sendable {
  public struct Evidence: Encodable, Sendable {
    public var id: String
    public var kind: String
    public var title: String
    /// `yyyy-mm-dd`.
    public var date: String?
    public var role: String
  }

  public var id: String
  public var name: String
  public var names: LocalizedText
  public var aliases: [String]
  public var kind: String?
  public var country: String?
  public var region: String?
  public var city: String?
  public var sizeClass: String?
  /// The id of the organisation that it is a part of.
  public var parent: String?
  public var evidenceCount: Int
  /// The newest first.
  public var evidence: [Evidence]

  enum CodingKeys: String, CodingKey {
    case id, name, names, aliases, kind, country, region, city, parent, evidence
    case sizeClass = "size_class"
    case evidenceCount = "evidence_count"
  }
}

extension DiscoverySession {
  /// What is known of an organisation, with its newest evidence; `nil` for an id that the workspace does not know.
  ///
  /// - Complexity: linear in its evidence.
  public func detail(of id: OrganizationID, evidenceLimit: Int = 20) -> OrganizationDetailDocument? {
    guard let number = directory.number(of: id) else { return nil }
    let summary = summary(of: number)
    let card = directory.card(number)
    let evidence = graph.evidence(of: number).sorted { left, right in
      let (leftDay, rightDay) = (graph.day(of: left) ?? .min, graph.day(of: right) ?? .min)
      return leftDay != rightDay ? leftDay > rightDay : left < right
    }
    return OrganizationDetailDocument(
      id: summary.id.rawValue, name: summary.name, names: card?.names ?? LocalizedText(), aliases: card?.aliases ?? [],
      kind: summary.kind?.rawValue, country: summary.country, region: summary.region, city: card?.city,
      sizeClass: card?.sizeClass, parent: card?.parent?.rawValue, evidenceCount: evidence.count,
      evidence: evidence.prefix(evidenceLimit).map { item in
        let card = self.card(ofEvidence: Int(item))
        let role = graph.members(of: item).first { $0.organization == number }?.role ?? .participant
        return OrganizationDetailDocument.Evidence(
          id: self.evidence.id(of: Int(item)), kind: (card?.kind ?? .statement).rawValue,
          title: card?.title.primary ?? "",
          date: graph.day(of: item).map { CalendarDate(daysSinceEpoch: $0).description },
          role: role.rawValue)
      })
  }
}
