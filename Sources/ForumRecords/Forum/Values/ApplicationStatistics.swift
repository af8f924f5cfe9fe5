/// How many applications there are of each sort. Lists with a fixed set of names hold all of them in the order of their
/// cases, also those with 0; the others go from the largest count to the smallest, equal ones by name.
public struct ApplicationStatistics: Hashable, Sendable, Codable {
  public var total = 0
  /// ``ApplicationStatus``.
  public var byStatus: [NamedCount] = []
  /// ``SubmissionChannel``.
  public var byChannel: [NamedCount] = []
  /// ``Course``: an application may ask for both, or none.
  public var byCourse: [NamedCount] = []
  /// `OrganizationKind` of the applicant, and "" last.
  public var byKind: [NamedCount] = []
  public var byField: [NamedCount] = []
  public var byRegion: [NamedCount] = []
  public var byCountry: [NamedCount] = []
  /// By day of submission in Seoul, `yyyy-mm-dd`, in order of time; days without any are left out.
  public var byDay: [NamedCount] = []
  public var jointResearchCount = 0
  public var counsellingCount = 0
  /// Those whose personal data were purged.
  public var purgedCount = 0

  public init() {}
}
