import ResearchProfiles

/// Parses the records and answers of a mapping file.
struct RecordRuleParser {
  let file: MappingFileSource
  private let fields: FieldRuleParser

  init(file: MappingFileSource) {
    self.file = file
    fields = FieldRuleParser(file: file)
  }

  private enum Product: String, CaseIterable {
    case evidence, organization, nothing
  }

  /// A rule for each of the record's paths.
  func records(_ object: MappingObject) throws(MappingFileError) -> [RecordRule] {
    var object = object
    let paths = try object.texts("path")
    if paths.isEmpty {
      throw file.error(
        at: object.keys, "a record needs a 'path'", "write where its elements stand: \"path\": \"/root/list/record\"")
    }
    var rule = RecordRule(path: FieldPath(), subject: try object.text("subject") ?? "a record", product: .evidence)
    rule.conditions = try conditions(&object)
    switch try object.choice("make", Product.self) ?? .evidence {
    case .evidence: try evidence(&object, &rule)
    case .organization:
      rule.product = .organization
      rule.profile = try organization(&object)
      rule.texts = try fields.rules(&object, "summary")
      rule.keywords = try fields.rules(&object, "keywords")
      rule.classifications = try classifications(&object)
      rule.organizations = try organizations(&object)
      rule.persons = try fields.rules(&object, "persons")
    case .nothing:
      rule.product = .refused(
        reason: try object.text("because").map { IngestText($0) } ?? "the mapping leaves it out",
        remedy: try object.text("remedy").map { IngestText($0) } ?? "change the mapping if it is wanted")
    }
    try object.finish()
    var rules: [RecordRule] = []
    for text in paths {
      (rule.path, rule.isAnywhere) = try recordPath(text, object)
      rules.append(rule)
    }
    return rules
  }

  private func evidence(_ object: inout MappingObject, _ rule: inout RecordRule) throws(MappingFileError) {
    rule.evidenceKind = try fields.rules(&object, "kind")
    try checkConstants(rule.evidenceKind, EvidenceKind.allCases.map(\.rawValue), object, "kind")
    rule.id = try fields.rules(&object, "id")
    rule.titles = try fields.rules(&object, "title")
    rule.texts = try fields.rules(&object, "text")
    rule.keywords = try fields.rules(&object, "keywords")
    rule.classifications = try classifications(&object)
    rule.date = try fields.rules(&object, "date")
    rule.organizations = try organizations(&object)
    rule.persons = try fields.rules(&object, "persons")
    if rule.titles.isEmpty, rule.texts.isEmpty {
      throw file.error(at: object.keys, "evidence needs a 'title' or a 'text'", "write where it stands in the record")
    }
    if rule.id.isEmpty, !rule.isAnywhere {
      let isEnvelope = object.members.contains { $0.key == "path" && $0.value.scalar?.hasPrefix("//") == true }
      if !isEnvelope {
        throw file.error(at: object.keys, "evidence needs an 'id'", "write where it stands in the record")
      }
    }
  }

  private func classifications(_ object: inout MappingObject) throws(MappingFileError) -> [ClassificationRule] {
    var rules: [ClassificationRule] = []
    for var part in try object.objects("classifications", subject: "a classification") {
      guard let each = try part.text("each"), let scheme = try part.text("scheme"), !scheme.isEmpty else {
        throw file.error(
          at: part.keys, "a classification needs 'each' and 'scheme'",
          "write which elements hold a code, and of what: \"each\": \"ipc\", \"scheme\": \"IPC\"")
      }
      var rule = ClassificationRule(
        each: try fields.path(each, at: part.place("each")), separators: try fields.separators(&part),
        scheme: scheme.uppercased())
      rule.code = try fields.rules(&part, "code")
      rule.name = try fields.rules(&part, "name")
      if rule.code.isEmpty, rule.name.isEmpty {
        throw file.error(
          at: part.keys, "a classification needs a 'code' or a 'name'", "write where it stands: \"code\": \".\"")
      }
      try part.finish()
      rules.append(rule)
    }
    return rules
  }

  private func organizations(_ object: inout MappingObject) throws(MappingFileError) -> [OrganizationRule] {
    var rules: [OrganizationRule] = []
    for var part in try object.objects("organizations", subject: "an organisation") {
      guard let each = try part.text("each") else {
        throw file.error(
          at: part.keys, "an organisation of a record needs 'each'",
          "write which elements are one: \"each\": \"Agency\"")
      }
      let path = try fields.path(each, at: part.place("each"))
      let separators = try fields.separators(&part)
      let exceptions = try fields.rules(&part, "except")
      let mayBePersons = try part.flag("may-be-persons")
      let role = try fields.rules(&part, "role")
      try checkConstants(role, ParticipationRole.allCases.map(\.rawValue), part, "role")
      var rule = try organization(&part)
      (rule.each, rule.separators, rule.mayBePersons, rule.role) = (path, separators, mayBePersons, role)
      rule.exceptions = exceptions
      try part.finish()
      rules.append(rule)
    }
    return rules
  }

  /// The fields that an organisation has wherever it stands.
  private func organization(_ object: inout MappingObject) throws(MappingFileError) -> OrganizationRule {
    var rule = OrganizationRule()
    rule.id = try fields.rules(&object, "id")
    rule.kind = try fields.rules(&object, "kind")
    try checkConstants(rule.kind, OrganizationKind.allCases.map(\.rawValue), object, "kind")
    rule.names = try fields.rules(&object, "name")
    rule.aliases = try fields.rules(&object, "aliases")
    rule.country = try fields.rules(&object, "country")
    rule.region = try fields.rules(&object, "region")
    rule.city = try fields.rules(&object, "city")
    rule.sizeClass = try fields.rules(&object, "size")
    rule.homepage = try fields.rules(&object, "homepage")
    rule.parent = try fields.rules(&object, "parent")
    if let value = object.value("identifiers") {
      let place = object.place("identifiers")
      let identifiers = try MappingObject(value, at: place, in: file, subject: "identifiers")
      for member in identifiers.members {
        let rules = try fields.rules(member.value, at: place + [.member(member.key)])
        rule.identifiers.append(OrganizationRule.Identifier(scheme: member.key.uppercased(), rules: rules))
      }
    }
    if rule.names.isEmpty, rule.id.isEmpty {
      throw file.error(at: object.keys, "an organisation needs a 'name' or an 'id'", "write where it stands")
    }
    return rule
  }

  private func conditions(_ object: inout MappingObject) throws(MappingFileError) -> [RecordRule.Condition] {
    var conditions: [RecordRule.Condition] = []
    for text in try object.texts("when") {
      let place = object.place("when")
      var path = text[...]
      let isNegated = path.first == "!"
      if isNegated { path = path.dropFirst() }
      // A sign of equality inside brackets belongs to the path.
      let bracket = path.lastIndex(of: "]") ?? path.startIndex
      if let equals = path[bracket...].firstIndex(of: "=") {
        let differs = equals > path.startIndex && path[path.index(before: equals)] == "!"
        let values = path[path.index(after: equals)...].split(separator: "|", omittingEmptySubsequences: false)
        let name = path[..<(differs ? path.index(before: equals) : equals)]
        let trimmed = values.map { FieldText.line(String($0)) }
        conditions.append(
          RecordRule.Condition(
            path: try fields.path(FieldText.line(String(name)), at: place),
            kind: differs != isNegated ? .notAmong(trimmed) : .among(trimmed)))
      } else {
        conditions.append(
          RecordRule.Condition(
            path: try fields.path(FieldText.line(String(path)), at: place), kind: isNegated ? .absent : .present))
      }
    }
    return conditions
  }

  /// `/root/list/record`, `//record` for one that stands wherever records may, `$/list/record` for JSON.
  private func recordPath(
    _ text: String, _ object: MappingObject
  ) throws(MappingFileError) -> (path: FieldPath, isAnywhere: Bool) {
    let isAnywhere = text.hasPrefix("//")
    guard text.hasPrefix("/") || text.hasPrefix("$") else {
      throw object.error(
        "path", "the path '\(text.prefix(64))' of a record does not begin at the document",
        "write /root/record, or //record where the record can be the root, in a wrapper or in an OAI-PMH answer")
    }
    let path = try fields.path(String(text.drop { $0 == "/" }), at: object.place("path"))
    if path.parentCount > 0 || path.attribute != nil || path.hasTests || path.steps.isEmpty
      || isAnywhere && path.steps.count > 1
    {
      throw object.error(
        "path", "the path '\(text.prefix(64))' of a record may hold nothing but names", "put choices into 'when'")
    }
    return (path, isAnywhere)
  }

  private func checkConstants(
    _ rules: [FieldRule], _ known: [String], _ object: MappingObject, _ key: String
  ) throws(MappingFileError) {
    for rule in rules {
      var constants = rule.options.table.values.filter { !$0.isEmpty }
      if case .constant(let text) = rule.source { constants.append(text) }
      for constant in constants.sorted() where !known.contains(constant) {
        throw object.error(
          key, "'\(constant.prefix(64))' is unknown", "write one of \(known.joined(separator: ", "))")
      }
    }
  }

  // MARK: Answers

  func answers(_ object: MappingObject) throws(MappingFileError) -> [AnswerRule] {
    var object = object
    var rule = AnswerRule(path: FieldPath(), service: try object.text("service") ?? "the server")
    rule.code = try fields.rules(&object, "code")
    rule.message = try fields.rules(&object, "message")
    rule.conditions = try conditions(&object)
    rule.goodCodes = Set(try object.texts("good"))
    rule.emptySigns = try object.texts("empty")
    for var part in try object.objects("meanings", subject: "a meaning") {
      let reason = try part.text("reason") ?? ""
      let remedy = try part.text("remedy") ?? ""
      if reason.isEmpty || remedy.isEmpty {
        throw file.error(at: part.keys, "a meaning needs 'signs', 'reason' and 'remedy'", "write all three")
      }
      for sign in try part.texts("signs") {
        rule.meanings.append(AnswerRule.Meaning(sign: sign, reason: IngestText(reason), remedy: IngestText(remedy)))
      }
      try part.finish()
    }
    var rules: [AnswerRule] = []
    for text in try object.texts("path") {
      rule.path = try recordPath(text, object).path
      rules.append(rule)
    }
    try object.finish()
    return rules
  }
}
