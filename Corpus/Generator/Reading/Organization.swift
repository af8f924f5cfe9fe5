/// An invented body: what it is called, where it is and what it can do.
package struct Organization: Sendable {
  package enum Family: String, Sendable {
    case university, laboratory, institute, company, support, abroad
    case publicBody = "public"
  }

  package struct Competence: Sendable, Hashable {
    package var topic: String
    /// 3 a core competence, 2 solid, 1 a first contact.
    package var strength: Int
  }

  package var id: String
  package var family: Family
  /// `company`, `university`, `institute`, `public` or `other`, as the JSON Lines format writes it.
  package var kind: String
  package var name: Bilingual
  /// What running text calls it.
  package var shortName: Bilingual
  /// ISO 3166-1 alpha-2, but UK and EL abroad, as CORDIS writes them.
  package var country: String
  /// "서울"; empty abroad.
  package var region: String
  /// The district or city as its country writes it.
  package var city: String
  package var isSmall: Bool
  package var competences: [Competence]
  package var parent: String?

  package func strength(in topic: String) -> Int {
    competences.first { $0.topic == topic }?.strength ?? 0
  }

  /// A body with at most one first contact: it has one piece of evidence or none, and joins no consortium of others.
  package var isNewcomer: Bool { competences.reduce(0) { $0 + $1.strength } <= 1 }
}
