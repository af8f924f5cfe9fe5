import ResearchProfiles

/// Ids of organisations that a source knows by name or number only.
enum NamedOrganization {
  /// `BRN:` and a 사업자등록번호, a PIC or a ROR id as their own sources write them, else `name:` and the name in lower case.
  static func id(name: String, identifiers: [OrganizationIdentifier] = []) -> OrganizationID? {
    for (scheme, prefix) in [
      ("BRN", "BRN:"), ("ROR", "https://ror.org/"), ("PIC", ""), ("CRN", "CRN:"), ("VAT", "VAT:"),
    ] {
      if let identifier = identifiers.first(where: { $0.scheme == scheme }) {
        return OrganizationID(prefix + identifier.value)
      }
    }
    let key = FieldText.line(name).lowercased()
    return key.isEmpty ? nil : OrganizationID("name:" + String(key.prefix(200)))
  }
}
