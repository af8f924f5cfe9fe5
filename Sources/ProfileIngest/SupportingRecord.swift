public import ResearchProfiles

/// A record that ties others together. Names of persons are not kept: nothing here needs them.
public struct SupportingRecord: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case person
    case funding
    case event
    case service
  }

  public var kind: Kind
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
