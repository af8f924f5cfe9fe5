/// Writes what universities and institutes would export: CERIF-XML 1.2 in OAI-PMH envelopes, one file a kind.
struct CerifWriter {
  let forum: DemonstrationForum

  private static let namespace = "https://www.openaire.eu/cerif-profile/1.2/"
  private static let vocabularies = "https://www.openaire.eu/cerif-profile/vocab/"
  private static let resourceTypes = "http://purl.org/coar/resource_type/"

  func files() -> [GeneratedFile] {
    let records = forum.evidence.filter { $0.source == .cerif }
    func envelope(_ name: String, _ set: String, _ kind: EvidenceRecord.Kind) -> GeneratedFile {
      let chosen = records.filter { $0.kind == kind }
      return file(name, set, chosen.map(\.id)) { index, xml in write(chosen[index], to: &xml) }
    }
    return [
      organizationFile(), envelope("projects", "openaire_cris_projects", .project),
      envelope("patents", "openaire_cris_patents", .patent),
      envelope("publications", "openaire_cris_publications", .publication),
      envelope("products", "openaire_cris_products", .product),
      envelope("equipments", "openaire_cris_equipments", .equipment),
    ]
  }

  private func file(
    _ name: String, _ set: String, _ ids: [String], body: (Int, inout XMLText) -> Void
  ) -> GeneratedFile {
    var xml = XMLText()
    xml.comment("Invented demonstration data: no body, person or result named here exists.")
    xml.begin("OAI-PMH", [("xmlns", "http://www.openarchives.org/OAI/2.0/")])
    xml.leaf("responseDate", "2026-10-19T09:00:00Z")
    xml.leaf(
      "request", "https://cris.demo.invalid/oai",
      [("verb", "ListRecords"), ("metadataPrefix", "oai_cerif_openaire"), ("set", set)])
    xml.begin("ListRecords")
    for (index, id) in ids.enumerated() {
      xml.begin("record")
      xml.begin("header")
      xml.leaf("identifier", "oai:cris.demo.invalid:\(id)")
      xml.leaf("datestamp", "2026-10-19T00:00:00Z")
      xml.leaf("setSpec", set)
      xml.end()
      xml.begin("metadata")
      body(index, &xml)
      xml.end()
      xml.end()
    }
    xml.end()
    xml.end()
    return GeneratedFile(path: "cerif/\(name).xml", text: xml.text)
  }

  // MARK: Entities

  private func organizationFile() -> GeneratedFile {
    let families: [Organization.Family] = [.university, .laboratory, .institute]
    let chosen = forum.vocabulary.organizations.filter { families.contains($0.family) }
    return file("orgunits", "openaire_cris_orgunits", chosen.map(\.id)) { index, xml in
      let organization = chosen[index]
      xml.begin("OrgUnit", [("xmlns", Self.namespace), ("id", organization.id)])
      let scheme = "https://w3id.org/cerif/vocab/OrganisationTypes"
      let type = organization.kind == "university" ? "HigherEducation" : "ResearchInstitute"
      xml.leaf("Type", "\(scheme)#\(type)", [("scheme", scheme)])
      names(of: organization, to: &xml)
      if let parent = organization.parent {
        xml.begin("PartOf")
        reference(parent, to: &xml)
        xml.end()
      }
      xml.end()
    }
  }

  private func write(_ record: EvidenceRecord, to xml: inout XMLText) {
    switch record.kind {
    case .project: project(record, &xml)
    case .patent: patent(record, &xml)
    case .publication: publication(record, &xml)
    case .product: product(record, &xml)
    case .equipment: equipment(record, &xml)
    }
  }

  private func project(_ record: EvidenceRecord, _ xml: inout XMLText) {
    xml.begin("Project", [("xmlns", Self.namespace), ("id", record.id)])
    xml.leaf("Acronym", record.acronym)
    localized("Title", record.titles, record.titleLanguages, &xml)
    xml.leaf("StartDate", record.date)
    xml.leaf("EndDate", record.endDate)
    xml.begin("Consortium")
    for (position, organization) in record.organizations.enumerated() {
      linked(position == 0 ? "Coordinator" : "Partner", organization, &xml)
    }
    xml.end()
    keywords(record, &xml)
    localized("Abstract", record.texts, record.textLanguages, &xml)
    xml.end()
  }

  private func patent(_ record: EvidenceRecord, _ xml: inout XMLText) {
    xml.begin("Patent", [("xmlns", Self.namespace), ("id", record.id)])
    xml.leaf("Type", Self.resourceTypes + "c_15cd", [("xmlns", Self.vocabularies + "COAR_Patent_Types")])
    localized("Title", record.titles, record.titleLanguages, &xml)
    xml.leaf("RegistrationDate", record.date)
    xml.leaf("CountryCode", "KR")
    xml.begin("Holders")
    for organization in record.organizations { linked("Holder", organization, &xml) }
    xml.end()
    localized("Abstract", record.texts, record.textLanguages, &xml)
    keywords(record, &xml)
    xml.end()
  }

  private func publication(_ record: EvidenceRecord, _ xml: inout XMLText) {
    xml.begin("Publication", [("xmlns", Self.namespace), ("id", record.id)])
    xml.leaf("Type", Self.resourceTypes + "c_6501", [("xmlns", Self.vocabularies + "COAR_Publication_Types")])
    xml.leaf("Language", record.textLanguages[0].rawValue)
    localized("Title", record.titles, record.titleLanguages, &xml)
    xml.leaf("PublicationDate", record.date)
    xml.begin("Authors")
    for organization in record.organizations { linked("Author", organization, &xml) }
    xml.end()
    keywords(record, &xml)
    localized("Abstract", record.texts, record.textLanguages, &xml)
    xml.end()
  }

  private func product(_ record: EvidenceRecord, _ xml: inout XMLText) {
    xml.begin("Product", [("xmlns", Self.namespace), ("id", record.id)])
    xml.leaf("Type", Self.resourceTypes + "c_1843", [("xmlns", Self.vocabularies + "COAR_Product_Types")])
    localized("Name", record.titles, record.titleLanguages, &xml)
    xml.begin("Creators")
    for organization in record.organizations { linked("Creator", organization, &xml) }
    xml.end()
    localized("Description", record.texts, record.textLanguages, &xml)
    keywords(record, &xml)
    xml.end()
  }

  private func equipment(_ record: EvidenceRecord, _ xml: inout XMLText) {
    xml.begin("Equipment", [("xmlns", Self.namespace), ("id", record.id)])
    localized("Name", record.titles, record.titleLanguages, &xml)
    localized("Description", record.texts, record.textLanguages, &xml)
    for organization in record.organizations { linked("Owner", organization, &xml) }
    xml.end()
  }

  // MARK: Parts

  private func linked(_ role: String, _ organization: String, _ xml: inout XMLText) {
    xml.begin(role)
    reference(organization, to: &xml)
    xml.end()
  }

  private func reference(_ id: String, to xml: inout XMLText) {
    xml.begin("OrgUnit", [("id", id)])
    if let organization = forum.vocabulary.organization(id) { names(of: organization, to: &xml) }
    xml.end()
  }

  private func names(of organization: Organization, to xml: inout XMLText) {
    if organization.family != .abroad { xml.leaf("Name", organization.name.korean, [("xml:lang", "ko")]) }
    xml.leaf("Name", organization.name.english, [("xml:lang", "en")])
  }

  private func localized(
    _ element: String, _ values: [Language: String], _ languages: [Language], _ xml: inout XMLText
  ) {
    for language in languages { xml.leaf(element, values[language, default: ""], [("xml:lang", language.rawValue)]) }
  }

  private func keywords(_ record: EvidenceRecord, _ xml: inout XMLText) {
    for language in record.keywordLanguages {
      for word in record.keywords[language, default: []] {
        xml.leaf("Keyword", word, [("xml:lang", language.rawValue)])
      }
    }
  }
}
