/// A record that ties others together but is neither an organisation nor evidence: kept, never searched. Names of
/// persons are not kept: nothing here needs them.
public struct SupportingRecord: Hashable, Sendable, Codable {
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case person
    case funding
    case event
    case service
  }

  public var kind: Kind
  /// Unique within its kind.
  public var id: String
  /// Empty for persons.
  public var names: LocalizedText
  /// Where the person works, who gives the funding or owns the service.
  public var affiliations: [OrganizationID]

  public init(kind: Kind, id: String, names: LocalizedText = LocalizedText(), affiliations: [OrganizationID] = []) {
    self.kind = kind
    self.id = id
    self.names = names
    self.affiliations = affiliations
  }
}
