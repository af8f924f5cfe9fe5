/// The elements of CORDIS project XML that are read.
enum CordisElement: String, CaseIterable, Sendable {
  case id, acronym, title, objective, keywords, startDate, ecSignatureDate, language
  case relations, associations, organization, categories, category, code
  case displayCode
  case vatNumber, legalName, shortName, address, city, country, url

  static let vocabulary = XMLVocabulary<CordisElement>()
}
