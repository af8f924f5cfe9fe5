public import ResearchProfiles

/// What of a record counts when it is compared with others, in comparable form.
public struct BodyFacts: Sendable {
  public let id: OrganizationID
  /// Names and aliases, each form once, the shown name first.
  public let names: [NameForm]
  /// How many of the first ones are names and not aliases.
  let properNameCount: Int
  /// Valid ones, in order, the home page's own domain among them.
  public let identifiers: [BodyIdentifier]
  public let kind: OrganizationKind?
  public let country: String?
  public let region: String?
  public let city: String?
  public let parent: OrganizationID?

  /// Names beyond these say nothing that the first ones do not.
  static let nameLimit = 12

  /// - Complexity: linear in the names, some ten microseconds.
  public init(_ profile: OrganizationProfile) {
    id = profile.id
    var identifiers = profile.identifiers.compactMap(BodyIdentifier.init)
    if profile.identifiers.isEmpty, profile.id.rawValue.hasPrefix("https://ror.org/"),
      let ror = BodyIdentifier(scheme: .ror, value: profile.id.rawValue)
    {
      identifiers.append(ror)
    }
    let bearsCountry = profile.kind == .company && identifiers.contains { $0.scheme == .ror }
    var names: [NameForm] = []
    var properNameCount = 0
    let texts = profile.names.entries.map(\.text) + profile.aliases
    for (place, text) in texts.enumerated() where names.count < Self.nameLimit {
      defer { if place < profile.names.entries.count { properNameCount = names.count } }
      for variant in Self.variants(of: text, bearsCountry: bearsCountry) {
        guard let form = NameForm(variant) else { continue }
        if !names.contains(where: { $0.compactHash == form.compactHash }) { names.append(form) }
      }
    }
    self.names = names
    self.properNameCount = properNameCount
    if let homepage = profile.homepage, let domain = BodyIdentifier(scheme: .domain, value: homepage) {
      identifiers.append(domain)
    }
    identifiers.sort()
    self.identifiers = identifiers
    kind = profile.kind
    country = profile.country.flatMap { $0.isEmpty ? nil : $0.uppercased() }
    region = PlaceForm.of(profile.region)
    city = PlaceForm.of(profile.city)
    parent = profile.parent
  }

  /// "Korea Institute of Science and Technology (KIST)" bears two names, and "Celltrion (South Korea)" is Celltrion.
  ///
  /// - Parameter bearsCountry: whether what stands in parentheses is the country, as behind the names of companies in ROR
  ///   (ROR documentation, "Names").
  private static func variants(of name: String, bearsCountry: Bool) -> [String] {
    guard let open = name.lastIndex(of: "("), open > name.startIndex, let close = name[open...].firstIndex(of: ")"),
      name.index(after: close) == name.endIndex
    else { return [name] }
    let inside = name[name.index(after: open)..<close]
    let isAcronym = (3...8).contains(inside.utf8.count) && inside.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    if isAcronym { return [String(name[..<open]), String(inside)] }
    return bearsCountry ? [name, String(name[..<open])] : [name]
  }
}
