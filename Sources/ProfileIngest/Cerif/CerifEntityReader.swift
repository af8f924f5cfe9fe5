import ResearchProfiles

/// Reads one entity of CERIF-XML in the OpenAIRE profile (https://www.openaire.eu/cerif-profile/1.2/).
///
/// Only what the entity says about itself counts: entities nested in it (the journal of an article, the project of a data
/// set) are records of their own elsewhere. Of persons only the organisations they work for are read.
final class CerifEntityReader: XMLRecordReader {
  private enum State: UInt8 {
    case entity = 1
    /// A field of the entity whose text is wanted; which one is in `field`.
    case field
    case dates
    /// A list of participants, one participant, a person in it.
    case roleGroup, link, person
    /// An organisation, a field of it, its address, its parent.
    case unit, unitField, unitAddress, unitPartOf
  }

  private let kind: CerifEntityKind
  private let id: String
  /// The field that is being read, and its attributes.
  private var field = CerifElement.title
  private var fieldLanguage: String?
  private var fieldType: String?

  private var titles = LocalizedText()
  private var subtitles = LocalizedText()
  private var acronyms: [String] = []
  private var abstracts = LocalizedText()
  private var keywords: [String] = []
  private var classifications: [ClassificationCode] = []
  private var dates: [CerifElement: CalendarDate] = [:]

  private var role = ParticipationRole.participant
  private var mentions = MentionList()
  private var affiliations: [OrganizationID] = []
  private var unidentifiedCount = 0
  /// Organisations that are open, the outermost first; for an `OrgUnit` record the record itself is the first.
  private var units: [CerifOrgUnit] = []

  /// - Parameter fallbackID: taken where the entity has no `id` (the identifier of its OAI-PMH record).
  init?(root: XMLRecordElement, element: borrowing XMLElement, fallbackID: String) {
    guard let kind = CerifEntityKind(root) else { return nil }
    self.kind = kind
    let id = FieldText.identifier(element.attribute("id") ?? "")
    self.id = id.isEmpty ? fallbackID : id
    if kind == .organization { units = [CerifOrgUnit(id: self.id)] }
  }

  var rootState: UInt8 { kind == .organization ? State.unit.rawValue : State.entity.rawValue }
  var recordID: String? { id.isEmpty ? nil : id }

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep {
    guard let state = State(rawValue: state), let name = element.name(in: CerifElement.vocabulary) else { return .skip }
    switch state {
    case .entity: return enterEntity(element, name)
    case .dates:
      if let date = element.attribute("startDate").flatMap({ CalendarDate($0) }) { dates[name] = date }
      return .skip
    case .roleGroup:
      guard let role = name.role else { return .skip }
      self.role = role
      return descend(.link)
    case .link, .person: return enterLink(element, name, isPerson: state == .person)
    case .unit, .unitAddress: return enterUnit(element, name, isAddress: state == .unitAddress)
    case .unitPartOf: return name == .orgUnit ? beginUnit(element) : .skip
    case .field, .unitField: return .skip
    }
  }

  private func enterEntity(_ element: borrowing XMLElement, _ name: CerifElement) -> XMLStep {
    if kind == .supporting(.person) { return name == .affiliation ? descend(.link) : .skip }
    switch name {
    case .title, .name, .subtitle, .acronym, .abstract, .description, .keyword, .subject,
      .startDate, .publicationDate, .registrationDate, .approvalDate:
      return begin(name, element, .field)
    case .dates: return descend(.dates)
    case _ where name.isRoleGroup: return descend(.roleGroup)
    case _ where name.isSingleRole:
      role = name.role ?? .participant
      return descend(.link)
    default: return .skip
    }
  }

  /// A participant is an organisation, or a person with affiliations of which only the organisations are read.
  private func enterLink(_ element: borrowing XMLElement, _ name: CerifElement, isPerson: Bool) -> XMLStep {
    switch name {
    case .orgUnit where !isPerson: return beginUnit(element)
    case .person where !isPerson: return descend(.person)
    case .affiliation: return descend(.link)
    default: return .skip
    }
  }

  private func enterUnit(_ element: borrowing XMLElement, _ name: CerifElement, isAddress: Bool) -> XMLStep {
    switch name {
    case .country, .countryCode, .city: return begin(name, element, .unitField)
    case _ where isAddress: return .skip
    case .name, .acronym, .type, .rorID, .gridID, .isni, .fundRefID, .identifier, .electronicAddress:
      return begin(name, element, .unitField)
    case .address: return descend(.unitAddress)
    case .partOf: return descend(.unitPartOf)
    default: return .skip
    }
  }

  func leave(_ state: UInt8, text: XMLText) {
    switch State(rawValue: state) {
    case .field: take(text)
    case .unitField:
      if !units.isEmpty {
        units[units.count - 1].take(field, FieldText.line(text), language: fieldLanguage, type: fieldType)
      }
    case .unit: endUnit()
    default: break
    }
  }

  func finish(line: Int, into collector: RecordCollector) {
    if let defect = RecordIdentifier.defect(of: id) {
      return collector.reject(
        line: line, record: recordID, reason: "a CERIF entity is unusable: \(defect)",
        remedy: "give the element an 'id' attribute of its own")
    }
    collector.accept(content(), mentions: mentions.profiles, line: line)
    for _ in 0..<unidentifiedCount {
      collector.note(
        "an organisation without an id and a name is left out of its record",
        remedy: "export every OrgUnit with its 'id' attribute", line: line)
    }
  }

  private func content() -> RecordContent {
    switch kind {
    case .organization: return .organization(units[0].finished())
    case .supporting(let kind):
      return .supporting(SupportingRecord(kind: kind, id: id, names: names, affiliations: distinctAffiliations))
    case .evidence(let evidenceKind):
      return .evidence(
        Evidence(
          id: EvidenceID(id), kind: evidenceKind, title: names, text: abstracts,
          keywords: FieldText.distinct(keywords), classifications: classifications,
          date: kind.dateElements.lazy.compactMap { self.dates[$0] }.first, participations: mentions.participations))
    }
  }

  private var distinctAffiliations: [OrganizationID] {
    var known: Set<OrganizationID> = []
    return affiliations.filter { known.insert($0).inserted }
  }

  /// Titles, then subtitles, then acronyms without a language.
  private var names: LocalizedText {
    var names = titles
    for entry in subtitles.entries { names.add(entry.text, language: entry.language) }
    for acronym in acronyms { names.add(acronym) }
    return names
  }

  private func begin(_ name: CerifElement, _ element: borrowing XMLElement, _ state: State) -> XMLStep {
    field = name
    fieldLanguage = element.attribute("lang").flatMap { $0.split(separator: "-").first?.lowercased() }
    // "Undetermined" is what writers put where the schema demands a language.
    if fieldLanguage == "und" { fieldLanguage = nil }
    switch name {
    case .identifier: fieldType = element.attribute("type")
    case .subject: fieldType = element.attribute("scheme")
    default: fieldType = nil
    }
    return .text(state.rawValue)
  }

  private func take(_ text: XMLText) {
    switch field {
    case .title, .name: titles.addBounded(FieldText.line(text), language: fieldLanguage)
    case .subtitle: subtitles.addBounded(FieldText.line(text), language: fieldLanguage)
    case .acronym: acronyms.addBounded(FieldText.line(text))
    case .abstract, .description: abstracts.addBounded(FieldText.paragraphs(text), language: fieldLanguage)
    case .keyword:
      keywords += FieldText.keywords(text, separators: ";")
    case .subject: classifications.addBounded(CerifSubject.code(scheme: fieldType ?? "", FieldText.line(text)))
    default: if let date = CalendarDate(FieldText.line(text)) { dates[field] = date }
    }
  }

  private func beginUnit(_ element: borrowing XMLElement) -> XMLStep {
    units.append(CerifOrgUnit(id: FieldText.identifier(element.attribute("id") ?? "")))
    return descend(.unit)
  }

  /// Ends an organisation inside the record: the parent of the one around it, or a participant.
  private func endUnit() {
    guard var unit = units.popLast() else { return }
    unit.nameIfNeeded()
    guard unit.hasID else {
      unidentifiedCount += 1
      return
    }
    let profile = unit.finished()
    if !units.isEmpty {
      units[units.count - 1].setParent(profile.id)
      mentions.mention(profile)
    } else {
      mentions.add(profile, role: role)
      affiliations.append(profile.id)
    }
  }

  private func descend(_ state: State) -> XMLStep { .descend(state.rawValue) }
}
