import PartnerRanking
import ResearchFields
import ResearchProfiles
import Retrieval
import SearchIndex

extension DiscoverySession {
  func summary(of number: UInt32) -> OrganizationSummary {
    let card = directory.card(number)
    let id = directory.id(number)
    return OrganizationSummary(
      id: id, name: card.map { $0.names.primary.isEmpty ? id.rawValue : $0.names.primary } ?? id.rawValue,
      kind: card?.kind, country: card?.country, region: card?.region)
  }

  func card(ofEvidence number: Int) -> EvidenceCard? {
    let place = evidence.locate(number)
    return try? EvidenceCard(evidence.segments[place.segment].reader.storedBytes(of: place.document))
  }

  /// The first of the texts, in the source's order of languages, that holds a term of the query.
  static func bestPassage(of card: EvidenceCard, _ passages: PassageFinder) -> Passage? {
    for entry in card.text.entries {
      if let passage = passages.best(in: entry.text) { return passage }
    }
    return nil
  }

  func passageFinder(for query: TermQuery) -> PassageFinder {
    PassageFinder(
      terms: zip(query.terms, searcher.termWeights(of: query)).map { ($0, $0.weight * $1) },
      analyzer: analyzer)
  }
}

extension EvidenceCard {
  /// The fields that are in the list of this build.
  var resultFields: [ResultField] {
    fields.compactMap { known in
      FieldList.standard[known.id].map {
        ResultField(
          field: $0, basis: known.isFromCodes ? .codes : .text, confidence: Double(known.percent) / 100,
          evidenceCount: nil)
      }
    }
  }
}
