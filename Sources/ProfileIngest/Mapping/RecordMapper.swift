import ResearchProfiles

/// Turns a record's tree into what its rules make of it.
struct RecordMapper {
  let plan: RecordPlan
  /// The id that the envelope gives the record, for records without one.
  var fallbackID = ""
  /// What was told of names, where it is kept from record to record.
  var names = NameMemory()
  /// The one format whose rules count.
  var forced: IngestFormat?

  /// What is told of records that no rule of the place takes.
  private static let unknownRemedy = "write a mapping file for them and import with --map"

  func map(_ tree: RecordTree, line: Int, into collector: RecordCollector) {
    let values = RecordValues(tree: tree, plan: plan)
    guard let entry = rule(for: values) else {
      let subjects = FieldText.distinct(plan.rules.lazy.map(\.rule.subject)).joined(separator: ", ")
      return collector.reject(
        line: line, reason: "the record is none of those that are known at its place (\(subjects))",
        remedy: Self.unknownRemedy)
    }
    switch entry.rule.product {
    case .refused(let reason, let remedy): collector.reject(line: line, reason: reason, remedy: remedy)
    case .evidence: mapEvidence(entry, values, line: line, into: collector)
    case .organization: mapOrganization(entry, values, line: line, into: collector)
    }
  }

  /// Whether some rule takes the tree.
  func takes(_ tree: RecordTree) -> Bool { rule(for: RecordValues(tree: tree, plan: plan)) != nil }

  private func rule(for values: RecordValues) -> RecordPlan.Rule? {
    for entry in plan.rules where forced == nil || entry.format == forced {
      if entry.rule.conditions.allSatisfy({ values.holds($0) }) { return entry }
    }
    return nil
  }

  private func mapEvidence(_ entry: RecordPlan.Rule, _ values: RecordValues, line: Int, into collector: RecordCollector)
  {
    let id = values.first(entry.rule.id) ?? fallbackID
    if let defect = RecordIdentifier.defect(of: id) { return reject(entry, id, defect, line, collector) }
    let kind = values.first(entry.rule.evidenceKind).flatMap { EvidenceKind(rawValue: $0.lowercased()) } ?? .statement
    var evidence = Evidence(id: EvidenceID(id), kind: kind)
    evidence.title = values.localized(entry.rule.titles)
    evidence.text = values.localized(entry.rule.texts, keepsLines: true)
    evidence.keywords = values.texts(entry.rule.keywords)
    evidence.classifications = classifications(entry.rule.classifications, values)
    evidence.date = values.date(entry.rule.date)
    guard !evidence.title.isEmpty || !evidence.text.isEmpty || !evidence.keywords.isEmpty else {
      return reject(entry, id, "it has neither a title nor a text", line, collector)
    }
    var mentions = MentionList()
    var personCount = values.all(entry.rule.persons).count
    for organization in entry.organizations {
      add(organization, values, to: &mentions, personCount: &personCount, line: line, collector)
    }
    evidence.participations = mentions.participations
    collector.accept(.evidence(evidence), mentions: mentions.profiles, line: line)
    report(personCount: personCount, values, line: line, collector)
  }

  private func mapOrganization(
    _ entry: RecordPlan.Rule, _ values: RecordValues, line: Int, into collector: RecordCollector
  ) {
    var profile = profile(entry.profile, values)
    profile.summary = values.localized(entry.rule.texts, keepsLines: true)
    profile.keywords = values.texts(entry.rule.keywords)
    profile.classifications = classifications(entry.rule.classifications, values)
    if let id = values.first(entry.rule.id) {
      profile.id = OrganizationID(id)
    } else if profile.id.rawValue.isEmpty, !fallbackID.isEmpty {
      profile.id = OrganizationID(fallbackID)
    }
    if let defect = RecordIdentifier.defect(of: profile.id.rawValue) {
      return reject(entry, profile.id.rawValue, defect + " and no name", line, collector)
    }
    var mentions = MentionList()
    var personCount = values.all(entry.rule.persons).count
    for organization in entry.organizations {
      add(organization, values, to: &mentions, personCount: &personCount, line: line, collector)
    }
    collector.accept(.organization(profile), mentions: mentions.profiles, line: line)
    report(personCount: personCount, values, line: line, collector)
  }

  private func reject(
    _ entry: RecordPlan.Rule, _ id: String, _ defect: String, _ line: Int, _ collector: RecordCollector
  ) {
    collector.reject(
      line: line, record: id.isEmpty ? nil : String(id.prefix(64)),
      reason: "\(entry.rule.subject) is unusable: \(defect)",
      remedy: "export it again with all its fields")
  }

  private func report(personCount: Int, _ values: RecordValues, line: Int, _ collector: RecordCollector) {
    if values.record.valueBudget <= 0 {
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

  // MARK: Classifications

  private func classifications(_ rules: [ClassificationRule], _ values: RecordValues) -> [ClassificationCode] {
    var codes: [ClassificationCode] = []
    for rule in rules {
      forEachPart(rule.each, separators: rule.separators, of: values) { values in
        let code = values.first(rule.code) ?? ""
        let name = values.first(rule.name)
        if code.isEmpty, name == nil { return }
        codes.addBounded(ClassificationCode(scheme: rule.scheme, code: code, name: name))
      }
    }
    return codes
  }

  /// Calls `body` with the values as each element, or each piece of its text, sees them.
  private func forEachPart(
    _ each: FieldPath, separators: [String], of values: RecordValues, _ body: (RecordValues) -> Void
  ) {
    var elements: [Int] = []
    values.record.tree.forEach(each, in: values.record.plan, from: 0) { element in
      elements.append(element)
      return elements.count < RecordValues.valueLimit
    }
    for element in elements {
      var values = values
      values.context = element
      guard !separators.isEmpty else {
        body(values)
        continue
      }
      let text: String
      if let attribute = each.attribute {
        text = values.record.tree.attribute(attribute, of: element) ?? ""
      } else {
        text = FieldText.line(MarkupText.stripped(values.record.tree.text(of: element)))
      }
      let pieces = RecordValues.pieces(of: SecretText.withoutKeys(text), separators: separators)
      for piece in pieces.prefix(RecordValues.valueLimit) {
        values.piece = piece
        body(values)
      }
    }
  }

  // MARK: Organisations

  private func add(
    _ organization: RecordPlan.Organization, _ values: RecordValues, to mentions: inout MentionList,
    personCount: inout Int, line: Int,
    _ collector: RecordCollector
  ) {
    guard let each = organization.rule.each else {
      return addOne(organization, values, to: &mentions, personCount: &personCount)
    }
    forEachPart(each, separators: organization.rule.separators, of: values) { values in
      addOne(organization, values, to: &mentions, personCount: &personCount)
    }
  }

  private func addOne(
    _ organization: RecordPlan.Organization, _ values: RecordValues, to mentions: inout MentionList,
    personCount: inout Int
  ) {
    if organization.rule.mayBePersons, let name = values.first(organization.rule.names), names.couldBePerson(name) {
      personCount += 1
      return
    }
    let profile = profile(organization, values)
    if !organization.rule.exceptions.isEmpty, values.texts(organization.rule.exceptions).contains(profile.names.primary)
    {
      return
    }
    guard RecordIdentifier.defect(of: profile.id.rawValue) == nil else { return }
    let role =
      values.first(organization.rule.role).flatMap { ParticipationRole(rawValue: $0.lowercased()) } ?? .participant
    mentions.add(profile, role: role)
  }

  private func kind(of names: LocalizedText) -> OrganizationKind? {
    switch names.entries.count {
    case 0: nil
    case 1: self.names.kind(names.entries[0].text)
    default: OrganizationKindGuess.kind(names: names.entries.map(\.text))
    }
  }

  private func profile(_ organization: RecordPlan.Organization, _ values: RecordValues) -> OrganizationProfile {
    var profile = OrganizationProfile(id: OrganizationID(values.first(organization.rule.id) ?? ""))
    profile.names = values.localized(organization.rule.names)
    for alias in values.texts(organization.rule.aliases) { profile.aliases.addBounded(alias) }
    profile.aliases.removeAll { $0 == profile.names.primary }
    for identifier in organization.rule.identifiers {
      for value in values.texts(identifier.rules) {
        profile.identifiers.addBounded(OrganizationIdentifier(scheme: identifier.scheme, value: value))
      }
    }
    profile.kind =
      values.first(organization.rule.kind).flatMap { OrganizationKind(rawValue: $0.lowercased()) }
      ?? kind(of: profile.names)
    profile.country = values.first(organization.rule.country).flatMap(CountryCode.normalized)
    profile.region = values.first(organization.rule.region)
    profile.city = values.first(organization.rule.city)
    profile.sizeClass = values.first(organization.rule.sizeClass)
    profile.homepage = values.first(organization.rule.homepage)
    if profile.id.rawValue.isEmpty, !profile.names.primary.isEmpty {
      profile.id = NamedOrganization.id(profile.names.primary)
    }
    if let parent = values.first(organization.rule.parent) { profile.parent = OrganizationID(parent) }
    return profile
  }
}
