import ResearchProfiles

/// Reads one CORDIS project.
///
/// Only the project's own children and its direct `relations/associations/organization` count: articles, results and
/// programmes inside have ids and titles too, and are skipped as a whole.
final class CordisProjectReader: XMLRecordReader {
  private enum State: UInt8 {
    case project = 1
    case id, acronym, title, objective, keywords, startDate, signatureDate, language
    case relations, associations
    case categories, field, fieldTitle, fieldPath
    case organization, organizationID, vatNumber, legalName, shortName
    case address, city, country, homepage
    case organizationRelations, organizationCategories, activityType, activityCode
  }

  private var id = ""
  private var language: String?
  private var acronym = ""
  private var titles: [String] = []
  private var objectives: [String] = []
  private var keywords: [String] = []
  private var fieldTitle = ""
  private var fieldPath = ""
  private var classifications: [ClassificationCode] = []
  private var startDate: CalendarDate?
  private var signatureDate: CalendarDate?
  /// The organisation that is open, or will be the next one: begun from `init` to `deinit`.
  private let draft = ProfileDraft()
  private var role = ParticipationRole.participant
  private var unknownRoles: [String] = []
  private var namelessCount = 0
  private var mentions = MentionList()

  init() { draft.begin(OrganizationID("")) }

  deinit { _ = draft.take() }

  var rootState: UInt8 { State.project.rawValue }
  var recordID: String? { id.isEmpty ? nil : id }

  func enter(_ element: borrowing XMLElement, in state: UInt8) -> XMLStep {
    guard let state = State(rawValue: state), let name = element.name(in: CordisElement.vocabulary) else {
      return .skip
    }
    switch (state, name) {
    case (.project, .id): return text(.id)
    case (.project, .acronym): return text(.acronym)
    case (.project, .title): return text(.title)
    case (.project, .objective): return text(.objective)
    case (.project, .keywords): return text(.keywords)
    case (.project, .startDate): return text(.startDate)
    case (.project, .ecSignatureDate): return text(.signatureDate)
    case (.project, .language): return text(.language)
    case (.project, .relations): return descend(.relations)
    case (.relations, .categories): return descend(.categories)
    case (.categories, .category):
      guard element.attribute("classification") == "euroSciVoc" else { return .skip }
      fieldTitle = ""
      fieldPath = ""
      return descend(.field)
    case (.field, .title): return text(.fieldTitle)
    case (.field, .displayCode): return text(.fieldPath)
    case (.relations, .associations): return descend(.associations)
    case (.associations, .organization):
      beginOrganization(element)
      return descend(.organization)
    case (.organization, .id): return text(.organizationID)
    case (.organization, .vatNumber): return text(.vatNumber)
    case (.organization, .legalName): return text(.legalName)
    case (.organization, .shortName): return text(.shortName)
    case (.organization, .address): return descend(.address)
    case (.organization, .relations): return descend(.organizationRelations)
    case (.address, .city): return text(.city)
    case (.address, .country): return text(.country)
    case (.address, .url): return text(.homepage)
    case (.organizationRelations, .categories): return descend(.organizationCategories)
    case (.organizationCategories, .category):
      return element.attribute("classification") == "organizationActivityType" ? descend(.activityType) : .skip
    case (.activityType, .code): return text(.activityCode)
    default: return .skip
    }
  }

  func leave(_ state: UInt8, text: XMLText) {
    switch State(rawValue: state) {
    case .id: id = FieldText.identifier(text)
    case .language: language = FieldText.line(text).lowercased()
    case .acronym: acronym = FieldText.line(text)
    case .title: titles.addBounded(FieldText.line(text))
    case .objective: objectives.addBounded(FieldText.paragraphs(text))
    case .keywords: keywords += FieldText.keywords(text, separators: ",;")
    case .startDate: startDate = CalendarDate(FieldText.line(text))
    case .signatureDate: signatureDate = CalendarDate(FieldText.line(text))
    case .organizationID: draft.profile.id = OrganizationID(FieldText.identifier(text))
    case .vatNumber:
      draft.profile.identifiers.addBounded(OrganizationIdentifier(scheme: "VAT", value: FieldText.line(text)))
    case .legalName: draft.profile.names.addBounded(FieldText.line(text))
    case .shortName: draft.profile.aliases.addBounded(FieldText.line(text))
    case .city: draft.profile.city = nonEmpty(FieldText.line(text))
    case .country: draft.profile.country = CountryCode.normalized(FieldText.line(text))
    case .homepage: draft.profile.homepage = nonEmpty(FieldText.line(text))
    case .activityCode: draft.profile.kind = Self.kind(activityCode: FieldText.line(text))
    case .fieldTitle: fieldTitle = FieldText.line(text)
    case .fieldPath: fieldPath = FieldText.line(text)
    case .field: classifications.addBounded(EuroSciVoc.code(path: fieldPath, title: fieldTitle))
    case .organization: endOrganization()
    default: break
    }
  }

  func finish(line: Int, into collector: RecordCollector) {
    if let defect = RecordIdentifier.defect(of: id) {
      return collector.reject(
        line: line, record: recordID, reason: "a CORDIS project is unusable: \(defect)",
        remedy: "give the project an <id> of its own")
    }
    var evidence = Evidence(id: EvidenceID(id), kind: .project)
    for title in titles { evidence.title.add(title, language: language) }
    // Without a language and last: found by its letters, never shown instead of the title.
    evidence.title.add(acronym)
    for objective in objectives { evidence.text.add(objective, language: language) }
    evidence.keywords = FieldText.distinct(keywords)
    evidence.classifications = classifications
    evidence.date = signatureDate ?? startDate
    evidence.participations = mentions.participations
    collector.accept(.evidence(evidence), mentions: mentions.profiles, line: line)
    for role in unknownRoles {
      collector.note(
        "the kind of participation '\(role)' is unknown and read as 'participant'",
        remedy: "check whether the role is right", line: line)
    }
    for _ in 0..<namelessCount {
      collector.note(
        "an organisation without an <id> is left out of its project", remedy: "export the organisations with their PIC",
        line: line)
    }
  }

  private func beginOrganization(_ element: borrowing XMLElement) {
    if element.attribute("sme") == "true" { draft.profile.sizeClass = "sme" }
    switch element.attribute("type") {
    case "coordinator": role = .coordinator
    case "participant", "partner", "beneficiary", "hostInstitution", nil: role = .participant
    case "associatedPartner", "internationalPartner": role = .associatedPartner
    case "thirdParty": role = .thirdParty
    case let unknown?:
      role = .participant
      unknownRoles.append(unknown)
    }
  }

  private func endOrganization() {
    let id = draft.profile.id.rawValue
    if RecordIdentifier.defect(of: id) != nil {
      namelessCount += 1
      _ = draft.take()
    } else {
      draft.profile.identifiers.insert(OrganizationIdentifier(scheme: "PIC", value: id), at: 0)
      if !draft.profile.aliases.isEmpty {
        let name = draft.profile.names.primary
        draft.profile.aliases.removeAll { $0 == name }
      }
      mentions.add(draft.take(), role: role)
    }
    draft.begin(OrganizationID(""))
  }

  /// CORDIS activity types: `/HES/` (with or without the last slash) and so on.
  private static func kind(activityCode: String) -> OrganizationKind? {
    switch activityCode {
    case "/HES/": .university
    case "/PRC/": .company
    case "/REC/": .institute
    case "/PUB/": .public
    case "/OTH/": .other
    default:
      switch activityCode.split(separator: "/").first {
      case "HES": .university
      case "PRC": .company
      case "REC": .institute
      case "PUB": .public
      case "OTH": .other
      default: nil
      }
    }
  }

  private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
  private func text(_ state: State) -> XMLStep { .text(state.rawValue) }
  private func descend(_ state: State) -> XMLStep { .descend(state.rawValue) }
}
