/// What a body is: the 산 (company), 학 (university) and 연 (institute) of a consortium, and the rest.
public enum OrganizationKind: String, CaseIterable, Hashable, Sendable, Codable {
  case company
  case university
  case institute
  /// A government, a municipality, an agency.
  case `public`
  case other
}

/// An identifier with the scheme that issued it, for instance `PIC` 999901318 or `VAT` SE202100321101.
public struct OrganizationIdentifier: Hashable, Sendable, Codable {
  /// Upper-case name of the scheme: `PIC`, `ROR`, `VAT`, `BRN` (사업자등록번호), `DART`, `ISNI`, `GRID` ...
  public var scheme: String
  public var value: String

  public init(scheme: String, value: String) {
    self.scheme = scheme
    self.value = value
  }
}

/// A body that can be matched. A laboratory or division is an organisation with a ``parent``.
public struct OrganizationProfile: Hashable, Sendable, Codable {
  public var id: OrganizationID
  public var kind: OrganizationKind?
  /// Names by language; the first is shown where no language is asked for.
  public var names: LocalizedText
  /// Acronyms, short and former names.
  public var aliases: [String]
  public var identifiers: [OrganizationIdentifier]
  /// ISO 3166-1 alpha-2 in upper case, except that CORDIS's own UK and EL are kept as GB and GR.
  public var country: String?
  /// First-level division as the source writes it ("서울").
  public var region: String?
  public var city: String?
  /// `sme`, `large`, or what the source states.
  public var sizeClass: String?
  public var homepage: String?
  public var summary: LocalizedText
  public var keywords: [String]
  /// Codes of classifications of research that the body itself states, in the source's order.
  public var classifications: [ClassificationCode]
  public var parent: OrganizationID?

  public init(
    id: OrganizationID, kind: OrganizationKind? = nil, names: LocalizedText = LocalizedText(),
    aliases: [String] = [], identifiers: [OrganizationIdentifier] = [], country: String? = nil,
    region: String? = nil, city: String? = nil, sizeClass: String? = nil,
    homepage: String? = nil, summary: LocalizedText = LocalizedText(), keywords: [String] = [],
    classifications: [ClassificationCode] = [], parent: OrganizationID? = nil
  ) {
    self.id = id
    self.kind = kind
    self.names = names
    self.aliases = aliases
    self.identifiers = identifiers
    self.country = country
    self.region = region
    self.city = city
    self.sizeClass = sizeClass
    self.homepage = homepage
    self.summary = summary
    self.keywords = keywords
    self.classifications = classifications
    self.parent = parent
  }
}
