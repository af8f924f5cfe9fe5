import ResearchProfiles

/// Ids of organisations of which a table gives no id.
enum TableOrganizationID {
  private static let prefixes = [
    ("BRN", "BRN:"), ("ROR", "https://ror.org/"), ("PIC", ""), ("CRN", "CRN:"), ("VAT", "VAT:"),
  ]

  /// A number under which the body is registered, as the register's own exports write it where there are some (ROR, PIC);
  /// else the name. `nil` without either.
  static func id(name: String, identifiers: [OrganizationIdentifier] = []) -> OrganizationID? {
    for (scheme, prefix) in prefixes {
      if let identifier = identifiers.first(where: { $0.scheme == scheme }) {
        return OrganizationID(prefix + identifier.value)
      }
    }
    let name = FieldText.line(name)
    return name.isEmpty ? nil : NamedOrganization.id(name)
  }
}
