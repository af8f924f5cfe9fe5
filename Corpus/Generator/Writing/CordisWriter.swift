/// Writes the international projects in the shape of CORDIS project files, one a file.
struct CordisWriter {
  let forum: DemonstrationForum

  func files() -> [GeneratedFile] {
    forum.evidence.filter { $0.source == .cordis }.enumerated().map { index, record in
      GeneratedFile(path: "international-projects/\(record.id).xml", text: text(of: record, number: index))
    }
  }

  private func text(of record: EvidenceRecord, number: Int) -> String {
    var xml = XMLText()
    xml.comment("Invented demonstration data: no body, person or result named here exists.")
    // As in real collections, some files carry the default namespace and some do not.
    xml.begin("project", number.isMultiple(of: 3) ? [("xmlns", "http://cordis.europa.eu")] : [])
    xml.leaf("language", "en")
    xml.leaf("rcn", String(900_001 + number))
    xml.leaf("id", record.id)
    xml.leaf("acronym", record.acronym)
    xml.leaf("objective", record.texts[.english, default: ""])
    xml.leaf("title", record.titles[.english, default: ""])
    xml.leaf("startDate", record.date)
    xml.leaf("endDate", record.endDate)
    xml.leaf("ecSignatureDate", record.date)
    xml.leaf("status", "SIGNED")
    xml.leaf("keywords", record.keywords[.english, default: []].joined(separator: ", "))
    xml.begin("relations")
    xml.begin("associations")
    for (position, id) in record.organizations.enumerated() {
      if let organization = forum.vocabulary.organization(id) { write(organization, at: position, to: &xml) }
    }
    xml.end()
    xml.end()
    xml.end()
    return xml.text
  }

  private func write(_ organization: Organization, at position: Int, to xml: inout XMLText) {
    let isEuropean = organization.family == .abroad
    let type = position == 0 ? "coordinator" : isEuropean ? "participant" : "associatedPartner"
    xml.begin(
      "organization",
      [
        ("source", "demo"), ("order", String(position + 1)), ("terminated", "false"),
        ("sme", organization.isSmall && organization.kind == "company" ? "true" : "false"), ("type", type),
      ])
    xml.leaf("id", organization.id)
    xml.leaf("legalName", organization.name.english)
    xml.begin("address")
    xml.leaf("city", organization.region.isEmpty ? organization.city : RegionNames.english(organization.region))
    xml.leaf("country", organization.country)
    xml.end()
    xml.begin("relations")
    xml.begin("categories")
    xml.begin(
      "category",
      [("classification", "organizationActivityType"), ("type", "relatedOrganizationActivityType")])
    let activity = Self.activity(of: organization.kind)
    xml.leaf("code", activity.code)
    xml.leaf("title", activity.title)
    xml.end()
    xml.end()
    xml.end()
    xml.end()
  }

  private static func activity(of kind: String) -> (code: String, title: String) {
    switch kind {
    case "university": ("/HES", "Higher or Secondary Education Establishments")
    case "company": ("/PRC", "Private for-profit entities (excluding Higher or Secondary Education Establishments)")
    case "institute": ("/REC", "Research Organisations")
    case "public": ("/PUB", "Public bodies (excluding Research Organisations)")
    default: ("/OTH", "Other")
    }
  }
}
