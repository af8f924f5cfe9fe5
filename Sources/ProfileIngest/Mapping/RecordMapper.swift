import ResearchProfiles

/// Turns a record's tree into what its rules make of it. Kept from record to record, for its memory.
final class RecordMapper {
  let plan: RecordPlan
  let tree: RecordTree
  private let values: RecordValues
  /// The plan's rules, in its order.
  private let rules: LentObjects<RecordPlan.Rule>
  /// What was told of names.
  private let names = NameMemory()
  /// The profile that is being filled.
  private let draft = ProfileDraft()
  /// Its identifiers.
  private let draftIdentifiers = ListDraft<OrganizationIdentifier>()
  /// How many organisations the last record had: the next one will have about as many.
  private var mentionCount = 0
  /// The one format whose rules count.
  private let forced: IngestFormat?

  private typealias Scope = RecordValues.Scope

  /// What is told of records that no rule of the place takes.
  private static let unknownRemedy: IngestText = "write a mapping file for them and import with --map"

  init(plan: RecordPlan, forced: IngestFormat?) {
    self.plan = plan
    self.forced = forced
    rules = LentObjects(plan.rules)
    tree = RecordTree(plan: plan)
    values = RecordValues(tree: tree)
  }

  /// Maps the tree's record.
  ///
  /// - Parameter fallbackID: the id that the envelope gives the record, for records without one.
  func map(fallbackID: String, line: Int, into collector: RecordCollector) {
    guard let index = ruleIndex() else {
      let subjects = FieldText.distinct(plan.rules.lazy.map(\.subject)).joined(separator: ", ")
      return collector.reject(
        line: line, reason: "the record is none of those that are known at its place (\(subjects))",
        remedy: Self.unknownRemedy)
    }
    rules.with(index) { rule in
      switch rule.product {
      case .refused(let reason, let remedy): collector.reject(line: line, reason: reason, remedy: remedy)
      case .evidence: mapEvidence(rule, fallbackID, line: line, into: collector)
      case .organization: mapOrganization(rule, fallbackID, line: line, into: collector)
      }
    }
  }

  /// Whether some rule takes the tree's record.
  var takesRecord: Bool { ruleIndex() != nil }

  /// The first of the plan's rules that takes the tree's record.
  private func ruleIndex() -> Int? {
    for index in 0..<plan.rules.count where values.holds(conditionsOf: index) {
      if forced == nil || plan.rules[index].format == forced { return index }
    }
    return nil
  }

  private func mapEvidence(
    _ rule: RecordPlan.Rule, _ fallbackID: String, line: Int, into collector: RecordCollector
  ) {
    let scope = Scope()
    let id = values.first(rule.id, scope) ?? fallbackID
    if let defect = RecordIdentifier.defect(of: id) { return reject(rule, id, defect, line, collector) }
    let kind =
      rule.constantKind ?? values.first(rule.evidenceKind, scope).flatMap { EvidenceKind(rawValue: $0.lowercased()) }
    let title = values.localized(rule.titles, scope)
    let text = values.localized(rule.texts, scope, keepsLines: true)
    let keywords = values.texts(rule.keywords, scope)
    let codes = classifications(rule.classifications)
    let date = values.date(rule.date, scope)
    guard !title.isEmpty || !text.isEmpty || !keywords.isEmpty else {
      return reject(rule, id, "it has neither a title nor a text", line, collector)
    }
    var mentions = MentionList(expectedCount: mentionCount)
    var personCount = values.count(rule.persons, scope)
    for organization in rule.organizations { add(organization, to: &mentions, personCount: &personCount) }
    mentionCount = mentions.profiles.count
    collector.accept(
      .evidence(
        Evidence(
          id: EvidenceID(id), kind: kind ?? .statement, title: title, text: text, keywords: keywords,
          classifications: codes, date: date, participations: mentions.participations)),
      mentions: mentions.profiles, line: line)
    report(personCount: personCount, line: line, collector)
  }

  private func mapOrganization(
    _ rule: RecordPlan.Rule, _ fallbackID: String, line: Int, into collector: RecordCollector
  ) {
    let scope = Scope()
    let names = values.localized(rule.profile.names, scope)
    var id = values.first(rule.id, scope) ?? values.first(rule.profile.id, scope) ?? ""
    if id.isEmpty {
      if let name = names.entries.first?.text { id = NamedOrganization.id(name).rawValue } else { id = fallbackID }
    }
    if let defect = RecordIdentifier.defect(of: id) {
      return reject(rule, id, "\(defect) and no name", line, collector)
    }
    fillDraft(rule.profile, scope, OrganizationID(id), names)
    if !rule.texts.isEmpty { draft.profile.summary = values.localized(rule.texts, scope, keepsLines: true) }
    if !rule.keywords.isEmpty { draft.profile.keywords = values.texts(rule.keywords, scope) }
    if !rule.classifications.isEmpty { draft.profile.classifications = classifications(rule.classifications) }
    var personCount = values.count(rule.persons, scope)
    if rule.organizations.isEmpty {
      collector.accept(.organization(draft.take()), line: line)
    } else {
      let content = RecordContent.organization(draft.take())
      var mentions = MentionList()
      for organization in rule.organizations { add(organization, to: &mentions, personCount: &personCount) }
      collector.accept(content, mentions: mentions.profiles, line: line)
    }
    report(personCount: personCount, line: line, collector)
  }

  private func reject(
    _ rule: RecordPlan.Rule, _ id: String, _ defect: IngestText, _ line: Int, _ collector: RecordCollector
  ) {
    collector.reject(
      line: line, record: id.isEmpty ? nil : String(id.prefix(64)),
      reason: "\(IngestText(rule.subject)) is unusable: \(defect)",
      remedy: "export it again with all its fields")
  }

  private func report(personCount: Int, line: Int, _ collector: RecordCollector) {
    if tree.view.isSpent {
      collector.note(
        "a record holds so many values that some are left out", remedy: "divide the record, or simplify the mapping",
        line: line)
    }
    guard personCount > 0 else { return }
    collector.note(
      "names of natural persons are left out: they are personal data",
      remedy: "nothing need be done; persons come in by their own application and consent", line: line,
      count: personCount)
  }

  private func classifications(_ rules: [RecordPlan.Classification]) -> [ClassificationCode] {
    var codes: [ClassificationCode] = []
    for rule in rules {
      values.forEachPart(rule.each, rule.separators) { scope in
        let code = values.first(rule.code, scope) ?? ""
        let name = values.first(rule.name, scope)
        if code.isEmpty, name == nil { return }
        codes.addBounded(ClassificationCode(scheme: rule.scheme, code: code, name: name))
      }
    }
    return codes
  }

  // MARK: Organisations

  private func add(
    _ organization: RecordPlan.Organization, to mentions: inout MentionList, personCount: inout Int
  ) {
    guard let each = organization.each else {
      return addOne(organization, Scope(), to: &mentions, personCount: &personCount)
    }
    values.forEachPart(each, organization.separators) { scope in
      addOne(organization, scope, to: &mentions, personCount: &personCount)
    }
  }

  private func addOne(
    _ organization: RecordPlan.Organization, _ scope: Scope, to mentions: inout MentionList, personCount: inout Int
  ) {
    // The same bodies take part again and again: their names are made once.
    let names = values.localized(organization.names, scope) { tree.view.text($0, rememberedBy: self.names) }
    if organization.mayBePersons, let name = names.entries.first?.text, self.names.couldBePerson(name) {
      personCount += 1
      return
    }
    if !organization.exceptions.isEmpty, values.holds(organization.exceptions, scope, text: names.primary) { return }
    var id = OrganizationID(values.first(organization.id, scope) ?? "")
    if id.rawValue.isEmpty, let name = names.entries.first?.text { id = self.names.id(name) }
    guard RecordIdentifier.defect(of: id.rawValue) == nil else { return }
    let role =
      organization.constantRole
      ?? values.first(organization.role, scope).flatMap { ParticipationRole(rawValue: $0.lowercased()) }
    fillDraft(organization, scope, id, names)
    mentions.add(draft.take(), role: role ?? .participant)
  }

  private func kind(of names: LocalizedText) -> OrganizationKind? {
    switch names.entries.count {
    case 0: nil
    case 1: self.names.kind(names.entries[0].text)
    default: OrganizationKindGuess.kind(names: names.entries.map(\.text))
    }
  }

  /// Makes the draft the profile of an organisation; it is to be taken before the next one.
  private func fillDraft(
    _ organization: RecordPlan.Organization, _ scope: Scope, _ id: consuming OrganizationID,
    _ names: consuming LocalizedText
  ) {
    draft.begin(id, names: names)
    if !organization.aliases.isEmpty {
      var aliases: [String] = []
      for alias in values.texts(organization.aliases, scope) { aliases.addBounded(alias) }
      let name = draft.profile.names.primary
      aliases.removeAll { $0 == name }
      draft.profile.aliases = aliases
    }
    draft.profile.kind =
      organization.constantKind
      ?? values.first(organization.kind, scope).flatMap { OrganizationKind(rawValue: $0.lowercased()) }
      ?? kind(of: draft.profile.names)
    if organization.identifiers.count > 0 { draft.profile.identifiers = identifiers(organization, scope) }
    draft.profile.country =
      organization.constantCountry ?? values.first(organization.country, scope).flatMap(CountryCode.normalized)
    if !organization.region.isEmpty { draft.profile.region = values.first(organization.region, scope) }
    if !organization.city.isEmpty { draft.profile.city = values.first(organization.city, scope) }
    if !organization.sizeClass.isEmpty { draft.profile.sizeClass = values.first(organization.sizeClass, scope) }
    if !organization.homepage.isEmpty { draft.profile.homepage = values.first(organization.homepage, scope) }
    if !organization.parent.isEmpty {
      draft.profile.parent = values.first(organization.parent, scope).map { OrganizationID($0) }
    }
  }

  private func identifiers(_ organization: RecordPlan.Organization, _ scope: Scope) -> [OrganizationIdentifier] {
    let view = values.tree
    let (rules, schemes) = (organization.identifiers, organization.schemes)
    for index in 0..<rules.count {
      var count = 0
      values.forEach(rules[index], scope) { value in
        count += 1
        if !value.isEmpty, draftIdentifiers.count < Repetition.limit,
          !draftIdentifiers.contains(where: { view.isEqual(value, $0.value) && $0.scheme == schemes[index] })
        {
          draftIdentifiers.append(OrganizationIdentifier(scheme: schemes[index], value: view.string(value)))
        }
        return count < RecordValues.valueLimit
      }
    }
    return draftIdentifiers.take()
  }
}
