public import ResearchProfiles

/// What a column of a table is about. Its name in mapping files is its ``description``: `title.ko`, `coordinator.id`.
public enum TableField: Hashable, Sendable, CustomStringConvertible {
  /// What a column says about a participant.
  public enum ParticipantPart: Hashable, Sendable {
    /// Names, or ids where the table knows its participants by those.
    case name
    case id
    /// Numbers by a scheme such as `BRN`.
    case identifier(String)
    case country
  }

  case id
  /// The kind of organisation or evidence, by its name or that of a value map.
  case kind
  // Organisations.
  case name(language: String?)
  case alias
  case identifier(scheme: String)
  case country
  case region
  case city
  /// A postal address, of which region and city are taken where it is Korean.
  case address
  case sizeClass
  case homepage
  case summary(language: String?)
  case parent
  // Both.
  case keywords
  /// Codes of a classification of research, each alone or as `code=name`.
  case classification(scheme: String)
  // Evidence.
  case title(language: String?)
  case text(language: String?)
  case date
  case participant(ParticipationRole, ParticipantPart)
  /// Data about persons: never read.
  case personal
  /// Of no use here.
  case ignored

  /// A field by its name in mapping files; `nil` where there is none of that name.
  public init?(name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let head = parts.first else { return nil }
    if let role = ParticipationRole(rawValue: head) {
      switch (parts.dropFirst().first, parts.count) {
      case (nil, _): self = .participant(role, .name)
      case ("id", 2): self = .participant(role, .id)
      case ("country", 2): self = .participant(role, .country)
      case ("identifier", 3) where !parts[2].isEmpty: self = .participant(role, .identifier(parts[2].uppercased()))
      default: return nil
      }
      return
    }
    if parts.count == 1 {
      guard let field = Self.plain[head] else { return nil }
      self = field
      return
    }
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    let language = parts[1].lowercased()
    switch head {
    case "name": self = .name(language: language)
    case "summary": self = .summary(language: language)
    case "title": self = .title(language: language)
    case "text": self = .text(language: language)
    case "identifier": self = .identifier(scheme: parts[1].uppercased())
    case "classification": self = .classification(scheme: parts[1].uppercased())
    default: return nil
    }
  }

  private static let plain: [String: TableField] = [
    "id": .id, "kind": .kind, "name": .name(language: nil), "alias": .alias, "country": .country, "region": .region,
    "city": .city, "address": .address, "size_class": .sizeClass, "homepage": .homepage,
    "summary": .summary(language: nil), "parent": .parent, "keywords": .keywords, "title": .title(language: nil),
    "text": .text(language: nil), "date": .date, "personal": .personal, "ignored": .ignored,
  ]

  public var description: String {
    func localized(_ name: String, _ language: String?) -> String { language.map { "\(name).\($0)" } ?? name }
    return switch self {
    case .id: "id"
    case .kind: "kind"
    case .name(let language): localized("name", language)
    case .alias: "alias"
    case .identifier(let scheme): "identifier.\(scheme)"
    case .country: "country"
    case .region: "region"
    case .city: "city"
    case .address: "address"
    case .sizeClass: "size_class"
    case .homepage: "homepage"
    case .summary(let language): localized("summary", language)
    case .parent: "parent"
    case .keywords: "keywords"
    case .classification(let scheme): "classification.\(scheme)"
    case .title(let language): localized("title", language)
    case .text(let language): localized("text", language)
    case .date: "date"
    case .participant(let role, .name): role.rawValue
    case .participant(let role, .id): "\(role.rawValue).id"
    case .participant(let role, .identifier(let scheme)): "\(role.rawValue).identifier.\(scheme)"
    case .participant(let role, .country): "\(role.rawValue).country"
    case .personal: "personal"
    case .ignored: "ignored"
    }
  }

  /// The same field in a language, where it can have one.
  func inLanguage(_ language: String) -> TableField {
    switch self {
    case .name(nil): .name(language: language)
    case .summary(nil): .summary(language: language)
    case .title(nil): .title(language: language)
    case .text(nil): .text(language: language)
    default: self
    }
  }

  /// Whether tables of that kind have such a field.
  public func belongs(to kind: TableRecordKind) -> Bool {
    switch self {
    case .id, .kind, .keywords, .classification, .personal, .ignored: true
    case .title, .text, .date, .participant: kind != .organization
    default: kind == .organization
    }
  }

  /// Names of fields, for messages.
  static let advice =
    "id, name, name.ko, alias, kind, identifier.BRN, country, region, city, address, homepage, summary, keywords, classification.IPC, parent; "
    + "title, title.en, text, date, coordinator, participant, subcontractor, owner, author, funder, coordinator.id ...; "
    + "personal, ignored"
}
