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
    var names: [NameForm] = []
    var properNameCount = 0
    let texts = profile.names.entries.map(\.text) + profile.aliases
    for (place, text) in texts.enumerated() where names.count < Self.nameLimit {
      defer { if place < profile.names.entries.count { properNameCount = names.count } }
      for variant in Self.variants(of: text) {
        guard let form = NameForm(variant) else { continue }
        if !names.contains(where: { $0.compactHash == form.compactHash }) { names.append(form) }
      }
    }
    self.names = names
    self.properNameCount = properNameCount
    var identifiers = profile.identifiers.compactMap(BodyIdentifier.init)
    if let homepage = profile.homepage, let domain = BodyIdentifier(scheme: .domain, value: homepage) {
      identifiers.append(domain)
    }
    if profile.identifiers.isEmpty, profile.id.rawValue.hasPrefix("https://ror.org/"),
      let ror = BodyIdentifier(scheme: .ror, value: profile.id.rawValue)
    {
      identifiers.append(ror)
    }
    identifiers.sort()
    self.identifiers = identifiers
    kind = profile.kind
    country = profile.country.flatMap { $0.isEmpty ? nil : $0.uppercased() }
    region = PlaceForm.of(profile.region)
    city = PlaceForm.of(profile.city)
    parent = profile.parent
  }

  /// "Korea Institute of Science and Technology (KIST)" bears two names.
  private static func variants(of name: String) -> [String] {
    guard let open = name.lastIndex(of: "("), open > name.startIndex, let close = name[open...].firstIndex(of: ")"),
      name.index(after: close) == name.endIndex
    else { return [name] }
    let inside = name[name.index(after: open)..<close]
    let isAcronym = (3...8).contains(inside.utf8.count) && inside.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    return isAcronym ? [String(name[..<open]), String(inside)] : [name]
  }
}
