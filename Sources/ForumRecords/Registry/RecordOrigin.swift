public import ResearchProfiles

/// Where a record comes from.
public struct RecordOrigin: Hashable, Sendable {
  /// The source's name, by which it is imported again and removed.
  public var source: String
  /// Where in the source the record stands.
  public var location: String
  /// When it was imported.
  public var date: CalendarDate

  public init(source: String, location: String = "", date: CalendarDate) {
    self.source = source
    self.location = location
    self.date = date
  }

  /// Of what is stored without saying where it comes from.
  static let unnamed = RecordOrigin(source: "unnamed", date: CalendarDate(daysSinceEpoch: 0))

  /// Of what was stored before sources were kept. Whichever source names such a record first takes it over.
  static let earlierName = "earlier imports"
}
