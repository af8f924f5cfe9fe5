import PartnerRanking
public import ResearchProfiles

/// Ranked partners of applications as JSON.
public struct MatchDocument: Encodable, Sendable {
  public struct Partner: Encodable, Sendable {
    public var rank: Int
    public var id: String
    public var score: Double
    public var organization: OrganizationDocument
    public var parts: PartsDocument
    public var sharedEvidence: Int
    public var evidence: [EvidenceDocument]

    enum CodingKeys: String, CodingKey {
      case rank, id, score, organization, parts, evidence
      case sharedEvidence = "shared_evidence"
    }

    /// - Parameter place: in the list, from 0.
    public init(_ place: Int, _ partner: PartnerMatch) {
      rank = place + 1
      id = partner.organization.id.rawValue
      score = partner.score.total
      organization = OrganizationDocument(partner.organization)
      parts = PartsDocument(partner.score)
      sharedEvidence = partner.sharedEvidenceCount
      evidence = partner.evidence.map { EvidenceDocument($0) }
    }
  }

  public struct Application: Encodable, Sendable {
    public var id: String
    public var title: String
    /// Terms of the other language that were added to its query; absent where there are none.
    public var added: [AddedTermDocument]?
    public var partners: [Partner]

    public init(_ application: ResearchProfiles.Application, added: [AddedTerm], partners: [PartnerMatch]) {
      id = application.id
      title = application.title
      self.added = AddedTermDocument.list(added)
      self.partners = partners.enumerated().map { Partner($0, $1) }
    }
  }

  public var applications: [Application]

  public init(applications: [Application]) { self.applications = applications }
}
