import ResearchProfiles

/// Turns JSON objects into organisations and evidence.
///
/// A line without `type` that has an `id` and a `title` or `text` is evidence of kind `statement`: that is what plain
/// document collections (`{"id","text"}`) look like, and nothing more than their words is known.
struct JSONRecordMapper {
  private static let organizationKeys =
    "type, id, kind, name, names, aliases, identifiers, country, region, city, size_class, homepage, summary, keywords, "
    + "classifications, parent"
  private static let evidenceKeys =
    "type, id, kind, title, text, keywords, classifications, date, language, organizations"
  private static let typeRemedy: IngestText = "write \"type\":\"organization\" or \"type\":\"evidence\""

  let collector: RecordCollector

  func map(_ members: [JSONValue.Member], line: Int) {
    var fields = JSONFields(members, subject: "a record")
    switch fields.line("type") {
    case "organization", "organisation": mapOrganization(members, line: line)
    case "evidence": mapEvidence(members, line: line, isTyped: true)
    case nil:
      if fields.contains("needs") || fields.contains("offers") || fields.contains("applicant") {
        reject(&fields, line, "it is an application, not a profile", "give the file to 'moim match'")
      } else if fields.contains("title") || fields.contains("text") {
        mapEvidence(members, line: line, isTyped: false)
      } else {
        reject(&fields, line, "it has no type", Self.typeRemedy)
      }
    case let type?: reject(&fields, line, "its type '\(type.prefix(64))' is unknown", Self.typeRemedy)
    }
  }

  private func reject(_ fields: inout JSONFields, _ line: Int, _ reason: IngestText, _ remedy: IngestText) {
    collector.reject(line: line, record: fields.identifier("id"), reason: reason, remedy: remedy)
  }

  private func mapOrganization(_ members: [JSONValue.Member], line: Int) {
    var fields = JSONFields(members, subject: "an organisation")
    _ = fields.value("type")
    guard let profile = profile(from: &fields, line: line) else { return }
    collector.accept(.organization(profile), line: line)
    report(fields, Self.organizationKeys, line)
  }

  private func mapEvidence(_ members: [JSONValue.Member], line: Int, isTyped: Bool) {
    var fields = JSONFields(members, subject: "evidence")
    _ = fields.value("type")
    guard let id = identifier(&fields, line: line) else { return }
    var evidence = Evidence(id: EvidenceID(id), kind: fields.choice("kind") ?? .statement)
    let language = fields.line("language")?.lowercased()
    evidence.title = fields.localizedText("title", language: language)
    evidence.text = fields.localizedText("text", language: language, keepsLines: true)
    evidence.keywords = fields.lines("keywords")
    evidence.classifications = classifications(&fields)
    evidence.date = fields.date("date")
    let mentions = participants(&fields, line: line)
    evidence.participations = mentions.participations
    collector.accept(.evidence(evidence), mentions: mentions.profiles, line: line)
    report(fields, Self.evidenceKeys, line)
  }

  /// The organisations of evidence: ids, or objects with an id, a role and what else an organisation has.
  private func participants(_ fields: inout JSONFields, line: Int) -> MentionList {
    var mentions = MentionList()
    guard let value = fields.value("organizations") else { return mentions }
    guard case .array(let elements) = value else {
      fields.note("'organizations' should be a list and is \(value.kindName)")
      return mentions
    }
    for element in elements {
      if let id = element.scalar {
        let id = FieldText.identifier(id)
        if RecordIdentifier.defect(of: id) == nil {
          mentions.add(OrganizationProfile(id: OrganizationID(id)), role: .participant)
          continue
        }
      } else if case .object(let members) = element {
        var participant = JSONFields(members, subject: "an organisation of evidence")
        let role: ParticipationRole = participant.choice("role") ?? .participant
        if participant.contains("id"), let profile = profile(from: &participant, line: nil) {
          mentions.add(profile, role: role)
          report(participant, "id, role, kind, name, names, country ...", line)
          continue
        }
      }
      fields.note("an organisation without a usable id is left out", remedy: "give every organisation an \"id\"")
    }
    return mentions
  }

  /// - Parameter line: where to reject the record when it has no id; `nil` for organisations inside evidence.
  private func profile(from fields: inout JSONFields, line: Int?) -> OrganizationProfile? {
    guard let id = identifier(&fields, line: line) else { return nil }
    var profile = OrganizationProfile(id: OrganizationID(id), kind: fields.choice("kind"))
    profile.names = fields.localizedText("names")
    for entry in fields.localizedText("name").entries { profile.names.addBounded(entry.text, language: entry.language) }
    profile.aliases = fields.lines("aliases")
    profile.identifiers = identifiers(&fields)
    profile.country = fields.line("country").flatMap(CountryCode.normalized)
    profile.region = fields.line("region")
    profile.city = fields.line("city")
    profile.sizeClass = fields.line("size_class")
    profile.homepage = fields.line("homepage")
    profile.summary = fields.localizedText("summary", keepsLines: true)
    profile.keywords = fields.lines("keywords")
    profile.classifications = classifications(&fields)
    profile.parent = fields.identifier("parent").map { OrganizationID($0) }
    return profile
  }

  /// `{"ROR": "...", "VAT": "..."}` or `[{"scheme": "ROR", "value": "..."}]`.
  private func identifiers(_ fields: inout JSONFields) -> [OrganizationIdentifier] {
    guard let value = fields.value("identifiers") else { return [] }
    var identifiers: [OrganizationIdentifier] = []
    func add(_ scheme: String?, _ value: String?) {
      guard let scheme, let value, !scheme.isEmpty, !value.isEmpty else { return }
      identifiers.addBounded(OrganizationIdentifier(scheme: scheme.uppercased(), value: FieldText.line(value)))
    }
    switch value {
    case .object(let members):
      for member in members { add(member.key, member.value.scalar) }
    case .array(let elements):
      for case .object(let members) in elements {
        var identifier = JSONFields(members, subject: "an identifier")
        add(identifier.line("scheme"), identifier.line("value"))
      }
    default: fields.note("'identifiers' should be an object and is \(value.kindName)")
    }
    return identifiers
  }

  /// `{"IPC": ["G06N 10/40"], "FOS": "1.3"}` or `[{"scheme": "KSTC", "code": "NB", "name": "물리학"}]`.
  private func classifications(_ fields: inout JSONFields) -> [ClassificationCode] {
    guard let value = fields.value("classifications") else { return [] }
    var codes: [ClassificationCode] = []
    func add(_ scheme: String?, _ code: String?, name: String? = nil) {
      guard let scheme, !scheme.isEmpty, code?.isEmpty == false || name?.isEmpty == false else { return }
      codes.addBounded(ClassificationCode(scheme: scheme.uppercased(), code: code ?? "", name: name))
    }
    switch value {
    case .object(let members):
      for member in members {
        for code in member.value.oneOrMore { add(FieldText.line(member.key), code.scalar.map { FieldText.line($0) }) }
      }
    case .array(let elements):
      for case .object(let members) in elements {
        var code = JSONFields(members, subject: "a classification")
        add(code.line("scheme"), code.line("code"), name: code.line("name"))
      }
    default: fields.note("'classifications' should be an object or a list and is \(value.kindName)")
    }
    return codes
  }

  /// The id, exactly as it stands but for blanks around it.
  private func identifier(_ fields: inout JSONFields, line: Int?) -> String? {
    let id = fields.identifier("id") ?? ""
    guard let defect = RecordIdentifier.defect(of: id) else { return id }
    if let line {
      collector.reject(
        line: line, record: String(id.prefix(64)), reason: "the record is unusable: \(defect)",
        remedy: "give it an \"id\" of its own")
    }
    return nil
  }

  private func report(_ fields: JSONFields, _ knownKeys: String, _ line: Int) {
    for note in fields.allNotes(knownKeys: knownKeys) { collector.note(note.reason, remedy: note.remedy, line: line) }
  }
}
