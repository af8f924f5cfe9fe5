import ResearchProfiles

extension SearchFilter {
  /// A filter from what a user typed.
  ///
  /// - Throws: ``DiscoveryError/unknownKind(name:)``.
  public init(kindNames: [String], countries: [String], regions: [String]) throws(DiscoveryError) {
    var kinds: [OrganizationKind] = []
    for name in kindNames {
      guard let kind = OrganizationKind(rawValue: name.lowercased()) else { throw .unknownKind(name: name) }
      kinds.append(kind)
    }
    self.init(kinds: kinds, countries: countries, regions: regions)
  }
}
