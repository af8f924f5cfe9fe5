import ProfileIngest
import ResearchProfiles

/// Writes organisations and evidence as entities of CERIF-XML 1.2 in the OpenAIRE profile, in the order of elements that its
/// schema asks for.
///
/// What the profile has no place for is left out: of organisations country, region, city, size, summary, keywords and all
/// aliases but the first; of equipment keywords, classifications and date; of organisations classifications; statements; and the roles that an entity does not know.
struct CerifExport {
  static let namespace = "https://www.openaire.eu/cerif-profile/1.2/"
  /// The schema's limit; longer ids cannot be written.
  static let longestIDCharacterCount = 128

  private static let vocabulary = "https://w3id.org/cerif/vocab/"
  private(set) var omittedLinkCount = 0

  static func canWrite(id: String) -> Bool { id.count <= longestIDCharacterCount }

  // MARK: Organisations

  func entity(_ profile: OrganizationProfile) -> String {
    var content = ""
    if let type = profile.kind.flatMap({ Self.types[$0] }) {
      content += XMLText.text(
        "Type", [("scheme", Self.vocabulary + "OrganisationTypes")], Self.vocabulary + "OrganisationTypes#" + type)
    }
    if let acronym = profile.aliases.first { content += XMLText.text("Acronym", acronym) }
    content += Self.localized("Name", profile.names)
    content += Self.identifiers(profile.identifiers)
    if let homepage = profile.homepage, homepage.hasPrefix("http") || homepage.hasPrefix("www."),
      homepage.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"<>\"{}|\\^`".utf8.contains($0) })
    {
      content += XMLText.text("ElectronicAddress", homepage)
    }
    if let parent = profile.parent, Self.canWrite(id: parent.rawValue) {
      content += XMLText.element("PartOf", [], Self.reference(parent))
    }
    return Self.root("OrgUnit", id: profile.id.rawValue, content)
  }

  private static let types: [OrganizationKind: String] = [
    .university: "HigherEducation", .company: "Company", .institute: "ResearchInstitute", .public: "Government",
  ]

  private static func identifiers(_ identifiers: [OrganizationIdentifier]) -> String {
    var taken: Set<OrganizationIdentifier> = []
    var content = ""
    func write(_ scheme: String, _ element: String, _ value: (String) -> String?) {
      for identifier in identifiers where identifier.scheme == scheme {
        guard let text = value(identifier.value) else { continue }
        content += XMLText.text(element, text)
        taken.insert(identifier)
        return
      }
    }
    write("ROR", "RORID") { isRor($0) ? "https://ror.org/" + $0 : nil }
    write("GRID", "GRID") { isGrid($0) ? $0 : nil }
    write("ISNI", "ISNI") { spaced($0) }
    write("FUNDREF", "FundRefID") {
      $0.hasPrefix("10.13039/") && $0.dropFirst(9).allSatisfy(\.isNumber) ? "https://doi.org/" + $0 : nil
    }
    for identifier in identifiers where !taken.contains(identifier) {
      content += XMLText.text(
        "Identifier", [("type", vocabulary + "IdentifierTypes#" + token(identifier.scheme))], identifier.value)
    }
    return content
  }

  private static func isRor(_ value: String) -> Bool {
    value.utf8.count == 9 && value.hasPrefix("0") && value.suffix(2).allSatisfy(\.isNumber)
      && value.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) && !"ilou".contains($0.lowercased()) }
  }

  /// `grid.`, four digits or more, a point, one or two hexadecimal digits.
  private static func isGrid(_ value: String) -> Bool {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == "grid" && parts[1].count >= 4
      && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
      && (1...2).contains(parts[2].count) && parts[2].allSatisfy { "0123456789abcdef".contains($0) }
  }

  /// An ISNI in four groups.
  private static func spaced(_ value: String) -> String? {
    let digits = Array(value.filter { $0 != " " })
    guard digits.count == 16, digits.dropLast().allSatisfy({ $0.isASCII && $0.isNumber }),
      digits[15].isNumber || digits[15] == "X"
    else { return nil }
    return stride(from: 0, to: 16, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: " ")
  }

  /// A scheme as the end of a URI.
  private static func token(_ scheme: String) -> String {
    String(scheme.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ".") ? $0 : "-" })
  }

  // MARK: Evidence

  /// The entity, or `nil` for a statement, of which CERIF has none.
  mutating func entity(_ evidence: Evidence) -> String? {
    switch evidence.kind {
    case .project: project(evidence)
    case .publication: publication(evidence)
    case .patent: patent(evidence)
    case .product: product(evidence)
    case .equipment: equipment(evidence)
    case .statement: nil
    }
  }

  private mutating func project(_ evidence: Evidence) -> String {
    var content = Self.localized("Title", evidence.title)
    if let date = evidence.date { content += XMLText.text("StartDate", date.description) }
    let consortium =
      links(evidence, .coordinator, in: "Coordinator") + links(evidence, .participant, in: "Partner")
      + links(evidence, .subcontractor, in: "Contractor") + links(evidence, .thirdParty, in: "InkindContributor")
      + links(evidence, .associatedPartner, in: "Member")
    if !consortium.isEmpty { content += XMLText.element("Consortium", [], consortium) }
    for funder in participants(evidence, .funder) {
      content += XMLText.element("Funded", [], XMLText.element("By", [], Self.reference(funder)))
    }
    content += Self.subjects(evidence) + Self.keywords(evidence)
    // The only text whose language the schema demands.
    for entry in evidence.text.entries {
      content += XMLText.text("Abstract", [("xml:lang", entry.language ?? "und")], entry.text)
    }
    omit(evidence, except: [.coordinator, .participant, .subcontractor, .thirdParty, .associatedPartner, .funder])
    return Self.root("Project", id: evidence.id.rawValue, content)
  }

  private mutating func publication(_ evidence: Evidence) -> String {
    var content = Self.type("COAR_Publication_Types", "http://purl.org/coar/resource_type/c_18cf")
    content += Self.localized("Title", evidence.title)
    if let date = evidence.date { content += XMLText.text("PublicationDate", date.description) }
    content += list(evidence, .author, "Authors", "Author") + list(evidence, .publisher, "Publishers", "Publisher")
    content += Self.subjects(evidence) + Self.keywords(evidence) + Self.localized("Abstract", evidence.text)
    omit(evidence, except: [.author, .publisher])
    return Self.root("Publication", id: evidence.id.rawValue, content)
  }

  private mutating func patent(_ evidence: Evidence) -> String {
    var content = Self.type("COAR_Patent_Types", "http://purl.org/coar/resource_type/c_15cd")
    content += Self.localized("Title", evidence.title)
    if let date = evidence.date { content += XMLText.text("RegistrationDate", date.description) }
    content += links(evidence, .publisher, in: "Issuer") + list(evidence, .owner, "Holders", "Holder")
    content += Self.localized("Abstract", evidence.text) + Self.subjects(evidence) + Self.keywords(evidence)
    omit(evidence, except: [.publisher, .owner])
    return Self.root("Patent", id: evidence.id.rawValue, content)
  }

  private mutating func product(_ evidence: Evidence) -> String {
    var content = Self.type("COAR_Product_Types", "http://purl.org/coar/resource_type/ACF7-8YT9")
    content += Self.localized("Name", evidence.title)
    content += list(evidence, .owner, "Creators", "Creator") + list(evidence, .publisher, "Publishers", "Publisher")
    content += Self.localized("Description", evidence.text) + Self.subjects(evidence) + Self.keywords(evidence)
    if let date = evidence.date {
      content += XMLText.element("Dates", [], "<Issued startDate=\"\(date)\"/>")
    }
    omit(evidence, except: [.owner, .publisher])
    return Self.root("Product", id: evidence.id.rawValue, content)
  }

  private mutating func equipment(_ evidence: Evidence) -> String {
    let content =
      Self.localized("Name", evidence.title) + Self.localized("Description", evidence.text)
      + links(evidence, .owner, in: "Owner")
    omit(evidence, except: [.owner])
    return Self.root("Equipment", id: evidence.id.rawValue, content)
  }

  // MARK: Parts

  private static func root(_ name: String, id: String, _ content: String) -> String {
    XMLText.element(name, [("xmlns", namespace), ("id", id)], content)
  }

  private static func type(_ scheme: String, _ uri: String) -> String {
    XMLText.text("Type", [("xmlns", "https://www.openaire.eu/cerif-profile/vocab/" + scheme)], uri)
  }

  private static func localized(_ element: String, _ text: LocalizedText) -> String {
    text.entries.map { entry in
      XMLText.text(element, entry.language.map { [("xml:lang", $0)] } ?? [], entry.text)
    }.joined()
  }

  private static func subjects(_ evidence: Evidence) -> String {
    evidence.classifications.map { code in
      let uris = CerifSubject.uris(of: code)
      return XMLText.text("Subject", [("scheme", uris.scheme)], uris.subject)
    }.joined()
  }

  private static func keywords(_ evidence: Evidence) -> String {
    evidence.keywords.map { XMLText.text("Keyword", $0) }.joined()
  }

  private static func reference(_ organization: OrganizationID) -> String {
    "<OrgUnit id=\"\(XMLText.escaped(organization.rawValue))\"/>"
  }

  private func participants(_ evidence: Evidence, _ role: ParticipationRole) -> [OrganizationID] {
    evidence.participations.lazy.filter { $0.role == role && Self.canWrite(id: $0.organization.rawValue) }.map(
      \.organization)
  }

  private func links(_ evidence: Evidence, _ role: ParticipationRole, in element: String) -> String {
    participants(evidence, role).map { XMLText.element(element, [], Self.reference($0)) }.joined()
  }

  private func list(_ evidence: Evidence, _ role: ParticipationRole, _ group: String, _ element: String) -> String {
    let links = links(evidence, role, in: element)
    return links.isEmpty ? "" : XMLText.element(group, [], links)
  }

  private mutating func omit(_ evidence: Evidence, except roles: Set<ParticipationRole>) {
    omittedLinkCount += evidence.participations.count {
      !roles.contains($0.role) || !Self.canWrite(id: $0.organization.rawValue)
    }
  }
}
