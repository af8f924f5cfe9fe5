import ResearchProfiles

/// One row of CORDIS's table of organisations: who took part in which project, and as what.
struct CordisParticipation {
  var projectID: String
  var profile: OrganizationProfile
  var role: ParticipationRole
  /// CORDIS's word for the role where it is none that is known.
  var unknownRole: String?
  /// The place among the project's organisations.
  var order: Int

  /// `nil` where the row has no organisation's PIC.
  init?(_ row: CordisRow) {
    let id = row.identifier("organisationID")
    guard RecordIdentifier.defect(of: id) == nil else { return nil }
    projectID = row.identifier("projectID")
    profile = OrganizationProfile(id: OrganizationID(id))
    profile.identifiers.addBounded(OrganizationIdentifier(scheme: "PIC", value: id))
    if let number = row.line("vatNumber") {
      profile.identifiers.addBounded(OrganizationIdentifier(scheme: "VAT", value: number))
    }
    if let name = row.line("name") { profile.names.addBounded(name) }
    if let alias = row.line("shortName"), alias != profile.names.primary { profile.aliases.addBounded(alias) }
    profile.kind = row.line("activityType").flatMap(Self.kind)
    if row.line("SME")?.lowercased() == "true" { profile.sizeClass = "sme" }
    profile.city = row.line("city")
    profile.country = row.line("country").flatMap(CountryCode.normalized)
    profile.homepage = row.line("organizationURL")
    (role, unknownRole) = Self.role(row.line("role"))
    order = row.line("order").flatMap { Int($0) } ?? 0
  }

  /// CORDIS's words for roles; what is unknown is read as a participant.
  static func role(_ word: String?) -> (role: ParticipationRole, unknown: String?) {
    switch word {
    case "coordinator": (.coordinator, nil)
    case "participant", "partner", "beneficiary", "hostInstitution", nil: (.participant, nil)
    case "associatedPartner", "internationalPartner": (.associatedPartner, nil)
    case "thirdParty": (.thirdParty, nil)
    case let word?: (.participant, word)
    }
  }

  /// CORDIS activity types, with or without their slashes (`HES`, `/HES/`).
  static func kind(_ code: String) -> OrganizationKind? {
    switch code.split(separator: "/").first {
    case "HES": .university
    case "PRC": .company
    case "REC": .institute
    case "PUB": .public
    case "OTH": .other
    default: nil
    }
  }
}
