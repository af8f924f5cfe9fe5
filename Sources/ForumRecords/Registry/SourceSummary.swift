public import ResearchProfiles

/// A source that was imported.
public struct SourceSummary: Hashable, Sendable {
  public var name: String
  /// Of its first import; 1970-01-01 where it is not known.
  public var date: CalendarDate
  public var evidenceCount: Int
  public var organizationCount: Int
}

/// What one source says in one field of an organisation.
public struct FieldStatement: Hashable, Sendable {
  /// The id under which the source knows the organisation.
  public var organization: OrganizationID
  /// `name`, `alias`, `identifier`, `country` ...
  public var field: String
  public var value: String
  public var source: String
  /// Where in the source.
  public var location: String
  /// When it was imported.
  public var date: CalendarDate
  /// Whether it was said by a record of the organisation's own, not in passing.
  public var isOwnRecord: Bool
  /// Whether it is what the body shows.
  public var isShown: Bool
}
