import ResearchFields
import ResearchProfiles

extension SearchFilter {
  /// A filter from what a user typed.
  ///
  /// - Parameter fieldNames: ids of fields of research, or their names.
  /// - Throws: ``DiscoveryError/unknownKind(name:)``, ``DiscoveryError/unknownField(name:)``.
  public init(
    kindNames: [String], countries: [String], regions: [String], fieldNames: [String] = []
  ) throws(DiscoveryError) {
    var kinds: [OrganizationKind] = []
    for name in kindNames {
      guard let kind = OrganizationKind(rawValue: name.lowercased()) else { throw .unknownKind(name: name) }
      kinds.append(kind)
    }
    var fields: [String] = []
    for name in fieldNames {
      guard let field = FieldList.standard.field(named: name) else { throw .unknownField(name: name) }
      fields.append(field.id)
    }
    self.init(kinds: kinds, countries: countries, regions: regions, fields: fields)
  }
}
