public import ResearchProfiles
import Retrieval

/// Which organisations are wanted. Values of one attribute are alternatives; all attributes must fit one organisation.
public struct SearchFilter: Hashable, Sendable {
  public var kinds: [OrganizationKind]
  /// ISO 3166-1 alpha-2; UK and EL are understood.
  public var countries: [String]
  public var regions: [String]

  public init(kinds: [OrganizationKind] = [], countries: [String] = [], regions: [String] = []) {
    self.kinds = kinds
    self.countries = countries
    self.regions = regions
  }

  public var isEmpty: Bool { kinds.isEmpty && countries.isEmpty && regions.isEmpty }

  var attributes: AttributeFilter {
    guard !isEmpty else { return AttributeFilter() }
    return AttributeFilter([
      Set(kinds.map(\.rawValue)), Set(countries.map(Self.countryCode)), Set(regions.map(RegionName.comparable)),
    ])
  }

  static func countryCode(_ country: String) -> String {
    switch country.uppercased() {
    case "UK": "GB"
    case "EL": "GR"
    case let code: code
    }
  }
}
