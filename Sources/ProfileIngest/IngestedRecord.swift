public import ResearchProfiles

/// One record of a source.
public struct IngestedRecord: Hashable, Sendable {
  public var location: RecordLocation
  public var content: RecordContent
  /// What the record says in passing about organisations other than itself (participants, affiliations, parents): partial
  /// profiles, in the source's order, each id once.
  public var mentions: [OrganizationProfile]

  public init(location: RecordLocation, content: RecordContent, mentions: [OrganizationProfile] = []) {
    self.location = location
    self.content = content
    self.mentions = mentions
  }
}
