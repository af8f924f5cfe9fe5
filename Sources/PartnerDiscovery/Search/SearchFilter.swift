public import ResearchProfiles
import Retrieval

/// Which organisations are wanted, in what, and evidence of when. Values of one attribute are alternatives; kind, country
/// and region must fit one organisation.
public struct SearchFilter: Hashable, Sendable {
  public var kinds: [OrganizationKind]
  /// ISO 3166-1 alpha-2; UK and EL are understood.
  public var countries: [String]
  public var regions: [String]
  /// Ids of fields of research, of which the evidence must be; one of the first level stands for all below it.
  public var fields: [String]
  /// Days on which the evidence is dated; evidence without a date lies in no period.
  public var period: ClosedRange<CalendarDate>?

  public init(
    kinds: [OrganizationKind] = [], countries: [String] = [], regions: [String] = [], fields: [String] = [],
    period: ClosedRange<CalendarDate>? = nil
  ) {
    self.kinds = kinds
    self.countries = countries
    self.regions = regions
    self.fields = fields
    self.period = period
  }

  public var isEmpty: Bool {
    kinds.isEmpty && countries.isEmpty && regions.isEmpty && fields.isEmpty && period == nil
  }

  var attributes: AttributeFilter {
    guard !isEmpty else { return AttributeFilter() }
    let fieldValues = Array(repeating: Set<String>(), count: IndexContents.Attribute.field.rawValue) + [Set(fields)]
    return AttributeFilter(
      [Set(kinds.map(\.rawValue)), Set(countries.map(Self.countryCode)), Set(regions.map(RegionName.comparable))],
      also: fields.isEmpty ? [] : fieldValues,
      days: period.map { $0.lowerBound.daysSinceEpoch...$0.upperBound.daysSinceEpoch })
  }

  static func countryCode(_ country: String) -> String {
    switch country.uppercased() {
    case "UK": "GB"
    case "EL": "GR"
    case let code: code
    }
  }
}
