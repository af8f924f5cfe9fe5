import ResearchProfiles
import Retrieval

/// A piece of evidence as JSON.
public struct EvidenceDocument: Encodable, Sendable {
  public var id: String
  public var score: Double
  public var kind: String
  public var title: String
  /// `yyyy-mm-dd`.
  public var date: String?
  public var passage: String?
  public var organizations: [OrganizationDocument]?
  /// The organisation's own role, where the evidence stands under one.
  public var role: String?
  public var terms: [String]?
  /// Fields of research, the surest first.
  public var fields: [FieldDocument]

  public init(_ result: EvidenceResult, isWithOrganizations: Bool = true) {
    id = result.id.rawValue
    score = result.score
    kind = result.kind.rawValue
    title = result.title
    fields = result.fields.map(FieldDocument.init)
    date = result.date?.description
    passage = result.passage?.text
    organizations =
      isWithOrganizations
      ? result.participants.map { OrganizationDocument($0.organization, role: $0.role) } : nil
  }

  public init(_ matched: MatchedEvidence) {
    self.init(matched.result, isWithOrganizations: false)
    role = matched.role.rawValue
    terms = matched.terms
  }
}
