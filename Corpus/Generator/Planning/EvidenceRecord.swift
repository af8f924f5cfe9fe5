/// One piece of invented evidence, ready to be written in any of the formats.
package struct EvidenceRecord: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case project, patent, publication, product, equipment
  }

  package enum Source: Sendable {
    /// A research information system of universities and institutes.
    case cerif
    /// International projects.
    case cordis
    /// What companies and support bodies say of themselves.
    case jsonLines
  }

  package var id: String
  package var kind: Kind
  package var source: Source
  /// The subject, then the subjects of partners that the text names.
  package var topics: [String]
  /// The lead or owner first.
  package var organizations: [String]
  package var titles: [Language: String]
  package var texts: [Language: String]
  package var keywords: [Language: [String]]
  package var date: String
  package var endDate: String
  package var acronym: String

  /// Languages in a fixed order: the text's own language first.
  package var titleLanguages: [Language] { ordered(titles) }
  package var textLanguages: [Language] { ordered(texts) }
  package var keywordLanguages: [Language] { Language.allCases.filter { keywords[$0] != nil } }

  private func ordered(_ values: [Language: String]) -> [Language] {
    let present = Language.allCases.filter { values[$0] != nil }
    return texts[.korean] == nil ? present.reversed() : present
  }
}
