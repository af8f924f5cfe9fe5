import ResearchProfiles

/// CORDIS projects as single JSON objects: with the fields of the XML export (`relations/associations/organization`), or flat
/// as in the tables.
struct CordisJSONFormat: JSONRecordFormat {
  var format: IngestFormat { .cordisJSON }

  func recognizes(_ members: [JSONValue.Member]) -> Bool {
    let project = project(members)
    guard project["id"] != nil, project["acronym"] != nil || project["title"] != nil else { return false }
    return project["relations"]?["associations"] != nil
      || ["ecMaxContribution", "frameworkProgramme", "ecSignatureDate", "rcn"].contains { project[$0] != nil }
        && project["type"] == nil
  }

  func map(_ members: [JSONValue.Member], line: Int, into collector: RecordCollector) {
    let project = project(members)
    let id = FieldText.identifier(project["id"]?.scalar ?? "")
    if let defect = RecordIdentifier.defect(of: id) {
      return collector.reject(
        line: line, record: String(id.prefix(64)), reason: "a CORDIS project is unusable: \(defect)",
        remedy: "give the project an \"id\" of its own")
    }
    let language = project["language"]?.line?.lowercased()
    var evidence = Evidence(id: EvidenceID(id), kind: .project)
    evidence.title.addBounded(project["title"]?.line ?? "", language: language)
    evidence.title.addBounded(project["acronym"]?.line ?? "")
    evidence.text.addBounded(FieldText.paragraphs(project["objective"]?.scalar ?? ""), language: language)
    evidence.keywords = (project["keywords"]?.oneOrMore ?? []).flatMap {
      FieldText.keywords(Array(($0.scalar ?? "").utf8), separators: ",;")
    }
    for category in project["relations"]?["categories"]?["category"]?.oneOrMore ?? []
    where attribute("classification", of: category) == "euroSciVoc" {
      evidence.classifications.addBounded(
        EuroSciVoc.code(path: category["displayCode"]?.line ?? "", title: category["title"]?.line ?? ""))
    }
    evidence.date = (project["ecSignatureDate"]?.line ?? project["startDate"]?.line).flatMap { CalendarDate($0) }
    var mentions = MentionList()
    for organization in project["relations"]?["associations"]?["organization"]?.oneOrMore ?? [] {
      take(organization, into: &mentions, collector, line: line)
    }
    evidence.participations = mentions.participations
    collector.accept(.evidence(evidence), mentions: mentions.profiles, line: line)
  }

  /// The project itself, or what stands under the only key `project`.
  private func project(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    guard case .object(let inner)? = members["project"] else { return members }
    return inner
  }

  private func take(
    _ value: JSONValue, into mentions: inout MentionList, _ collector: RecordCollector, line: Int
  ) {
    let id = FieldText.identifier(value["id"]?.scalar ?? "")
    guard RecordIdentifier.defect(of: id) == nil else {
      return collector.note(
        "an organisation without an id is left out of its project", remedy: "export the organisations with their PIC",
        line: line)
    }
    var profile = OrganizationProfile(id: OrganizationID(id))
    profile.identifiers.addBounded(OrganizationIdentifier(scheme: "PIC", value: id))
    if let number = value["vatNumber"]?.line {
      profile.identifiers.addBounded(OrganizationIdentifier(scheme: "VAT", value: number))
    }
    profile.names.addBounded(value["legalName"]?.line ?? "")
    if let alias = value["shortName"]?.line, alias != profile.names.primary { profile.aliases.addBounded(alias) }
    profile.city = value["address"]?["city"]?.line
    profile.country = value["address"]?["country"]?.line.flatMap(CountryCode.normalized)
    profile.homepage = value["address"]?["url"]?.line
    if attribute("sme", of: value) == "true" { profile.sizeClass = "sme" }
    let activity = (value["relations"]?["categories"]?["category"]?.oneOrMore ?? []).first {
      attribute("classification", of: $0) == "organizationActivityType"
    }
    profile.kind = activity?["code"]?.line.flatMap(CordisParticipation.kind)
    let (role, unknown) = CordisParticipation.role(attribute("type", of: value))
    if let unknown {
      collector.note(
        "the kind of participation '\(unknown.prefix(64))' is unknown and read as 'participant'",
        remedy: "check whether the role is right", line: line)
    }
    mentions.add(profile, role: role)
  }

  /// What is an attribute in the XML: converters write it as it is, or with a mark before it.
  private func attribute(_ name: String, of value: JSONValue) -> String? {
    for key in [name, "@" + name, "_" + name] {
      if let found = value[key] {
        if case .bool(let flag) = found { return flag ? "true" : "false" }
        return found.line
      }
    }
    return nil
  }
}
