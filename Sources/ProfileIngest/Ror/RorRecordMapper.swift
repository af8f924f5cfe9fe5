import ResearchProfiles

/// Turns ROR records of schema 1 and 2, which may stand in one file, into organisations.
///
/// - A record keeps its id as it stands (`https://ror.org/...`) and has it without prefix as identifier `ROR`.
/// - The first parent becomes the organisation's parent; further ones and children are told in a note, related bodies are
///   not used.
/// - A *withdrawn* record that names one successor carries that one's ROR id beside its own, by which the two are found
///   to be one body. A withdrawn record without successor is refused: ROR says that there is no such body.
/// - Mail addresses are not kept.
struct RorRecordMapper {
  let collector: RecordCollector

  /// Whether an object is a ROR record, whatever its schema.
  static func recognizes(_ members: [JSONValue.Member]) -> Bool {
    guard let id = members["id"]?.scalar, id.contains("ror.org/") else { return false }
    return members["names"] != nil || members["name"] != nil
  }

  func map(_ members: [JSONValue.Member], line: Int) {
    let id = FieldText.identifier(members["id"]?.scalar ?? "")
    guard let identifier = RorIdentifier(id) else {
      return collector.reject(
        line: line, record: String(id.prefix(64)), reason: "its ROR id is wrong: its check digits do not fit",
        remedy: "download the record again from ror.org")
    }
    var profile = OrganizationProfile(id: OrganizationID(id))
    profile.identifiers.addBounded(OrganizationIdentifier(scheme: "ROR", value: identifier.value))
    let isSecondSchema: Bool
    if let names = members["names"] {
      isSecondSchema = true
      takeNames(names.elements, into: &profile)
    } else {
      isSecondSchema = false
      takeNamesOfFirstSchema(members, into: &profile)
    }
    guard !profile.names.isEmpty else {
      return collector.reject(
        line: line, record: id, reason: "a ROR record has no name", remedy: "download the record again from ror.org")
    }
    if isSecondSchema { takePlace(members, into: &profile) } else { takePlaceOfFirstSchema(members, into: &profile) }
    takeIdentifiers(members["external_ids"], into: &profile)
    profile.homepage = homepage(members)
    let types = (members["types"]?.elements ?? []).compactMap { $0.line?.lowercased() }
    profile.kind = Self.kind(types: types, names: profile.names.entries.map(\.text))

    let relations = (members["relationships"]?.elements ?? []).compactMap(RorRelation.init)
    guard takeStatus(members["status"]?.line?.lowercased(), relations, id: id, line: line, into: &profile) else {
      return
    }
    let parents = takeParents(relations, line: line, into: &profile)
    collector.accept(.organization(profile), mentions: parents, line: line)
  }

  // MARK: Names

  private func takeNames(_ names: [JSONValue], into profile: inout OrganizationProfile) {
    /// Names that are shown come first, then labels in other languages, then what else the body is called.
    var ranked: [(rank: Int, text: String, language: String?)] = []
    for name in names {
      guard let text = name["value"]?.line else { continue }
      let types = (name["types"]?.elements ?? []).compactMap(\.scalar)
      let rank = types.contains("ror_display") ? 0 : types.contains("label") ? 1 : 2
      ranked.append((rank, text, name["lang"]?.line?.lowercased()))
    }
    for name in ranked where name.rank == 0 { profile.names.addBounded(name.text, language: name.language) }
    for name in ranked where name.rank == 1 { profile.names.addBounded(name.text, language: name.language) }
    for name in ranked where name.rank == 2 {
      if profile.names.isEmpty {
        profile.names.addBounded(name.text, language: name.language)
      } else if !profile.names.entries.contains(where: { $0.text == name.text }) {
        profile.aliases.addBounded(name.text)
      }
    }
  }

  private func takeNamesOfFirstSchema(_ members: [JSONValue.Member], into profile: inout OrganizationProfile) {
    if let name = members["name"]?.line { profile.names.addBounded(name) }
    for label in members["labels"]?.elements ?? [] {
      if let text = label["label"]?.line {
        profile.names.addBounded(text, language: label["iso639"]?.line?.lowercased())
      }
    }
    for key in ["acronyms", "aliases"] {
      for alias in (members[key]?.elements ?? []).compactMap(\.line)
      where !profile.names.entries.contains(where: { $0.text == alias }) {
        profile.aliases.addBounded(alias)
      }
    }
  }

  // MARK: Place

  private func takePlace(_ members: [JSONValue.Member], into profile: inout OrganizationProfile) {
    guard let details = members["locations"]?.elements.first?["geonames_details"] else { return }
    profile.country = details["country_code"]?.line.flatMap(CountryCode.normalized)
    profile.region = details["country_subdivision_name"]?.line
    profile.city = details["name"]?.line
  }

  private func takePlaceOfFirstSchema(_ members: [JSONValue.Member], into profile: inout OrganizationProfile) {
    profile.country = members["country"]?["country_code"]?.line.flatMap(CountryCode.normalized)
    guard let address = members["addresses"]?.elements.first else { return }
    profile.city = address["city"]?.line ?? address["geonames_city"]?["city"]?.line
    profile.region = address["state"]?.line ?? address["geonames_city"]?["geonames_admin1"]?["name"]?.line
  }

  /// The web site; without one, the first domain.
  private func homepage(_ members: [JSONValue.Member]) -> String? {
    let links = members["links"]?.elements ?? []
    let site = links.first { $0.scalar != nil || $0["type"]?.scalar == "website" }
    if let address = site?.line ?? site?["value"]?.line { return address }
    return members["domains"]?.elements.lazy.compactMap(\.line).first.map { "https://" + $0 }
  }

  // MARK: Identifiers

  /// Schema 1 has an object by scheme whose `all` is a list or, for GRID, one string; schema 2 has a list.
  private func takeIdentifiers(_ value: JSONValue?, into profile: inout OrganizationProfile) {
    func add(_ scheme: String, _ value: JSONValue) {
      let texts = [value["preferred"]].compactMap { $0?.line } + (value["all"]?.oneOrMore ?? []).compactMap(\.line)
      for text in texts {
        let spaceless = scheme.uppercased() == "ISNI" ? text.filter { $0 != " " } : text
        profile.identifiers.addBounded(OrganizationIdentifier(scheme: scheme.uppercased(), value: spaceless))
      }
    }
    switch value {
    case .object(let members):
      for member in members { add(member.key, member.value) }
    case .array(let elements):
      for element in elements { element["type"]?.line.map { add($0, element) } }
    default: break
    }
  }

  // MARK: Kind

  private static let kinds: [String: OrganizationKind] = [
    "education": .university, "company": .company, "facility": .institute, "government": .public,
    "healthcare": .other, "nonprofit": .other, "archive": .other, "other": .other,
  ]

  /// The first type that says what a body is (`funder` says what it does); of governments, hospitals and the rest,
  /// names tell universities and institutes.
  private static func kind(types: [String], names: [String]) -> OrganizationKind? {
    guard let kind = types.lazy.compactMap({ kinds[$0] }).first else { return nil }
    switch kind {
    case .public, .other:
      let guess = OrganizationKindGuess.kind(names: names)
      return guess == .university || guess == .institute ? guess : kind
    default: return kind
    }
  }

  // MARK: Relations

  /// - Returns: whether the record stands.
  private func takeStatus(
    _ status: String?, _ relations: [RorRelation], id: String, line: Int, into profile: inout OrganizationProfile
  ) -> Bool {
    switch status {
    case "withdrawn":
      let successors = relations.filter { $0.kind == .successor }
      guard let successor = successors.first else {
        collector.reject(
          line: line, record: id, reason: "ROR has withdrawn the record and names no successor",
          remedy: "nothing is to be done, unless the body is known to exist: then ask ROR")
        return false
      }
      guard successors.count == 1, let identifier = RorIdentifier(successor.id) else {
        collector.note(
          "withdrawn records name several successors and are kept as bodies of their own",
          remedy: "decide which of the successors each one is", line: line)
        return true
      }
      profile.identifiers.addBounded(OrganizationIdentifier(scheme: "ROR", value: identifier.value))
      collector.note(
        "withdrawn records are read with the ROR id of their successor as a second one",
        remedy: "nothing is to be done: by that id the two are one body", line: line)
    case "inactive":
      collector.note(
        "bodies that ROR calls inactive are read like others", remedy: "check whether they still exist", line: line)
    default: break
    }
    return true
  }

  /// Sets the parent and returns it as a mention.
  private func takeParents(
    _ relations: [RorRelation], line: Int, into profile: inout OrganizationProfile
  ) -> [OrganizationProfile] {
    let parents = relations.filter { $0.kind == .parent }
    guard let first = parents.first else { return [] }
    profile.parent = OrganizationID(first.id)
    if parents.count > 1 {
      collector.note(
        "bodies have several parents, of which the first is kept", remedy: "check that it is the right one",
        line: line)
    }
    return [OrganizationProfile(id: OrganizationID(first.id), names: LocalizedText(first.label ?? ""))]
  }
}
