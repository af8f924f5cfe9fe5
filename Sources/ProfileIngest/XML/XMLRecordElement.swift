/// The elements by which records and their envelopes are found.
enum XMLRecordElement: String, CaseIterable, Sendable {
  // CORDIS
  case project
  // CERIF entities
  case orgUnit = "OrgUnit"
  case person = "Person"
  case cerifProject = "Project"
  case funding = "Funding"
  case publication = "Publication"
  case patent = "Patent"
  case product = "Product"
  case equipment = "Equipment"
  case event = "Event"
  case service = "Service"
  // OAI-PMH
  case oaiRoot = "OAI-PMH"
  case listRecords = "ListRecords"
  case getRecord = "GetRecord"
  case identify = "Identify"
  case listSets = "ListSets"
  case listMetadataFormats = "ListMetadataFormats"
  case listIdentifiers = "ListIdentifiers"
  case record, header, identifier, metadata, error, resumptionToken

  static let vocabulary = XMLVocabulary<XMLRecordElement>()
}
