import ResearchProfiles

/// The answer to a search as JSON.
public struct SearchDocument: Encodable, Sendable {
  public struct Result: Encodable, Sendable {
    public var rank: Int
    public var evidence: EvidenceDocument?
    public var organization: OrganizationDocument?
    public var score: Double
    public var id: String
    public var supporting: [EvidenceDocument]?

    /// - Parameter place: in the list, from 0.
    public init(_ place: Int, _ result: EvidenceResult) {
      rank = place + 1
      evidence = EvidenceDocument(result)
      score = result.score
      id = result.id.rawValue
    }

    /// - Parameter place: in the list, from 0.
    public init(_ place: Int, _ result: OrganizationResult) {
      rank = place + 1
      organization = OrganizationDocument(result.organization, fields: result.fields)
      score = result.score
      id = result.organization.id.rawValue
      supporting = result.evidence.map { EvidenceDocument($0, isWithOrganizations: false) }
    }
  }

  public var query: String
  public var level: String
  /// Terms of the other language that were added; absent where there are none.
  public var added: [AddedTermDocument]?
  public var results: [Result]
  /// How long the whole list is, where it is known; absent for whoever asked for the first results only.
  public var total: Int?
  public var limit: Int?
  public var offset: Int?

  public init(query: String, level: SearchLevel, added: [AddedTerm], results: [Result]) {
    self.query = query
    self.level = level.rawValue
    self.added = AddedTermDocument.list(added)
    self.results = results
  }
}
