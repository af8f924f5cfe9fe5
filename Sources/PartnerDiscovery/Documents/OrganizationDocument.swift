public import ResearchProfiles

/// An organisation as JSON.
public struct OrganizationDocument: Encodable, Sendable {
  public var id: String
  public var name: String
  public var kind: String?
  public var country: String?
  public var region: String?
  public var role: String?
  /// The fields of research that most of its evidence is of; absent where that was not asked for.
  public var fields: [FieldDocument]?

  public init(_ summary: OrganizationSummary, role: ParticipationRole? = nil, fields: [ResultField]? = nil) {
    self.fields = fields.map { $0.map(FieldDocument.init) }
    id = summary.id.rawValue
    name = summary.name
    kind = summary.kind?.rawValue
    country = summary.country
    region = summary.region
    self.role = role?.rawValue
  }
}
