import ResearchProfiles

/// One `OrgUnit` element under way: a record of its own, or a participant inside another.
struct CerifOrgUnit {
  private(set) var profile: OrganizationProfile
  private var typeURIs: [String] = []

  init(id: String) { profile = OrganizationProfile(id: OrganizationID(id)) }

  var hasID: Bool { RecordIdentifier.defect(of: profile.id.rawValue) == nil }

  /// Takes a child element's text.
  ///
  /// - Parameters:
  ///   - language: of `xml:lang`.
  ///   - type: of the `type` attribute of `Identifier`.
  mutating func take(_ element: CerifElement, _ text: String, language: String?, type: String?) {
    guard !text.isEmpty else { return }
    switch element {
    case .name: profile.names.addBounded(text, language: language)
    case .acronym: profile.aliases.addBounded(text)
    case .type: typeURIs.addBounded(text)
    case .rorID: addIdentifier("ROR", text.removingPrefix(["https://ror.org/", "http://ror.org/", "ror.org/"]))
    case .gridID: addIdentifier("GRID", text)
    case .isni: addIdentifier("ISNI", text.removingPrefix(["https://isni.org/isni/"]).filter { $0 != " " })
    case .fundRefID:
      addIdentifier("FUNDREF", text.removingPrefix(["https://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/"]))
    case .identifier:
      let scheme = type.flatMap { $0.split(whereSeparator: { "#/:".contains($0) }).last } ?? "OTHER"
      addIdentifier(scheme.uppercased(), text)
    case .electronicAddress:
      // Mail addresses and telephone numbers are contact data, and not kept.
      if profile.homepage == nil, text.hasPrefix("http") || text.hasPrefix("www.") { profile.homepage = text }
    case .country, .countryCode: profile.country = profile.country ?? CountryCode.normalized(text)
    case .city: profile.city = profile.city ?? text
    default: break
    }
  }

  /// Takes the name for an id where there is none: links often hold nothing else.
  mutating func nameIfNeeded() {
    let name = profile.names.primary.isEmpty ? profile.aliases.first ?? "" : profile.names.primary
    if profile.id.rawValue.isEmpty, !name.isEmpty { profile.id = NamedOrganization.id(name) }
  }

  /// The first parent counts.
  mutating func setParent(_ id: OrganizationID) { profile.parent = profile.parent ?? id }

  /// The profile, its kind told from its type or else from its name.
  func finished() -> OrganizationProfile {
    var profile = profile
    profile.kind =
      typeURIs.lazy.compactMap(OrganizationKindGuess.kind(typeURI:)).first
      ?? OrganizationKindGuess.kind(names: profile.names.entries.map(\.text))
    if profile.names.isEmpty, let alias = profile.aliases.first {
      profile.names.add(alias)
      profile.aliases.removeFirst()
    }
    return profile
  }

  private mutating func addIdentifier(_ scheme: String, _ value: String) {
    profile.identifiers.addBounded(OrganizationIdentifier(scheme: scheme, value: value))
  }
}

extension String {
  /// Without the first of the prefixes that it has.
  fileprivate func removingPrefix(_ prefixes: [String]) -> String {
    for prefix in prefixes where hasPrefix(prefix) { return String(dropFirst(prefix.count)) }
    return self
  }
}
